// HTTP bytes as they are inside TLS: what a turn costs on the wire, headers included.
#pragma once

#include "sync/client/transport.h"
#include "tests/killer/real_server.h"

#include <memory>

namespace evenkeel::bench {

// Sizes of the headers but for the digits of their Content-Length.
struct HeaderSizes {
    std::size_t request = 0;   // as the product's transport writes it, seen by a listener of ours
    std::size_t response = 0;  // of an answer with status 200, seen by a connection of ours
};
HeaderSizes measure_headers(const client::ServerAddress& server);

struct Traffic {
    std::uint64_t up = 0;
    std::uint64_t down = 0;
    std::uint64_t requests = 0;
};

// The product's own transport, counted.
class CountedTransport final : public client::Transport {
public:
    CountedTransport(const client::ServerAddress& server, const HeaderSizes& headers)
        : inner_(client::make_http_transport(server)), headers_(headers) {}

    Result<void> start(Bytes body) override;
    std::optional<Result<client::HttpAnswer>> poll(int wait_ms) override;
    void cancel() override { inner_->cancel(); }

    // What went over it since the last call.
    Traffic take();

private:
    std::unique_ptr<client::Transport> inner_;
    HeaderSizes headers_;
    Traffic traffic_;
};

}  // namespace evenkeel::bench
