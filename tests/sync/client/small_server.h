// A server of a few lines on a free port of loopback: it hears requests of one size and answers
// from a list. Runs on a thread of its own; ends when it is destroyed.
#pragma once

#include "core/base/bytes.h"

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

struct ssl_ctx_st;

namespace evenkeel::client {

enum class Tls { off, now, outdated };  // outdated: TLS 1.1 at most

class SmallServer {
public:
    // After the last answer it closes the connection.
    explicit SmallServer(std::vector<std::string> answers, Tls tls = Tls::off);
    ~SmallServer();
    SmallServer(const SmallServer&) = delete;
    SmallServer& operator=(const SmallServer&) = delete;

    [[nodiscard]] std::uint16_t port() const { return port_; }
    // SHA-256 of the certificate's public key.
    [[nodiscard]] const Hash32& pin() const { return pin_; }
    // All that came, as it came.
    [[nodiscard]] std::string heard();
    [[nodiscard]] int connections() const { return connections_; }

private:
    void make_certificate(Tls tls);
    void serve();
    void talk(int socket);

    std::vector<std::string> answers_;
    ssl_ctx_st* context_ = nullptr;
    Hash32 pin_{};
    int listener_ = -1;
    std::uint16_t port_ = 0;
    std::atomic<int> connections_ = 0;
    std::size_t next_answer_ = 0;
    std::mutex mutex_;
    std::string heard_;
    std::thread thread_;
};

}  // namespace evenkeel::client
