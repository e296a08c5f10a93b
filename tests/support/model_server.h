// A model server on loopback that is no part of this program: model_server.py, in a process of its
// own for as long as this lives. What it answers depends on the model's name; see there.
#pragma once

#include "tests/support/process.h"

#include <nlohmann/json.hpp>

namespace evenkeel::test {

class ModelServer {
public:
    ModelServer();
    [[nodiscard]] std::string url() const;
    // All requests so far: their path, headers and body.
    [[nodiscard]] std::vector<nlohmann::json> heard() const;

private:
    ScratchFolder folder_;
    Background process_;
    std::string port_;
};

}  // namespace evenkeel::test
