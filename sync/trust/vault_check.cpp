// The whole rule of who may change a vault; the numbers are those of vault_roster.h.
#include "core/base/limits.h"
#include "sync/trust/invite.h"
#include "sync/trust/vault_body.h"

#include <map>
#include <set>

namespace evenkeel::trust {
namespace {

// Everything the rules look at, gathered once.
struct Change {
    const VaultRoster* old = nullptr;  // null at number 1
    const VaultRoster& next;
    const StaffRoster* staff = nullptr;   // the referenced one; null in a private vault
    const VaultMember* author = nullptr;  // as in `old`, at number 1 as in `next`; null: ROOT
    std::span<const InviteKeys> invites;

    [[nodiscard]] bool by(VaultRole role) const {
        return author != nullptr && author->role == role;
    }
    [[nodiscard]] bool by_user(const UserId& user) const {
        return author != nullptr && author->user == user;
    }
    [[nodiscard]] bool had(const DeviceId& device) const {
        return old != nullptr && old->member(device) != nullptr;
    }
    [[nodiscard]] bool had_user(const UserId& user) const {
        return old != nullptr && std::any_of(old->members.begin(), old->members.end(),
                                             [&](const VaultMember& m) { return m.user == user; });
    }
};

Error refused(Literal sentence) { return {ErrorCode::refused, sentence}; }

std::set<UserId> users_with(const VaultRoster& roster, VaultRole role) {
    std::set<UserId> users;
    for (const VaultMember& member : roster.members) {
        if (member.role == role) users.insert(member.user);
    }
    return users;
}

std::size_t count_of(const VaultRoster& roster, VaultRole role) {
    return static_cast<std::size_t>(
        std::count_if(roster.members.begin(), roster.members.end(),
                      [&](const VaultMember& member) { return member.role == role; }));
}

// Rule 1, as far as the frame tells: checked before the body is parsed.
Result<void> check_frame(const VaultRoster& old, const RosterHeader& header) {
    if (old.terminal) return refused("This record was erased; nothing can follow.");
    if (header.number != old.number + 1 || header.previous != old.hash ||
        header.subject != old.vault.bytes) {
        return refused("The list of members does not follow the one known here.");
    }
    if (header.author.is_none()) {
        if (root_fingerprint(header.author_key) == old.root) return {};
        return refused("The list of members is not signed by this practice.");
    }
    const VaultMember* author = old.member(header.author);
    if (author == nullptr || author->role == VaultRole::recovery ||
        author->device.signing_key != header.author_key) {
        return refused("The list of members is not signed by a member.");
    }
    return {};
}

// Rule 3 for one clinician device: certified with these keys for this user.
bool is_certified(const Change& change, const VaultMember& member) {
    if (change.staff == nullptr) return false;
    const DevicePublic* device = change.staff->device(member.device.id);
    return device != nullptr && *device == member.device &&
           change.staff->user_of(device->id)->id == member.user;
}

// Rule 1, the rest, and who may author number 1.
Result<void> check_author(const Change& change, const PublicKey& author_key) {
    const VaultRoster& next = change.next;
    if (next.author.is_none() != next.emergency.has_value() || (next.emergency && !change.staff)) {
        return refused("Only the recovery sheet opens a record in an emergency.");
    }
    if (change.old != nullptr) {
        if (!change.by(VaultRole::clinician) || is_certified(change, *change.author)) return {};
        return refused("The list of members is signed by a device that left the staff.");
    }
    const bool is_staff = next.type == VaultType::practice || next.type == VaultType::notes;
    if (!change.by(is_staff ? VaultRole::clinician : VaultRole::client) ||
        change.author->device.signing_key != author_key || !next.cuts.empty() || next.terminal) {
        return refused("The first list of members is not made by the record's owner.");
    }
    if (next.type == VaultType::practice) {
        const StaffUser* user = change.staff->user_of(next.author);
        if (user == nullptr || user->role != StaffRole::admin) {
            return refused("The practice's own record is made by an admin.");
        }
    } else if (count_of(next, change.author->role) != 1) {
        return refused("The first list of members names more than its owner's one device.");
    }
    if (change.staff != nullptr && next.type == VaultType::care &&
        change.staff->policy.client_approves_staff && !next.client_approves_staff) {
        return refused("The practice's policy asks for the client's approval of staff.");
    }
    return {};
}

// Rule 7 and the counts.
Result<void> check_shape(const Change& change) {
    const VaultRoster& next = change.next;
    std::set<DeviceId> devices;
    std::map<UserId, std::size_t> per_user;
    std::map<UserId, std::set<VaultRole>> roles;
    for (const VaultMember& member : next.members) {
        devices.insert(member.device.id);
        roles[member.user].insert(member.role);
        if (++per_user[member.user] > limits::devices_per_user_max) {
            return refused("A person has more devices than allowed.");
        }
    }
    const std::size_t recovery = next.type == VaultType::private_ ? 0 : 1;
    const std::size_t most = next.type == VaultType::practice ? limits::staff_devices_max
                                                              : limits::devices_per_vault_max;
    const bool one_role_each = std::all_of(
        roles.begin(), roles.end(), [](const auto& entry) { return entry.second.size() == 1; });
    if (devices.size() != next.members.size() || !one_role_each ||
        next.members.size() > most + recovery) {
        return refused("The list of members is too long or names somebody twice.");
    }
    const auto clients = users_with(next, VaultRole::client).size();
    const auto staff = users_with(next, VaultRole::clinician).size();
    const bool fits = next.type == VaultType::care       ? clients == 1
                      : next.type == VaultType::private_ ? clients == 1 && staff == 0
                      : next.type == VaultType::practice ? clients == 0 && staff >= 1
                                                         : clients == 0 && staff >= 1;
    const bool approves = next.client_approves_staff && next.type != VaultType::care;
    if (!fits || approves) return refused("The members do not fit this kind of record.");
    if (next.type != VaultType::notes || next.emergency || change.old == nullptr) return {};
    const bool grows =
        std::any_of(next.members.begin(), next.members.end(),
                    [&](const auto& member) { return !change.had_user(member.user); });
    if (grows) return refused("Notes belong to one clinician.");
    return {};
}

// Rule 4: recovery as the staff roster has it.
bool is_recovery_of(const Change& change, const VaultMember& member) {
    if (change.staff == nullptr) return false;
    const VaultMember expected = recovery_member(*change.staff);
    return member.user == expected.user && member.device == expected.device;
}

// A proof that can be checked here must be right; one that cannot stands as a claim.
bool proof_stands(const Change& change, const VaultMember& member) {
    return std::all_of(change.invites.begin(), change.invites.end(), [&](const InviteKeys& keys) {
        return keys.id != member.proof->invite ||
               verify_device_proof(keys, change.next.vault, member);
    });
}

// Rules 3, 4 and 6 for who is in the list.
Result<void> check_member(const Change& change, const VaultMember& member) {
    if (member.role == VaultRole::recovery) {
        if (is_recovery_of(change, member)) return {};
        return refused("The recovery key is not the practice's.");
    }
    if (change.next.cut(member.device.id) != nullptr) {
        return refused("A device that was removed cannot come back.");
    }
    if (member.role == VaultRole::clinician && !is_certified(change, member)) {
        return refused("A staff device is not on the practice's staff list.");
    }
    if (member.proof && !proof_stands(change, member)) {
        return refused("A device was not the one that was invited.");
    }
    if (change.had(member.device.id) || change.old == nullptr) return {};
    if (member.role == VaultRole::client && !change.by_user(member.user) && !member.proof) {
        return refused("A client's device was added without the client.");
    }
    if (member.role == VaultRole::clinician && change.old->client_approves_staff &&
        !change.had_user(member.user) && !change.by(VaultRole::client) && !change.next.emergency) {
        return refused("New staff need the client's approval.");
    }
    return {};
}

// Rules 2, 4 and 5 for one who was in the list.
Result<void> check_former(const Change& change, const VaultMember& former) {
    if (former.role == VaultRole::recovery) return {};
    const VaultMember* kept = change.next.member(former.device.id);
    if (kept != nullptr) {
        const bool same = kept->device == former.device && kept->user == former.user &&
                          kept->role == former.role &&
                          kept->proof.has_value() == former.proof.has_value() &&
                          (!kept->proof || (kept->proof->invite == former.proof->invite &&
                                            kept->proof->tag == former.proof->tag));
        if (same) return {};
        return refused("A member's keys were exchanged.");
    }
    if (change.next.cut(former.device.id) == nullptr) {
        return refused("A device was removed without saying where it ends.");
    }
    return {};
}

Result<void> check_succession(const Change& change) {
    const VaultRoster& old = *change.old;
    const VaultRoster& next = change.next;
    const bool same_client =
        users_with(old, VaultRole::client) == users_with(next, VaultRole::client);
    if (next.type != old.type || next.root != old.root || !same_client ||
        next.staff_number < old.staff_number ||
        (next.staff_number == old.staff_number && next.staff_hash != old.staff_hash)) {
        return refused("The list of members changes what can never change.");
    }
    for (const Cut& cut : old.cuts) {
        if (const Cut* kept = next.cut(cut.device); kept == nullptr || *kept != cut) {
            return refused("The end of a removed device was changed.");
        }
    }
    std::set<DeviceId> cut_devices;
    for (const Cut& cut : next.cuts) {
        cut_devices.insert(cut.device);
        if (old.cut(cut.device) == nullptr && !change.had(cut.device)) {
            return refused("A device was cut off that was no member.");
        }
    }
    if (cut_devices.size() != next.cuts.size()) return refused("A device was cut off twice.");
    if (old.client_approves_staff && !next.client_approves_staff && !change.by(VaultRole::client)) {
        return refused("Only the client can give up approving staff.");
    }
    for (const VaultMember& former : old.members) TRY(check_former(change, former));
    return {};
}

// Rule 8: the practice keeps records as long as it must, so it is the one that ends them.
Result<void> check_terminal(const Change& change) {
    if (!change.next.terminal) return {};
    const VaultType type = change.next.type;
    const StaffUser* user =
        change.staff == nullptr ? nullptr : change.staff->user_of(change.next.author);
    const bool allowed = type == VaultType::private_ ? change.by(VaultRole::client)
                         : type == VaultType::practice
                             ? user != nullptr && user->role == StaffRole::admin
                             : user != nullptr;
    if (allowed) return {};
    return refused("This record cannot be erased by that device.");
}

Result<const StaffRoster*> referenced_staff(const VaultRoster& roster,
                                            std::span<const StaffRoster> known) {
    if (roster.type == VaultType::private_) {
        if (roster.staff_number == 0 && roster.staff_hash == Hash32{}) return nullptr;
        return refused("A private record names no staff.");
    }
    for (const StaffRoster& staff : known) {
        if (staff.hash != roster.staff_hash) continue;
        if (staff.number == roster.staff_number && staff.root() == roster.root) return &staff;
        return refused("The list of members belongs to another practice.");
    }
    return Error(ErrorCode::not_found, "The staff list this refers to is not known here.");
}

}  // namespace

Result<VaultRoster> check_vault_roster(const VaultRoster* old, ByteView bytes,
                                       std::span<const StaffRoster> staff,
                                       std::span<const InviteKeys> invites) {
    TRY_ASSIGN(const RosterFrame frame, open_roster_frame(bytes));
    const RosterHeader& header = frame.header;
    const bool is_first = header.number == 1 && !header.author.is_none();
    if (header.kind != RosterKind::vault || (old == nullptr && !is_first)) {
        return refused("This is not the list of members that was asked for.");
    }
    if (old != nullptr) TRY(check_frame(*old, header));

    VaultRoster next;
    next.number = header.number;
    next.vault = {header.subject};
    next.author = header.author;
    next.previous = header.previous;
    next.hash = roster_hash(bytes);
    if (next.vault.is_none() || !read_vault_body(frame.body, next)) {
        return Error(ErrorCode::damaged, "The list of members does not have the form of one.");
    }
    TRY_ASSIGN(const StaffRoster* const referenced, referenced_staff(next, staff));
    const Change change{.old = old,
                        .next = next,
                        .staff = referenced,
                        .author = (old != nullptr ? *old : next).member(header.author),
                        .invites = invites};
    TRY(check_author(change, header.author_key));
    TRY(check_shape(change));
    const std::size_t recovery = next.type == VaultType::private_ ? 0 : 1;
    if (count_of(next, VaultRole::recovery) != recovery) {
        return refused("The recovery key is missing, or stands where it must not.");
    }
    for (const VaultMember& member : next.members) TRY(check_member(change, member));
    if (old != nullptr) TRY(check_succession(change));
    TRY(check_terminal(change));
    return next;
}

}  // namespace evenkeel::trust
