// The server over real sockets on loopback: what is no request of ours is refused or closed within
// the limits, and what is goes through.
#include "sync/server/server.h"
#include "tests/sync/server/practice_world.h"

#include <catch2/catch_test_macros.hpp>

#include <arpa/inet.h>
#include <atomic>
#include <chrono>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <thread>
#include <unistd.h>

namespace evenkeel::server {
namespace {

constexpr int patience_seconds = 20;

// One plain connection, closed at the end.
class Wire {
public:
    explicit Wire(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        const timeval patience{patience_seconds, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ =
            ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    ~Wire() { ::close(socket_); }
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    [[nodiscard]] bool connected() const { return connected_; }
    bool send(std::string_view text) {
        while (!text.empty()) {
            const ssize_t count = ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
            if (count <= 0) return false;
            text.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }
    // What comes until the other side closes, or nothing comes for twenty seconds ("late").
    std::string read_all() {
        std::string text;
        char chunk[4096];
        while (true) {
            const ssize_t count = ::recv(socket_, chunk, sizeof chunk, 0);
            if (count == 0 || (count < 0 && errno == ECONNRESET)) return text;
            if (count < 0) return "late";
            text.append(chunk, static_cast<std::size_t>(count));
        }
    }
    std::string read_some() {
        char chunk[4096];
        const ssize_t count = ::recv(socket_, chunk, sizeof chunk, 0);
        return count > 0 ? std::string(chunk, static_cast<std::size_t>(count)) : "";
    }

private:
    int socket_;
    bool connected_ = false;
};

// Answers every body with its length in one byte.
struct Echo {
    Echo() {
        auto started = Listener::start({.address = {"127.0.0.1", 0}},
                                       [this](Bytes body, const std::string&, auto done) {
                                           ++bodies;
                                           done({Status::ok, {static_cast<Byte>(body.size())}});
                                       });
        REQUIRE(started.ok());
        listener = std::move(started).value();
    }
    std::string ask(std::string_view text) {
        Wire wire(listener->port());
        wire.send(text);
        return wire.read_all();
    }
    std::atomic<int> bodies{0};
    std::unique_ptr<Listener> listener;
};

std::string status_of(const std::string& answer) { return answer.substr(0, 12); }

const std::string start = "POST /v1 HTTP/1.1\r\nHost: x\r\n";

TEST_CASE("one request after the other on one connection, each with the shortest header") {
    Echo echo;
    Wire wire(echo.listener->port());
    const std::string expected = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n\3";
    for (int i = 0; i < 3; ++i) {
        wire.send(start + "Content-Length: 3\r\n\r\nabc");
        CHECK(wire.read_some() == expected);
    }
    wire.send(start + "Content-Length: 2\r\nConnection: close\r\n\r\nab");
    CHECK(wire.read_all().ends_with("\2"));
}

TEST_CASE("anything but POST /v1 is not found") {
    Echo echo;
    const std::string rest = " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n";
    for (const char* line :
         {"GET /v1", "POST /", "POST /v1/", "POST /v1?a=b", "POST /%2e%2e/etc/passwd",
          "POST /../../etc/passwd", "PUT /v1", "OPTIONS *"}) {
        CHECK(status_of(echo.ask(line + rest)) == "HTTP/1.1 404");
    }
    CHECK(echo.bodies == 0);
}

TEST_CASE("requests that could be read in two ways are refused and the connection closed") {
    Echo echo;
    const std::string nul("Content-Length: 1\r\nX: a\0b\r\n\r\na", 30);
    for (const std::string& text : {
             start + "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
             start + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\na",
             start + "Content-Length: 1\r\nContent-Length: 1\r\n\r\na",
             start + "Content-Length: 1\r\nContent-Length: 2\r\n\r\na",
             start + "Content-Length: -1\r\n\r\n",
             start + "Content-Length: 0x1\r\n\r\na",
             start + "Content-Length: 99999999999999999999999\r\n\r\n",
             start + "Content-Length: 1\r\nX: a\r\n folded\r\n\r\na",
             start + "Content-Length: 1\r\nExpect: 100-continue\r\n\r\n",
             start + "Content-Length: 1\r\nContent-Encoding: gzip\r\n\r\na",
             start + "\r\n",
             start + nul,
             std::string("POST /v1 HTTP/1.0\r\nContent-Length: 1\r\n\r\na"),
             std::string("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
             std::string("POST /v1\r\n\r\n"),
             std::string("\x16\x03\x01\x02 hello\r\n\r\n"),
             start + "Content-Length: 1\r\n\r\na" + start + "Content-Length: 1\r\n\r\nb",
         }) {
        const std::string answer = echo.ask(text);
        CHECK(answer.starts_with("HTTP/1.1 4"));
        CHECK(answer.find("Content-Length: 0\r\n") != std::string::npos);
    }
    CHECK(echo.bodies == 0);
}

TEST_CASE("a header over 8 KiB and a body over a megabyte are refused before they are read") {
    Echo echo;
    CHECK(status_of(echo.ask(start + "X: " + std::string(9000, 'a') + "\r\n\r\n")) ==
          "HTTP/1.1 431");
    CHECK(status_of(echo.ask(start + "Content-Length: 1048577\r\n\r\n")) == "HTTP/1.1 413");
    const std::string whole = start + "Content-Length: 1048577\r\n\r\n" + std::string(1048577, 'a');
    CHECK(status_of(echo.ask(whole)) == "HTTP/1.1 413");
    const std::string just =
        start + "Content-Length: 1048576\r\nConnection: close\r\n\r\n" + std::string(1048576, 'a');
    CHECK(status_of(echo.ask(just)) == "HTTP/1.1 200");
}

TEST_CASE("connections that only drip are closed in time, and others are served meanwhile") {
    Echo echo;
    std::vector<std::unique_ptr<Wire>> slow;
    for (std::size_t i = 0; i < limits::connections_from_loopback_max - 2; ++i) {
        slow.push_back(std::make_unique<Wire>(echo.listener->port()));
        REQUIRE(slow.back()->send("POST /v1"));
    }
    CHECK(status_of(echo.ask(start + "Content-Length: 1\r\nConnection: close\r\n\r\na")) ==
          "HTTP/1.1 200");
    const auto begun = std::chrono::steady_clock::now();
    std::atomic<bool> closed{false};
    std::thread drip([&] {
        while (!closed) {
            for (auto& wire : slow) wire->send(" ");
            std::this_thread::sleep_for(std::chrono::seconds(1));
        }
    });
    CHECK(slow.back()->read_all() != "late");
    closed = true;
    drip.join();
    const auto waited = std::chrono::steady_clock::now() - begun;
    CHECK(waited < std::chrono::seconds(limits::header_seconds + 5));
    slow.clear();
    CHECK(status_of(echo.ask(start + "Content-Length: 1\r\nConnection: close\r\n\r\na")) ==
          "HTTP/1.1 200");
}

TEST_CASE("one machine cannot take all connections") {
    Echo echo;
    std::vector<std::unique_ptr<Wire>> many;
    for (std::size_t i = 0; i < limits::connections_from_loopback_max; ++i) {
        many.push_back(std::make_unique<Wire>(echo.listener->port()));
        many.back()->send("P");
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    CHECK(echo.ask(start + "Content-Length: 1\r\n\r\na").empty());
    many.clear();
    for (int tries = 0; tries < 100; ++tries) {
        if (!echo.ask(start + "Content-Length: 1\r\nConnection: close\r\n\r\na").empty()) break;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    CHECK(echo.bodies > 0);
}

TEST_CASE("an answer that is being worked on is sent before the listener stops") {
    std::function<void(Reply)> answer;
    std::atomic<bool> asked{false};
    auto listener =
        Listener::start({.address = {"127.0.0.1", 0}}, [&](Bytes, const std::string&, auto done) {
            answer = std::move(done);
            asked = true;
        });
    REQUIRE(listener.ok());
    Wire wire(listener.value()->port());
    wire.send(start + "Content-Length: 1\r\n\r\na");
    while (!asked) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    std::thread late([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        answer({Status::ok, {7}});
    });
    listener.value()->stop();
    late.join();
    CHECK(wire.read_all().ends_with("\7"));
}

TEST_CASE("plain HTTP is refused anywhere but on loopback") {
    const auto nothing = [](Bytes, const std::string&, auto) {};
    CHECK_FALSE(Listener::start({.address = {"0.0.0.0", 0}}, nothing).ok());
    const ScratchFolder folder;
    SeededRandom random(1);
    const InitOptions options{
        .data = folder.path() + "/server", .listen = {"0.0.0.0", 0}, .tls = {.kind = TlsKind::off}};
    CHECK_FALSE(init_server(options, {1'700'000'000'000}, random).ok());
}

}  // namespace
}  // namespace evenkeel::server
