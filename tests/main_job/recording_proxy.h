// A proxy that takes TLS off: it holds the server's own certificate, so devices trust it, and keeps
// every message of both directions as it was inside TLS.
#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace evenkeel::test {

class RecordingProxy {
public:
    // Listens on a free port of loopback with the certificate and key of `data_folder`, and passes
    // everything on to 127.0.0.1:`server_port`.
    RecordingProxy(const std::string& data_folder, int server_port);
    ~RecordingProxy();
    RecordingProxy(const RecordingProxy&) = delete;
    RecordingProxy& operator=(const RecordingProxy&) = delete;

    [[nodiscard]] int port() const { return port_; }
    [[nodiscard]] std::string recorded();

private:
    void accept_connections();
    void serve(int client_socket);

    std::string data_folder_;
    int server_port_;
    int listener_ = -1;
    int port_ = 0;
    std::atomic<bool> ending_ = false;
    std::mutex mutex_;
    std::string recorded_;
    std::vector<std::thread> connections_;
    std::thread acceptor_;
};

}  // namespace evenkeel::test
