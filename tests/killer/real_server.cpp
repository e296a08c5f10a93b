#include "tests/killer/real_server.h"

#include "sync/client/server_address.h"
#include "tests/killer/must.h"
#include "tests/support/process.h"

#include <nlohmann/json.hpp>

#include <arpa/inet.h>
#include <chrono>
#include <filesystem>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace evenkeel::test {

namespace {

constexpr int start_wait_ms_max = 30'000;
constexpr int start_wait_step_ms = 5;

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    place.sin_port = htons(port);
    return place;
}

// A server that is killed and started again must be where its devices look for it.
std::uint16_t free_port() {
    const File socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in place = loopback(0);
    socklen_t size = sizeof place;
    auto* const address = reinterpret_cast<sockaddr*>(&place);
    require(bind(socket.number(), address, size) == 0, "No port is free on loopback.");
    require(getsockname(socket.number(), address, &size) == 0, "A port could not be read.");
    return ntohs(place.sin_port);
}

bool listens(std::uint16_t port) {
    const File socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const sockaddr_in place = loopback(port);
    return connect(socket.number(), reinterpret_cast<const sockaddr*>(&place), sizeof place) == 0;
}

}  // namespace

RealServer::RealServer(std::string program, std::string folder)
    : program_(std::move(program)), folder_(std::move(folder)) {
    std::filesystem::create_directories(folder_);
    const std::string listen = "127.0.0.1:" + std::to_string(free_port());
    const auto document =
        nlohmann::json::parse(output_of({program_, "init", "--data", data_folder(), "--listen",
                                         listen, "--tls", "self-signed", "--json"}));
    setup_code_ = document.at("setup_code");
    address_ = must("read the server's address",
                    client::parse_server_url("https://" + listen, document.at("pin")));
}

Words RealServer::command() const {
    return {program_,
            "run",
            "--data",
            data_folder(),
            "--requests-per-minute",
            "100000000",
            "--client-bytes-per-day",
            "100000000000",
            "--staff-bytes-per-day",
            "100000000000"};
}

void RealServer::start(const Words& under) {
    Words words = under;
    const Words own = command();
    words.insert(words.end(), own.begin(), own.end());
    const File log = open_to_append(log_file());
    child_ =
        std::make_unique<Child>(words, Streams{.in = -1, .out = log.number(), .err = log.number()});
    wait_until_it_listens();
}

void RealServer::wait_until_it_listens() const {
    for (int waited = 0; waited < start_wait_ms_max; waited += start_wait_step_ms) {
        if (listens(address_.port)) return;
        if (child_ && child_->has_ended()) break;
        std::this_thread::sleep_for(std::chrono::milliseconds(start_wait_step_ms));
    }
    stop_with("The server does not listen: " + read_text(log_file()));
}

void RealServer::stop() {
    require(child_ != nullptr, "The server does not run.");
    const int code = child_->stop();
    child_.reset();
    require(code == 0, "The server did not end in order: " + read_text(log_file()));
}

}  // namespace evenkeel::test
