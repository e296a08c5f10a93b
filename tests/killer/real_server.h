// The real server program in a directory of its own on loopback, with its rates raised.
#pragma once

#include "sync/client/identity.h"
#include "tests/killer/child.h"

#include <memory>
#include <optional>
#include <string>

namespace evenkeel::test {

class RealServer {
public:
    // Makes the directory (TLS with a certificate of its own) and picks a free port; starts
    // nothing.
    RealServer(std::string program, std::string folder);

    // The words that run it, for whoever starts it under a tracer.
    [[nodiscard]] Words command() const;
    // Starts it, `under` another program (strace) if given, and waits until it listens.
    void start(const Words& under = {});
    // SIGTERM; it must end in order.
    void stop();
    void kill_now() { child_.reset(); }
    // Waits until something listens on the port.
    void wait_until_it_listens() const;

    [[nodiscard]] pid_t id() const { return child_->id(); }
    [[nodiscard]] const client::ServerAddress& address() const { return address_; }
    [[nodiscard]] const std::string& setup_code() const { return setup_code_; }
    [[nodiscard]] std::string data_folder() const { return folder_ + "/data"; }
    [[nodiscard]] std::string log_file() const { return folder_ + "/server.log"; }
    [[nodiscard]] const std::string& program() const { return program_; }

private:
    std::string program_;
    std::string folder_;
    client::ServerAddress address_;
    std::string setup_code_;
    std::unique_ptr<Child> child_;
};

}  // namespace evenkeel::test
