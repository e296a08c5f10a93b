#include "tests/bench/traffic.h"

#include "sync/wire/calls.h"
#include "tests/bench/tls_connection.h"
#include "tests/killer/must.h"

#include <arpa/inet.h>
#include <array>
#include <sys/socket.h>
#include <thread>

namespace evenkeel::bench {

namespace {

std::size_t digits(std::size_t number) { return std::to_string(number).size(); }

// Takes one connection on `listener`, reads a header, answers with an empty body.
std::size_t header_bytes_received(int listener) {
    const test::File peer(accept(listener, nullptr, nullptr));
    std::string received;
    std::array<char, 4096> buffer{};
    while (received.find("\r\n\r\n") == std::string::npos) {
        const ssize_t count = recv(peer.number(), buffer.data(), buffer.size(), 0);
        if (count <= 0) return 0;
        received.append(buffer.data(), static_cast<std::size_t>(count));
    }
    const std::string answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    send(peer.number(), answer.data(), answer.size(), MSG_NOSIGNAL);
    return received.find("\r\n\r\n") + 4;
}

std::size_t request_header_bytes(const client::ServerAddress& server) {
    const test::File listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof place;
    auto* const address = reinterpret_cast<sockaddr*>(&place);
    test::require(bind(listener.number(), address, size) == 0 &&
                      listen(listener.number(), 1) == 0 &&
                      getsockname(listener.number(), address, &size) == 0,
                  "No port is free on loopback.");
    const std::uint16_t port = ntohs(place.sin_port);
    std::size_t bytes = 0;
    std::thread reader([&] { bytes = header_bytes_received(listener.number()); });
    const Bytes body(100, Byte{1});
    const auto transport = client::make_http_transport(
        {.transport = paper::LinkTransport::plain_loopback, .host = server.host, .port = port});
    const auto answer = client::post(*transport, body);
    reader.join();
    test::require(answer.ok() && bytes > 0, "The header of a request could not be read.");
    return bytes - digits(body.size()) - digits(port) + digits(server.port);
}

std::size_t response_header_bytes(const client::ServerAddress& server) {
    TlsConnection connection(server);
    // An invite nobody made: the smallest call that is answered with status 200.
    const wire::InviteFetch call{.invite = {{1, 2, 3}}};
    const TlsAnswer answer = connection.exchange(wire::encode(call));
    test::require(answer.status == 200, "The server does not answer a fetch.");
    return answer.header_bytes - digits(answer.body.size());
}

}  // namespace

HeaderSizes measure_headers(const client::ServerAddress& server) {
    return {.request = request_header_bytes(server), .response = response_header_bytes(server)};
}

Result<void> CountedTransport::start(Bytes body) {
    traffic_.up += headers_.request + digits(body.size()) + body.size();
    ++traffic_.requests;
    return inner_->start(std::move(body));
}

std::optional<Result<client::HttpAnswer>> CountedTransport::poll(int wait_ms) {
    auto answer = inner_->poll(wait_ms);
    if (!answer) return answer;
    if (answer->ok()) {
        const std::size_t body = answer->value().body.size();
        traffic_.down += headers_.response + digits(body) + body;
    }
    return answer;
}

Traffic CountedTransport::take() { return std::exchange(traffic_, {}); }

}  // namespace evenkeel::bench
