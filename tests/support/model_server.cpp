#include "tests/support/model_server.h"

#include <chrono>
#include <filesystem>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace evenkeel::test {

namespace {

constexpr auto starts_within = std::chrono::seconds(20);

std::string wait_for(const std::string& file) {
    const auto give_up = std::chrono::steady_clock::now() + starts_within;
    while (!std::filesystem::exists(file)) {
        if (std::chrono::steady_clock::now() > give_up) {
            throw std::runtime_error("the model server did not start");
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return read_text(file);
}

}  // namespace

ModelServer::ModelServer()
    : process_({EVENKEEL_PYTHON3, EVENKEEL_SOURCE_DIR "/tests/support/model_server.py",
                folder_.path("port"), folder_.path("heard")},
               folder_.path("log")),
      port_(wait_for(folder_.path("port"))) {}

std::string ModelServer::url() const { return "http://localhost:" + port_ + "/v1"; }

std::vector<nlohmann::json> ModelServer::heard() const {
    std::vector<nlohmann::json> requests;
    if (!std::filesystem::exists(folder_.path("heard"))) return requests;
    std::istringstream lines(read_text(folder_.path("heard")));
    for (std::string line; std::getline(lines, line);) {
        requests.push_back(nlohmann::json::parse(line));
    }
    return requests;
}

}  // namespace evenkeel::test
