#include "sync/client/enrolment_answer.h"

namespace evenkeel::client {
namespace {

constexpr std::size_t fixed_bytes = 38;

}  // namespace

Bytes pack_answer(const trust::InviteKeys& keys, const Bytes& join_request, const Bytes& roster) {
    Bytes bytes{'A', 1};
    append(bytes, trust::accept_tag(keys, trust::roster_hash(roster)));
    append_big_endian(bytes, static_cast<std::uint32_t>(join_request.size()));
    append(bytes, join_request);
    append(bytes, roster);
    return bytes;
}

Result<JoinAnswer> open_answer(const trust::InviteKeys& keys, ByteView bytes) {
    const Error refused(ErrorCode::refused, "The answer to an invite is not from the one invited.");
    if (bytes.size() < fixed_bytes || bytes[0] != 'A' || bytes[1] != 1) return refused;
    const std::size_t length = read_big_endian<std::uint32_t>(bytes.subspan(34));
    if (length > bytes.size() - fixed_bytes) return refused;
    JoinAnswer answer;
    std::copy_n(bytes.begin() + 2, answer.tag.size(), answer.tag.begin());
    answer.join_request = to_bytes(bytes.subspan(fixed_bytes, length));
    answer.roster = to_bytes(bytes.subspan(fixed_bytes + length));
    if (!trust::verify_accept_tag(keys, trust::roster_hash(answer.roster), answer.tag)) {
        return refused;
    }
    return answer;
}

}  // namespace evenkeel::client
