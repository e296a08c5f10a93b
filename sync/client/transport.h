// One POST at a time, to one server. The port to the network; http_curl.cpp is the real one.
#pragma once

#include "core/base/result.h"
#include "sync/client/identity.h"

#include <memory>
#include <optional>

namespace evenkeel::client {

struct HttpAnswer {
    int status = 0;  // 200, 401, 413, 429, 503 ...
    Bytes body;
};

class Transport {
public:
    virtual ~Transport() = default;
    // Begins sending; there is at most one request under way.
    virtual Result<void> start(Bytes body) = 0;
    // The answer once it is there, nothing while it is under way. Waits at most `wait_ms`.
    // Errors: no_network (not reached, cut, timed out), wrong_server (certificate or pin).
    virtual std::optional<Result<HttpAnswer>> poll(int wait_ms) = 0;
    // Gives up on what is under way and closes the connection.
    virtual void cancel() = 0;
};

// Over libcurl: HTTP/1.1, TLS 1.2 or newer, no redirects; pinned if the address says so. Keeps one
// connection between turns until `cancel` or destruction.
std::unique_ptr<Transport> make_http_transport(const ServerAddress& server);

// Sends one body and waits for its answer: for enrolment.
Result<HttpAnswer> post(Transport& transport, Bytes body);

}  // namespace evenkeel::client
