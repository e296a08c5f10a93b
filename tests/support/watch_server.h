// An ActivityWatch on loopback that is no part of this program: watch_server.py, in a process of
// its own for as long as this lives.
#pragma once

#include "tests/support/process.h"

#include <nlohmann/json.hpp>

namespace evenkeel::test {

class WatchServer {
public:
    // `held`: as watch_server.py says.
    explicit WatchServer(const nlohmann::json& held);
    [[nodiscard]] std::string address() const { return "http://127.0.0.1:" + port_; }
    // The paths that were asked for, in order.
    [[nodiscard]] std::vector<std::string> heard() const;
    void holds(const nlohmann::json& held);

private:
    ScratchFolder folder_;
    Background process_;
    std::string port_;
};

}  // namespace evenkeel::test
