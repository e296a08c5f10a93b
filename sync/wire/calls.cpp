#include "sync/wire/calls.h"

#include "core/base/limits.h"
#include "sync/wire/wipe_receipt.h"

namespace evenkeel::wire {

namespace {

Bytes call_bytes(Call call) { return {static_cast<Byte>(call)}; }

void append_sized(Bytes& target, ByteView part) {
    append_big_endian(target, static_cast<std::uint32_t>(part.size()));
    append(target, part);
}

// Takes fields off the front; after the first that is missing, every further one is empty.
class LayoutReader {
public:
    explicit LayoutReader(ByteView bytes) : rest_(bytes) {}

    ByteView take(std::size_t count) {
        if (rest_.size() < count) {
            ok_ = false;
            rest_ = {};
            return {};
        }
        const ByteView taken = rest_.first(count);
        rest_ = rest_.subspan(count);
        return taken;
    }
    ByteView rest() { return take(rest_.size()); }
    template <typename Unsigned>
    Unsigned number() {
        const ByteView bytes = take(sizeof(Unsigned));
        return ok_ ? read_big_endian<Unsigned>(bytes) : Unsigned{0};
    }
    ByteView sized() { return take(number<std::uint32_t>()); }
    template <typename Id>
    Id id() {
        const Id id = Id::from(take(16)).value_or(Id{});
        require(!id.is_none());
        return id;
    }
    void call(Call expected) { require(number<Byte>() == static_cast<Byte>(expected)); }
    void require(bool condition) { ok_ = ok_ && condition; }
    // Whether all was there, all was right, and nothing is left over.
    [[nodiscard]] bool done() const { return ok_ && rest_.empty(); }

private:
    ByteView rest_;
    bool ok_ = true;
};

InviteRole read_role(LayoutReader& reader) {
    const Byte role = reader.number<Byte>();
    reader.require(role >= 1 && role <= 3);
    return static_cast<InviteRole>(role);
}

Error unreadable() { return Error(ErrorCode::damaged, "This message could not be read."); }

}  // namespace

Bytes encode(const InviteFetch& call) {
    Bytes bytes = call_bytes(Call::invite_fetch);
    append(bytes, call.invite.view());
    return bytes;
}

Bytes encode(const InviteAnswerCall& call) {
    Bytes bytes = call_bytes(Call::invite_answer);
    append(bytes, call.invite.view());
    bytes.push_back(static_cast<Byte>(call.role));
    append_sized(bytes, call.answer);
    append(bytes, call.roster);
    return bytes;
}

Bytes encode(const SetUp& call) {
    Bytes bytes = call_bytes(Call::set_up);
    append(bytes, call.code);
    append(bytes, call.staff_roster);
    return bytes;
}

Bytes encode(const Rebirth& call) {
    Bytes bytes = call_bytes(Call::rebirth);
    append_big_endian(bytes, static_cast<std::uint16_t>(call.staff_rosters.size()));
    for (const Bytes& roster : call.staff_rosters) append_sized(bytes, roster);
    return bytes;
}

Bytes encode(const WipedCall& call) {
    Bytes bytes = call_bytes(Call::wiped);
    append(bytes, call.receipt);
    return bytes;
}

Result<InviteFetch> parse_invite_fetch(ByteView body) {
    LayoutReader reader(body);
    reader.call(Call::invite_fetch);
    const InviteFetch call{reader.id<InviteId>()};
    if (!reader.done()) return unreadable();
    return call;
}

Result<InviteAnswerCall> parse_invite_answer(ByteView body) {
    LayoutReader reader(body);
    reader.call(Call::invite_answer);
    InviteAnswerCall call;
    call.invite = reader.id<InviteId>();
    call.role = read_role(reader);
    call.answer = to_bytes(reader.sized());
    call.roster = to_bytes(reader.rest());
    reader.require(!call.answer.empty() && call.roster.size() <= limits::roster_bytes_max);
    if (!reader.done()) return unreadable();
    return call;
}

Result<SetUp> parse_set_up(ByteView body) {
    LayoutReader reader(body);
    reader.call(Call::set_up);
    SetUp call;
    const ByteView code = reader.take(call.code.size());
    std::copy(code.begin(), code.end(), call.code.begin());
    call.staff_roster = to_bytes(reader.rest());
    reader.require(!call.staff_roster.empty() &&
                   call.staff_roster.size() <= limits::roster_bytes_max);
    if (!reader.done()) return unreadable();
    return call;
}

Result<Rebirth> parse_rebirth(ByteView body) {
    LayoutReader reader(body);
    reader.call(Call::rebirth);
    const auto count = reader.number<std::uint16_t>();
    reader.require(count > 0);
    Rebirth call;
    for (std::uint16_t i = 0; i < count; ++i) {
        const ByteView roster = reader.sized();
        reader.require(!roster.empty() && roster.size() <= limits::roster_bytes_max);
        if (roster.empty()) break;
        call.staff_rosters.push_back(to_bytes(roster));
    }
    if (!reader.done()) return unreadable();
    return call;
}

Result<WipedCall> parse_wiped(ByteView body) {
    LayoutReader reader(body);
    reader.call(Call::wiped);
    const WipedCall call{to_bytes(reader.take(wipe_receipt_bytes))};
    if (!reader.done()) return unreadable();
    return call;
}

Bytes encode(const SimpleAnswer& answer) {
    Bytes bytes{static_cast<Byte>(answer.status)};
    append(bytes, answer.payload);
    return bytes;
}

Result<SimpleAnswer> parse_simple_answer(ByteView body) {
    if (body.empty()) return unreadable();
    return SimpleAnswer{body[0], to_bytes(body.subspan(1))};
}

Bytes encode(const FetchedInvite& invite) {
    Bytes bytes;
    append_big_endian(bytes, static_cast<std::uint64_t>(invite.expires.ms));
    bytes.push_back(static_cast<Byte>(invite.role));
    bytes.push_back(invite.answered ? 1 : 0);
    append(bytes, invite.blob);
    return bytes;
}

Result<FetchedInvite> parse_fetched_invite(ByteView payload) {
    LayoutReader reader(payload);
    FetchedInvite invite;
    invite.expires = {static_cast<std::int64_t>(reader.number<std::uint64_t>())};
    invite.role = read_role(reader);
    const Byte state = reader.number<Byte>();
    reader.require(state <= 1);
    invite.answered = state == 1;
    invite.blob = to_bytes(reader.rest());
    reader.require(!invite.blob.empty());
    if (!reader.done()) return unreadable();
    return invite;
}

}  // namespace evenkeel::wire
