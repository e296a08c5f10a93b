#include "sync/trust/roster_frame.h"

#include "core/base/limits.h"
#include "sync/trust/layout.h"

namespace evenkeel::trust {
namespace {

constexpr std::size_t header_bytes = 104;

Tag tag_of(RosterKind kind) {
    return kind == RosterKind::staff ? tag::staff_roster : tag::vault_roster;
}

ByteArray<4> preamble_of(RosterKind kind) { return {'R', 1, static_cast<Byte>(kind), 0}; }

// Bytes 4 to 103.
auto fields_of(auto& place, auto& subject, auto& author_key) {
    return std::tie(place.number, subject, place.author, author_key, place.previous);
}

}  // namespace

void RosterPlace::advance() { *this = {.number = number + 1, .previous = hash}; }

bool RosterPlace::follows(const RosterPlace& old) const {
    return number == old.number + 1 && previous == old.hash;
}

RootFingerprint root_fingerprint(const PublicKey& root) {
    return first_bytes<16>(hash(tag::root_fingerprint, {root}));
}

Result<RosterFrame> open_roster_frame(ByteView bytes, RosterKind kind) {
    const Error damaged(ErrorCode::damaged, "A list of members is damaged.");
    if (bytes.size() < header_bytes + 64 || bytes.size() > limits::roster_bytes_max) return damaged;
    if (bytes[0] != 'R') return damaged;
    if (!std::ranges::equal(bytes.first(4), preamble_of(kind))) {
        return Error(ErrorCode::unsupported, "A list of members is of a kind not known here.");
    }
    RosterFrame frame;
    RosterPlace& place = frame.place;
    const ByteView rest =
        take_fields(bytes.subspan(4), fields_of(place, frame.subject, frame.author_key));
    frame.body = rest.first(rest.size() - 64);
    place.hash = roster_hash(bytes);
    const bool is_signed =
        verify(tag_of(kind), frame.author_key, {bytes.first(bytes.size() - 64)}, bytes.last(64));
    const bool is_first = place.previous == Hash32{};
    if (!is_signed || place.number == 0 || is_first != (place.number == 1)) return damaged;
    return frame;
}

Result<Bytes> sign_roster_frame(RosterKind kind, const ByteArray<16>& subject, RosterPlace& place,
                                ByteView body, const SigningKeys& author) {
    Bytes bytes = to_bytes(preamble_of(kind));
    append_fields(bytes, fields_of(place, subject, author.public_key));
    append(bytes, body);
    append(bytes, sign(tag_of(kind), author.secret, {bytes}));
    if (bytes.size() > limits::roster_bytes_max) {
        return Error(ErrorCode::refused, "The list of members is too large.");
    }
    place.hash = roster_hash(bytes);
    return bytes;
}

Hash32 roster_hash(ByteView bytes) { return hash(tag::roster_hash, {bytes}); }

}  // namespace evenkeel::trust
