#include "sync/trust/roster_frame.h"

#include "core/base/limits.h"
#include "sync/trust/layout.h"

namespace evenkeel::trust {
namespace {

constexpr std::size_t header_bytes = 104;

Tag tag_of(RosterKind kind) {
    return kind == RosterKind::staff ? tag::staff_roster : tag::vault_roster;
}

}  // namespace

RootFingerprint root_fingerprint(const PublicKey& root) {
    const Hash32 digest = hash(tag::root_fingerprint, {root});
    RootFingerprint fingerprint{};
    std::copy_n(digest.begin(), fingerprint.size(), fingerprint.begin());
    return fingerprint;
}

Result<RosterFrame> open_roster_frame(ByteView bytes) {
    const Error damaged(ErrorCode::damaged, "A list of members is damaged.");
    if (bytes.size() < header_bytes + 64 || bytes.size() > limits::roster_bytes_max) return damaged;
    LayoutReader reader(bytes);
    const ByteView start = reader.take(4);
    if (start[0] != 'R') return damaged;
    if (start[1] != 1 || start[2] < 1 || start[2] > 2 || start[3] != 0) {
        return Error(ErrorCode::unsupported, "A list of members is of a version not known here.");
    }
    RosterFrame frame;
    frame.header.kind = static_cast<RosterKind>(start[2]);
    frame.header.number = reader.number<std::uint32_t>();
    reader.array(frame.header.subject);
    reader.array(frame.header.author.bytes);
    reader.array(frame.header.author_key);
    reader.array(frame.header.previous);
    frame.body = reader.take(bytes.size() - header_bytes - 64);
    if (!verify(tag_of(frame.header.kind), frame.header.author_key,
                {bytes.first(bytes.size() - 64)}, bytes.last(64)) ||
        frame.header.number == 0 ||
        (frame.header.previous == Hash32{}) != (frame.header.number == 1)) {
        return damaged;
    }
    return frame;
}

Bytes sign_roster_frame(const RosterHeader& header, ByteView body, const SigningSecret& author) {
    Bytes bytes{'R', 1, static_cast<Byte>(header.kind), 0};
    append_big_endian(bytes, header.number);
    append(bytes, header.subject);
    append(bytes, header.author.view());
    append(bytes, header.author_key);
    append(bytes, header.previous);
    append(bytes, body);
    append(bytes, sign(tag_of(header.kind), author, {bytes}));
    return bytes;
}

Hash32 roster_hash(ByteView bytes) { return hash(tag::roster_hash, {bytes}); }

}  // namespace evenkeel::trust
