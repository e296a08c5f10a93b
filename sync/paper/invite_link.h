// The one-time link of an invite, as text or QR code.
//
//   EVEN1:HOST:PORT/ ‖ base32(secret(16) ‖ root fingerprint(16)) ‖ 4 check characters
//   [ / ‖ base32(SPKI pin(32)) ‖ 4 check characters ]
//
// EVEN0: is plain HTTP and accepted for loopback hosts only. Host, port and whether a pin follows
// are under the check characters too. Upper case, so that a QR code stays small; parsed in either
// case.
#pragma once

#include "sync/trust/invite.h"

namespace evenkeel::paper {

enum class LinkTransport : Byte { plain_loopback = 0, tls = 1 };

struct InviteLink {
    LinkTransport transport = LinkTransport::tls;
    std::string host;  // lower case; an IPv6 address in brackets
    std::uint16_t port = 0;
    trust::InviteSecret secret;
    trust::RootFingerprint root{};
    std::optional<Hash32> spki_pin;  // present: this very certificate key, else the usual trust
};

// Refuses hosts with other characters than letters, digits, '.', '-' (or a bracketed IPv6 address),
// and plain transport to anything but localhost, 127.0.0.1 and [::1].
Result<std::string> format_invite_link(const InviteLink& link);
// Any one wrong character is refused here, before anything goes to a network.
Result<InviteLink> parse_invite_link(std::string_view text);

}  // namespace evenkeel::paper
