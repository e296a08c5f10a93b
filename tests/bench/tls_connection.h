// One HTTP connection over TLS to the server, as the load clients use it: it stores nothing and
// sees every byte.
#pragma once

#include "sync/client/identity.h"
#include "tests/killer/child.h"

#include <openssl/ssl.h>

#include <memory>
#include <string>

namespace evenkeel::bench {

struct TlsAnswer {
    int status = 0;
    std::size_t header_bytes = 0;
    Bytes body;
};

// The same header fields as the product's transport writes.
Bytes http_request(const client::ServerAddress& server, ByteView body);
// The answer at the front of `received`, once it is whole.
std::optional<TlsAnswer> whole_answer(std::string_view received);

class TlsConnection {
public:
    // Connects and shakes hands; waits for both.
    explicit TlsConnection(const client::ServerAddress& server);

    // From here on calls return at once.
    void stop_waiting();
    [[nodiscard]] int socket() const { return socket_.number(); }
    // How many bytes went; 0: later. Anything wrong stops the benchmark.
    std::size_t write_some(ByteView bytes);
    std::size_t read_some(std::span<char> target);

    // One whole exchange, waiting for it.
    TlsAnswer exchange(ByteView body);

private:
    std::size_t moved(int count);

    struct Free {
        void operator()(SSL* ssl) const { SSL_free(ssl); }
        void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
    };
    client::ServerAddress server_;
    test::File socket_;
    std::unique_ptr<SSL_CTX, Free> context_;
    std::unique_ptr<SSL, Free> ssl_;
};

}  // namespace evenkeel::bench
