#include "tests/main_job/recording_proxy.h"

#include <openssl/ssl.h>

#include <arpa/inet.h>
#include <filesystem>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace evenkeel::test {

namespace {

constexpr int poll_ms = 50;

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int connect_to(int port) {
    const int socket_number = socket(AF_INET, SOCK_STREAM, 0);
    const sockaddr_in address = loopback(port);
    if (connect(socket_number, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        close(socket_number);
        return -1;
    }
    return socket_number;
}

// The two PEM files of the server's folder, whatever they are called.
void load_certificate(SSL_CTX* context, const std::string& folder) {
    bool has_certificate = false;
    bool has_key = false;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string path = entry.path().string();
        if (!path.ends_with(".pem")) continue;
        has_certificate |= SSL_CTX_use_certificate_chain_file(context, path.c_str()) == 1;
        has_key |= SSL_CTX_use_PrivateKey_file(context, path.c_str(), SSL_FILETYPE_PEM) == 1;
    }
    if (!has_certificate || !has_key) throw std::runtime_error("no certificate to stand in with");
}

struct Tls {
    SSL_CTX* context = nullptr;
    SSL* connection = nullptr;
    ~Tls() {
        SSL_free(connection);
        SSL_CTX_free(context);
    }
};

// Passes what is ready from one side to the other; false when that side has ended. What is ready
// may be TLS's own business (session tickets): then there is nothing to pass, and no waiting for
// more.
bool pass(SSL* source, SSL* target, std::string& seen) {
    char buffer[16 * 1024];
    do {
        const int count = SSL_read(source, buffer, sizeof buffer);
        if (count <= 0) return SSL_get_error(source, count) == SSL_ERROR_WANT_READ;
        seen.append(buffer, static_cast<std::size_t>(count));
        if (SSL_write(target, buffer, count) != count) return false;
    } while (SSL_pending(source) > 0);
    return true;
}

}  // namespace

RecordingProxy::RecordingProxy(const std::string& data_folder, int server_port)
    : data_folder_(data_folder), server_port_(server_port) {
    listener_ = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
        listen(listener_, 16) != 0 ||
        getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
        throw std::runtime_error("the proxy cannot listen");
    }
    port_ = ntohs(address.sin_port);
    acceptor_ = std::thread([this] { accept_connections(); });
}

RecordingProxy::~RecordingProxy() {
    ending_ = true;
    acceptor_.join();
    for (std::thread& connection : connections_) connection.join();
    close(listener_);
}

std::string RecordingProxy::recorded() {
    const std::lock_guard lock(mutex_);
    return recorded_;
}

void RecordingProxy::accept_connections() {
    while (!ending_) {
        pollfd ready{.fd = listener_, .events = POLLIN, .revents = 0};
        if (poll(&ready, 1, poll_ms) <= 0) continue;
        const int client_socket = accept(listener_, nullptr, nullptr);
        if (client_socket >= 0)
            connections_.emplace_back([this, client_socket] { serve(client_socket); });
    }
}

void RecordingProxy::serve(int client_socket) {
    const int server_socket = connect_to(server_port_);
    if (server_socket >= 0) {
        Tls device{.context = SSL_CTX_new(TLS_server_method())};
        load_certificate(device.context, data_folder_);
        device.connection = SSL_new(device.context);
        SSL_set_fd(device.connection, client_socket);
        Tls server{.context = SSL_CTX_new(TLS_client_method())};
        server.connection = SSL_new(server.context);
        SSL_set_fd(server.connection, server_socket);
        SSL_clear_mode(device.connection, SSL_MODE_AUTO_RETRY);
        SSL_clear_mode(server.connection, SSL_MODE_AUTO_RETRY);
        bool open = SSL_accept(device.connection) == 1 && SSL_connect(server.connection) == 1;
        while (open && !ending_) {
            pollfd ready[2] = {{.fd = client_socket, .events = POLLIN, .revents = 0},
                               {.fd = server_socket, .events = POLLIN, .revents = 0}};
            if (poll(ready, 2, poll_ms) <= 0) continue;
            std::string seen;
            if (ready[0].revents != 0) open = pass(device.connection, server.connection, seen);
            if (open && ready[1].revents != 0) {
                open = pass(server.connection, device.connection, seen);
            }
            const std::lock_guard lock(mutex_);
            recorded_ += seen;
        }
        close(server_socket);
    }
    close(client_socket);
}

}  // namespace evenkeel::test
