#include "sync/paper/invite_link.h"

#include "sync/paper/text_code.h"

#include <charconv>

namespace evenkeel::paper {
namespace {

constexpr std::size_t code_characters = 56;  // 32 bytes in base 32 and four check characters
constexpr std::size_t host_characters_max = 253;

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string mapped(std::string_view text, char (*map)(char)) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), map);
    return result;
}

bool is_host(std::string_view host) {
    const bool is_ipv6 = host.size() > 2 && host.front() == '[' && host.back() == ']';
    if (is_ipv6) host = host.substr(1, host.size() - 2);
    const std::string_view allowed =
        is_ipv6 ? "0123456789abcdef:." : "abcdefghijklmnopqrstuvwxyz0123456789.-";
    return !host.empty() && host.size() <= host_characters_max &&
           host.find_first_not_of(allowed) == std::string_view::npos;
}

// 32 bytes and check characters that also cover everything before them.
std::string checked_code(std::string_view before, ByteView bytes) {
    const std::string code = encode_crockford(bytes);
    const Hash32 salt = trust::hash(trust::tag::link_check, {as_bytes(before)});
    return code + check_characters(code, code_characters - code.size(), ByteView(salt).first(4));
}

Error wrong_link() {
    return {ErrorCode::invalid_input, "The invite link is incomplete or has a wrong character."};
}

}  // namespace

Result<std::string> format_invite_link(const InviteLink& link) {
    const bool loopback =
        link.host == "localhost" || link.host == "127.0.0.1" || link.host == "[::1]";
    if (!is_host(link.host) || link.port == 0 ||
        (link.transport == LinkTransport::plain_loopback && (!loopback || link.spki_pin))) {
        return Error(ErrorCode::invalid_input,
                     "The server's address cannot stand in an invite link.");
    }
    std::string text = link.transport == LinkTransport::tls ? "EVEN1:" : "EVEN0:";
    text += mapped(link.host, upper) + ":" + std::to_string(link.port) + "/";
    Bytes payload = to_bytes(link.secret.view());
    append(payload, link.root);
    // Salted with whether a pin follows, so that a link cannot lose its pin unnoticed.
    text += checked_code(text + (link.spki_pin ? "+" : "-"), payload);
    trust::wipe(payload);
    if (link.spki_pin) {
        text += '/';
        text += checked_code(text, *link.spki_pin);
    }
    return text;
}

// Reads the parts, writes the link they would make, and compares: every rule of form is checked by
// there being one form only.
Result<InviteLink> parse_invite_link(std::string_view text) {
    while (!text.empty() && static_cast<Byte>(text.back()) <= ' ') text.remove_suffix(1);
    while (!text.empty() && static_cast<Byte>(text.front()) <= ' ') text.remove_prefix(1);
    std::string given = mapped(text.substr(0, 512), upper);
    const std::size_t slash = given.find('/');
    if (slash == std::string::npos || slash < 6) return wrong_link();
    // Look-alikes in the coded part are read as what they stand for.
    for (std::size_t i = slash; i < given.size(); ++i) given[i] = as_printed(given[i]);
    const std::string address = given.substr(0, slash);
    const std::size_t colon = address.rfind(':');
    const std::string_view code = std::string_view(given).substr(slash + 1);
    if (colon < 6 || (code.size() != code_characters && code.size() != 2 * code_characters + 1)) {
        return wrong_link();
    }
    InviteLink link;
    link.transport =
        given.starts_with("EVEN0:") ? LinkTransport::plain_loopback : LinkTransport::tls;
    link.host = mapped(address.substr(6, colon - 6), lower);
    std::from_chars(address.data() + colon + 1, address.data() + address.size(), link.port);
    auto payload = decode_crockford(code.substr(0, code_characters - 4), 32);
    if (!payload) return wrong_link();
    link.secret = *trust::InviteSecret::from(ByteView(*payload).first(16));
    std::copy_n(payload->begin() + 16, link.root.size(), link.root.begin());
    trust::wipe(*payload);
    if (code.size() > code_characters) {
        const auto pin =
            decode_crockford(code.substr(code_characters + 1, code_characters - 4), 32);
        if (!pin) return wrong_link();
        std::copy_n(pin->begin(), pin->size(), link.spki_pin.emplace().begin());
    }
    const auto right = format_invite_link(link);
    if (!right.ok() || right.value() != given) return wrong_link();
    return link;
}

}  // namespace evenkeel::paper
