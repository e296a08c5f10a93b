#include "tests/bench/tls_connection.h"

#include "tests/killer/must.h"

#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace evenkeel::bench {

Bytes http_request(const client::ServerAddress& server, ByteView body) {
    const std::string header = "POST /v1 HTTP/1.1\r\nHost: " + server.host + ":" +
                               std::to_string(server.port) +
                               "\r\nContent-Type: application/octet-stream\r\nContent-Length: " +
                               std::to_string(body.size()) + "\r\n\r\n";
    Bytes request = to_bytes(as_bytes(header));
    append(request, body);
    return request;
}

std::optional<TlsAnswer> whole_answer(std::string_view received) {
    const auto end = received.find("\r\n\r\n");
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view header = received.substr(0, end);
    constexpr std::string_view length_name = "\r\nContent-Length: ";
    const auto place = header.find(length_name);
    test::require(header.starts_with("HTTP/1.1 ") && place != std::string_view::npos,
                  "The server's answer has no length.");
    TlsAnswer answer{.header_bytes = end + 4};
    std::size_t length = 0;
    std::from_chars(header.data() + 9, header.data() + 12, answer.status);
    std::from_chars(header.data() + place + length_name.size(), header.data() + end, length);
    if (received.size() < answer.header_bytes + length) return std::nullopt;
    answer.body = to_bytes(as_bytes(received.substr(answer.header_bytes, length)));
    return answer;
}

TlsConnection::TlsConnection(const client::ServerAddress& server)
    : server_(server), socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    place.sin_port = htons(server.port);
    test::require(connect(socket(), reinterpret_cast<sockaddr*>(&place), sizeof place) == 0,
                  "The server could not be reached.");
    const int on = 1;
    setsockopt(socket(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    context_.reset(SSL_CTX_new(TLS_client_method()));
    ssl_.reset(SSL_new(context_.get()));
    SSL_set_fd(ssl_.get(), socket());
    test::require(SSL_connect(ssl_.get()) == 1, "The server did not shake hands.");
}

void TlsConnection::stop_waiting() {
    fcntl(socket(), F_SETFL, fcntl(socket(), F_GETFL) | O_NONBLOCK);
    SSL_set_mode(ssl_.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
}

std::size_t TlsConnection::moved(int count) {
    if (count > 0) return static_cast<std::size_t>(count);
    const int reason = SSL_get_error(ssl_.get(), count);
    test::require(reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE,
                  "The server closed a kept connection.");
    return 0;
}

std::size_t TlsConnection::write_some(ByteView bytes) {
    return moved(SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size())));
}

std::size_t TlsConnection::read_some(std::span<char> target) {
    return moved(SSL_read(ssl_.get(), target.data(), static_cast<int>(target.size())));
}

TlsAnswer TlsConnection::exchange(ByteView body) {
    const Bytes request = http_request(server_, body);
    for (std::size_t sent = 0; sent < request.size();) {
        sent += write_some(ByteView(request).subspan(sent));
    }
    std::string received;
    std::array<char, 16 * 1024> buffer{};
    for (;;) {
        received.append(buffer.data(), read_some(buffer));
        if (auto answer = whole_answer(received)) return std::move(*answer);
    }
}

}  // namespace evenkeel::bench
