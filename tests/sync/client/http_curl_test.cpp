// The one file that speaks HTTP, against small servers on this machine's own loopback.
#include "sync/client/transport.h"
#include "tests/sync/client/small_server.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::client {
namespace {

ServerAddress plain_to(std::uint16_t port) {
    return {.transport = paper::LinkTransport::plain_loopback, .host = "127.0.0.1", .port = port};
}

ServerAddress pinned_to(std::uint16_t port, const Hash32& pin) {
    return {
        .transport = paper::LinkTransport::tls, .host = "127.0.0.1", .port = port, .spki_pin = pin};
}

const Bytes body = to_bytes(as_bytes("forty two"));

ErrorCode error_at(const ServerAddress& address) {
    const auto transport = make_http_transport(address);
    const auto answer = post(*transport, body);
    REQUIRE_FALSE(answer.ok());
    return answer.error().code();
}

std::string ok_with(const std::string& content) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(content.size()) + "\r\n\r\n" +
           content;
}

TEST_CASE("a request has the headers it needs, and none that tell more") {
    SmallServer server({ok_with("fine"), ok_with("again")});
    const auto transport = make_http_transport(plain_to(server.port()));
    const auto first = post(*transport, body);
    REQUIRE(first.ok());
    CHECK(first.value().status == 200);
    CHECK(to_string(first.value().body) == "fine");
    // The same connection serves the next turn.
    CHECK(to_string(post(*transport, body).value().body) == "again");
    const std::string expected =
        "POST /v1 HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(server.port()) +
        "\r\nContent-Type: application/octet-stream\r\n"
        "Content-Length: 9\r\n\r\nforty two";
    CHECK(server.heard() == expected + expected);
    CHECK(server.connections() == 1);
}

TEST_CASE("a status without a body is an answer") {
    SmallServer server({"HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"});
    const auto transport = make_http_transport(plain_to(server.port()));
    CHECK(post(*transport, body).value().status == 401);
}

TEST_CASE("a redirect is an answer and is not followed") {
    SmallServer server(
        {"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n"
         "Content-Length: 0\r\n\r\n"});
    const auto transport = make_http_transport(plain_to(server.port()));
    CHECK(post(*transport, body).value().status == 302);
}

TEST_CASE("an endless answer is cut off") {
    SmallServer server({ok_with(std::string(2 * 1024 * 1024, 'x'))});
    CHECK(error_at(plain_to(server.port())) == ErrorCode::wrong_server);
}

TEST_CASE("nobody listening and a cut connection are no network") {
    std::uint16_t port = 0;
    {
        const SmallServer server({});
        port = server.port();
    }
    CHECK(error_at(plain_to(port)) == ErrorCode::no_network);
    SmallServer cutting({"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"});
    CHECK(error_at(plain_to(cutting.port())) == ErrorCode::no_network);
}

TEST_CASE("without TLS only this very device is spoken to") {
    ServerAddress address = plain_to(80);
    address.host = "192.0.2.1";
    const auto transport = make_http_transport(address);
    const auto started = transport->start(body);
    REQUIRE_FALSE(started.ok());
    CHECK(started.error().code() == ErrorCode::refused);
}

TEST_CASE("a pinned key is the only thing that counts of a certificate") {
    SmallServer server({ok_with("fine")}, Tls::now);
    const auto transport = make_http_transport(pinned_to(server.port(), server.pin()));
    const auto answer = post(*transport, body);
    INFO((answer.ok() ? "" : answer.error().sentence()));
    REQUIRE(answer.ok());
    CHECK(to_string(answer.value().body) == "fine");
}

TEST_CASE("another key than the pinned one is another server, before a byte is sent") {
    SmallServer server({ok_with("fine")}, Tls::now);
    Hash32 other = server.pin();
    other[0] ^= 1;
    CHECK(error_at(pinned_to(server.port(), other)) == ErrorCode::wrong_server);
    CHECK(server.heard().empty());
}

TEST_CASE("without a pin a certificate nobody vouches for is another server") {
    SmallServer server({ok_with("fine")}, Tls::now);
    ServerAddress address = pinned_to(server.port(), {});
    address.spki_pin.reset();
    CHECK(error_at(address) == ErrorCode::wrong_server);
    CHECK(server.heard().empty());
}

TEST_CASE("TLS 1.1 is not spoken") {
    SmallServer server({ok_with("fine")}, Tls::outdated);
    CHECK(error_at(pinned_to(server.port(), server.pin())) == ErrorCode::wrong_server);
    CHECK(server.heard().empty());
}

}  // namespace
}  // namespace evenkeel::client
