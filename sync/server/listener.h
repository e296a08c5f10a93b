// HTTP over TLS: POST /v1 and nothing else. Bytes come in complete and within the limits of
// limits.h, or the connection is closed. One thread serves all connections.
#pragma once

#include "sync/server/admission.h"
#include "sync/server/data_folder.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace evenkeel::server {

// A complete body from a network. Called on the listening thread; `done` may be called once from
// any thread, and its reply is sent. Loopback's network is `loopback_network`.
using RequestHandler =
    std::function<void(Bytes body, const std::string& network, std::function<void(Reply)> done)>;

struct ListenerOptions {
    ListenAddress address;                        // port 0: any that is free
    std::optional<CertificateFiles> certificate;  // none: plain HTTP, on loopback only
};

class Listener {
public:
    static Result<std::unique_ptr<Listener>> start(const ListenerOptions& options,
                                                   RequestHandler handler);
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    // Accepts nothing more, sends the answers of complete requests, closes everything, ends the
    // thread. The handler's `done` must still be answered meanwhile.
    void stop();

private:
    class Implementation;
    explicit Listener(std::unique_ptr<Implementation> implementation);
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace evenkeel::server
