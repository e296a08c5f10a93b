#include "tests/support/watch_server.h"

#include <chrono>
#include <filesystem>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace evenkeel::test {

namespace {

constexpr auto starts_within = std::chrono::seconds(20);

// The server reads what it holds only when it is asked, so that may be written before or after.
std::vector<std::string> command(const ScratchFolder& folder, const nlohmann::json& held) {
    write_text(folder.path("held"), held.dump());
    return {EVENKEEL_PYTHON3, EVENKEEL_SOURCE_DIR "/tests/support/watch_server.py",
            folder.path("port"), folder.path("heard"), folder.path("held")};
}

std::string wait_for(const std::string& file) {
    const auto give_up = std::chrono::steady_clock::now() + starts_within;
    while (!std::filesystem::exists(file)) {
        if (std::chrono::steady_clock::now() > give_up) {
            throw std::runtime_error("the ActivityWatch of the test did not start");
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return read_text(file);
}

}  // namespace

WatchServer::WatchServer(const nlohmann::json& held)
    : process_(command(folder_, held), folder_.path("log")),
      port_(wait_for(folder_.path("port"))) {}

std::vector<std::string> WatchServer::heard() const {
    std::vector<std::string> paths;
    if (!std::filesystem::exists(folder_.path("heard"))) return paths;
    std::istringstream lines(read_text(folder_.path("heard")));
    for (std::string line; std::getline(lines, line);) paths.push_back(line);
    return paths;
}

void WatchServer::holds(const nlohmann::json& held) {
    write_text(folder_.path("held"), held.dump());
}

}  // namespace evenkeel::test
