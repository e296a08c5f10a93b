#include "proto/trust.pb.h"
#include "sync/trust/message.h"
#include "sync/trust/vault_roster.h"

namespace evenkeel::trust {
namespace {

constexpr std::size_t reason_bytes_max = 500;
constexpr int cuts_max = 512;

bool read_member(const proto::VaultRosterBody::Member& message, VaultMember& member) {
    if (!read_id(message.user(), member.user) ||
        !read_choice(message.role(), VaultRole::recovery, member.role) ||
        !read_device(message.device(), member.device) || message.wrap().size() != wrap_bytes) {
        return false;
    }
    member.wrap = to_bytes(as_bytes(message.wrap()));
    if (message.invite().empty() && message.invite_tag().empty()) return true;
    member.proof.emplace();
    return read_id(message.invite(), member.proof->invite) &&
           read_array(message.invite_tag(), member.proof->tag);
}

bool read_emergency(const proto::VaultRosterBody::Emergency& message, VaultRoster& roster) {
    roster.emergency.emplace().reason = message.reason();
    return read_id(message.acting_user(), roster.emergency->acting_user) &&
           !message.reason().empty() && message.reason().size() <= reason_bytes_max;
}

}  // namespace

Bytes write_vault_body(const VaultRoster& roster) {
    proto::VaultRosterBody body;
    body.set_type(static_cast<std::uint32_t>(roster.type));
    body.set_root(to_string(roster.root));
    body.set_staff_number(roster.staff_number);
    body.set_staff_hash(to_string(roster.staff_hash));
    body.set_client_approves_staff(roster.client_approves_staff);
    for (const VaultMember& member : roster.members) {
        auto& message = *body.add_members();
        message.set_user(member.user.string());
        message.set_role(static_cast<std::uint32_t>(member.role));
        write_device(member.device, *message.mutable_device());
        message.set_wrap(to_string(member.wrap));
        if (!member.proof) continue;
        message.set_invite(member.proof->invite.string());
        message.set_invite_tag(to_string(member.proof->tag));
    }
    for (const Cut& cut : roster.cuts) {
        auto& message = *body.add_cuts();
        message.set_device(cut.device.string());
        message.set_final_sequence(cut.final_sequence);
        message.set_final_hash(to_string(cut.final_hash));
        message.set_wipe(cut.wipe);
    }
    body.set_key_commitment(to_string(roster.key_commitment));
    body.set_previous_key_box(to_string(roster.previous_key_box));
    if (roster.emergency) {
        body.mutable_emergency()->set_acting_user(roster.emergency->acting_user.string());
        body.mutable_emergency()->set_reason(roster.emergency->reason);
    }
    body.set_terminal(roster.terminal);
    return serialise_message(body);
}

bool read_vault_body(ByteView bytes, VaultRoster& roster) {
    proto::VaultRosterBody body;
    if (!parse_message(bytes, body) || !read_choice(body.type(), VaultType::notes, roster.type) ||
        !read_array(body.root(), roster.root) ||
        !read_array(body.staff_hash(), roster.staff_hash) ||
        !read_array(body.key_commitment(), roster.key_commitment) ||
        body.previous_key_box().size() != (roster.number == 1 ? 0 : previous_key_box_bytes) ||
        body.cuts().size() > cuts_max) {
        return false;
    }
    roster.staff_number = body.staff_number();
    roster.client_approves_staff = body.client_approves_staff();
    roster.previous_key_box = to_bytes(as_bytes(body.previous_key_box()));
    roster.terminal = body.terminal();
    for (const auto& member : body.members()) {
        if (!read_member(member, roster.members.emplace_back())) return false;
    }
    for (const auto& message : body.cuts()) {
        Cut& cut = roster.cuts.emplace_back();
        cut.final_sequence = message.final_sequence();
        cut.wipe = message.wipe();
        if (!read_id(message.device(), cut.device) ||
            !read_array(message.final_hash(), cut.final_hash) ||
            (cut.final_hash == Hash32{}) != (cut.final_sequence == 0)) {
            return false;
        }
    }
    return !body.has_emergency() || read_emergency(body.emergency(), roster);
}

}  // namespace evenkeel::trust
