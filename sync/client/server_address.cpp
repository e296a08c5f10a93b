#include "sync/client/server_address.h"

#include <charconv>

namespace evenkeel::client {

namespace {

constexpr std::string_view pin_prefix = "sha256//";
constexpr std::string_view base64_digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// Exactly the 44 characters of 32 bytes.
Result<Hash32> decode_pin(std::string_view text) {
    const Error malformed(ErrorCode::invalid_input,
                          "That is not a pin. It looks like sha256// and 44 characters.");
    if (text.starts_with(pin_prefix)) text.remove_prefix(pin_prefix.size());
    if (text.size() != 44 || text.back() != '=') return malformed;
    Bytes bytes;
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const char digit : text.substr(0, 43)) {
        const std::size_t value = base64_digits.find(digit);
        if (value == std::string_view::npos) return malformed;
        buffer = (buffer << 6) | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(static_cast<Byte>(buffer >> bits));
        }
    }
    Hash32 pin{};
    if (bytes.size() != pin.size()) return malformed;
    std::copy(bytes.begin(), bytes.end(), pin.begin());
    return pin;
}

bool is_loopback(std::string_view host) {
    return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

}  // namespace

Result<ServerAddress> parse_server_url(const std::string& url, const std::string& pin) {
    const Error malformed(ErrorCode::invalid_input,
                          "Give the server as https://HOST:PORT, as `evenkeel-server init` said.");
    ServerAddress server;
    std::string_view rest = url;
    if (rest.starts_with("https://")) {
        rest.remove_prefix(8);
    } else if (rest.starts_with("http://")) {
        rest.remove_prefix(7);
        server.transport = paper::LinkTransport::plain_loopback;
    } else {
        return malformed;
    }
    if (rest.ends_with('/')) rest.remove_suffix(1);
    const std::size_t colon = rest.rfind(':');
    if (colon == std::string_view::npos || colon == 0) return malformed;
    server.host = std::string(rest.substr(0, colon));
    const std::string_view port = rest.substr(colon + 1);
    const auto [end, failure] =
        std::from_chars(port.data(), port.data() + port.size(), server.port);
    if (failure != std::errc{} || end != port.data() + port.size() || server.port == 0) {
        return malformed;
    }
    if (server.transport == paper::LinkTransport::plain_loopback && !is_loopback(server.host)) {
        return Error(ErrorCode::invalid_input,
                     "Without TLS only a server on this machine is used.");
    }
    if (!pin.empty()) {
        TRY_ASSIGN(server.spki_pin, decode_pin(pin));
    }
    return server;
}

std::string print_server_url(const ServerAddress& server) {
    const bool tls = server.transport == paper::LinkTransport::tls;
    return (tls ? "https://" : "http://") + server.host + ":" + std::to_string(server.port);
}

std::string print_pin(const Hash32& pin) {
    std::string text(pin_prefix);
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const Byte byte : pin) {
        buffer = (buffer << 8) | byte;
        bits += 8;
        while (bits >= 6) {
            bits -= 6;
            text.push_back(base64_digits[(buffer >> bits) & 63]);
        }
    }
    text.push_back(base64_digits[(buffer << (6 - bits)) & 63]);
    text.push_back('=');
    return text;
}

}  // namespace evenkeel::client
