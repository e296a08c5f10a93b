// The whole rule of who may change a vault; the numbers are those of vault_roster.h.
#include "core/base/limits.h"
#include "sync/trust/invite.h"

namespace evenkeel::trust {
namespace {

// Everything the rules look at, gathered once.
struct Change {
    const VaultRoster* old = nullptr;  // null at number 1
    const VaultRoster& next;
    const StaffRoster* staff = nullptr;   // the referenced one; null in a private vault
    const VaultMember* author = nullptr;  // as in `old`, at number 1 as in `next`; null: ROOT
    PublicKey author_key{};
    std::span<const InviteKeys> invites;

    [[nodiscard]] bool by(VaultRole role) const { return author && author->role == role; }
    [[nodiscard]] bool by_admin() const {
        const StaffUser* user = staff && author ? staff->user_of(author->device.id) : nullptr;
        return user && user->role == StaffRole::admin;
    }
    [[nodiscard]] bool had_user(const UserId& user) const {
        return old && std::ranges::any_of(old->members, [&](auto& m) { return m.user == user; });
    }
};

std::vector<UserId> users_with(const VaultRoster& roster, VaultRole role) {
    std::vector<UserId> users;
    for (const VaultMember& member : roster.members) {
        if (member.role == role) users.push_back(member.user);
    }
    std::ranges::sort(users);
    users.erase(std::unique(users.begin(), users.end()), users.end());
    return users;
}

// Rule 3 for one staff device: certified with these keys for this user.
bool is_certified(const Change& change, const VaultMember& member) {
    const DevicePublic* device = change.staff ? change.staff->device(member.device.id) : nullptr;
    return device && *device == member.device &&
           change.staff->user_of(device->id)->id == member.user;
}

// Rule 1, and who may author number 1.
bool is_signed_by_who_may(const Change& change) {
    const VaultRoster& next = change.next;
    if (next.emergency || next.author.is_none()) {
        return next.emergency && next.author.is_none() && change.staff && change.old;
    }
    if (change.old) return !change.by(VaultRole::clinician) || is_certified(change, *change.author);
    const bool is_staffs = next.type == VaultType::practice || next.type == VaultType::notes;
    const VaultRole owner = is_staffs ? VaultRole::clinician : VaultRole::client;
    if (!change.by(owner) || change.author->device.signing_key != change.author_key) return false;
    if (next.type == VaultType::practice) return change.by_admin();
    return std::ranges::count(next.members, owner, &VaultMember::role) == 1;
}

// Number 1 takes nothing back and keeps the practice's policy.
bool begins_well(const Change& change) {
    const VaultRoster& next = change.next;
    return change.old || (next.cuts.empty() && !next.terminal &&
                          (next.type != VaultType::care || next.client_approves_staff ||
                           !change.staff->policy.client_approves_staff));
}

// Rule 7, counts: nobody twice, one role per user.
bool names_nobody_twice(const Change& change) {
    const auto& members = change.next.members;
    return std::ranges::all_of(members, [&](const VaultMember& member) {
        std::size_t same_user = 0, same_device = 0;
        bool one_role = true;
        for (const VaultMember& other : members) {
            same_user += other.user == member.user;
            same_device += other.device.id == member.device.id;
            one_role &= other.user != member.user || other.role == member.role;
        }
        return one_role && same_device == 1 && same_user <= limits::devices_per_user_max;
    });
}

// Rules 4 and 7: as many of each role as this kind of vault has.
bool fits_its_type(const Change& change) {
    const VaultRoster& next = change.next;
    const bool is_private = next.type == VaultType::private_;
    const bool has_client = is_private || next.type == VaultType::care;
    const std::size_t recovery = is_private ? 0 : 1;
    const std::size_t most = next.type == VaultType::practice ? limits::staff_devices_max
                                                              : limits::devices_per_vault_max;
    const auto staff = users_with(next, VaultRole::clinician);
    const bool keeps_notes =
        next.type != VaultType::notes || !change.old || next.emergency ||
        std::ranges::all_of(staff, [&](auto& u) { return change.had_user(u); });
    return users_with(next, VaultRole::client).size() == (has_client ? 1 : 0) &&
           users_with(next, VaultRole::recovery).size() == recovery &&
           (has_client ? staff.empty() || !is_private : !staff.empty()) && keeps_notes &&
           next.members.size() <= most + recovery &&
           (!next.client_approves_staff || next.type == VaultType::care);
}

// Rules 3, 4 and 6 for each who is in the list.
bool may_be_member(const Change& change, const VaultMember& member) {
    if (member.role == VaultRole::recovery) {
        const VaultMember expected = recovery_member(*change.staff);
        return member.user == expected.user && member.device == expected.device;
    }
    if (change.next.cut(member.device.id)) return false;
    if (member.role == VaultRole::clinician && !is_certified(change, member)) return false;
    // A proof that can be checked here must be right; one that cannot stands as a claim.
    const bool proof_stands = std::ranges::all_of(change.invites, [&](const InviteKeys& keys) {
        return !member.proof || keys.id != member.proof->invite ||
               verify_device_proof(keys, change.next.vault, member);
    });
    if (!proof_stands) return false;
    if (!change.old || change.old->member(member.device.id)) return true;
    if (member.role == VaultRole::client) {
        return member.proof || (change.author && change.author->user == member.user);
    }
    return !change.old->client_approves_staff || change.had_user(member.user) ||
           change.by(VaultRole::client) || change.next.emergency;
}

bool has_rightful_members(const Change& change) {
    return std::ranges::all_of(change.next.members,
                               [&](const auto& member) { return may_be_member(change, member); });
}

// Rules 2 and 6: what no roster changes, and what only the client gives up.
bool keeps_what_stays(const Change& change) {
    if (!change.old) return true;
    const VaultRoster &old = *change.old, &next = change.next;
    return next.type == old.type && next.root == old.root &&
           users_with(old, VaultRole::client) == users_with(next, VaultRole::client) &&
           next.staff_number >= old.staff_number &&
           (next.staff_number > old.staff_number || next.staff_hash == old.staff_hash) &&
           (!old.client_approves_staff || next.client_approves_staff ||
            change.by(VaultRole::client));
}

// Rules 2 and 5: who was in the list is there unchanged, or was cut. Recovery follows rule 4.
bool keeps_or_cuts_members(const Change& change) {
    return !change.old || std::ranges::all_of(change.old->members, [&](const VaultMember& former) {
        const VaultMember* kept = change.next.member(former.device.id);
        if (former.role == VaultRole::recovery) return true;
        if (!kept) return change.next.cut(former.device.id) != nullptr;
        return kept->device == former.device && kept->user == former.user &&
               kept->role == former.role && kept->proof == former.proof;
    });
}

// Rule 5: cuts stay as they were made, and only members are cut, once.
bool keeps_cuts(const Change& change) {
    if (!change.old) return true;
    const VaultRoster &old = *change.old, &next = change.next;
    const auto stays = [&](const Cut& cut) {
        return next.cut(cut.device) && *next.cut(cut.device) == cut;
    };
    return std::ranges::all_of(old.cuts, stays) &&
           std::ranges::all_of(next.cuts, [&](const Cut& cut) {
               return std::ranges::count(next.cuts, cut.device, &Cut::device) == 1 &&
                      (old.cut(cut.device) || old.member(cut.device));
           });
}

// Rule 8: the practice keeps records as long as it must, so it is the one that ends them.
bool may_end(const Change& change) {
    if (!change.next.terminal) return true;
    if (change.next.type == VaultType::private_) return change.by(VaultRole::client);
    if (change.next.type == VaultType::practice) return change.by_admin();
    return change.by(VaultRole::clinician);
}

struct Rule {
    bool (*holds)(const Change&);
    Literal sentence;
};
constexpr Rule rules[] = {
    {is_signed_by_who_may, "The list of members is not signed by somebody who may change it."},
    {begins_well, "The first list of members does not keep the practice's policy."},
    {names_nobody_twice, "The list of members names somebody twice or too often."},
    {fits_its_type, "The members do not fit this kind of record."},
    {has_rightful_members, "The list of members has somebody who was not let in rightfully."},
    {keeps_what_stays, "The list of members changes what can never change."},
    {keeps_or_cuts_members, "A member's keys were exchanged, or its end was not said."},
    {keeps_cuts, "The end of a removed device was changed."},
    {may_end, "This record cannot be erased by that device."},
};

// Rule 1 as far as the frame tells: checked before the body is parsed.
bool frame_follows(const VaultRoster& old, const RosterFrame& frame) {
    if (old.terminal || !frame.place.follows(old) || frame.subject != old.vault.bytes) return false;
    if (frame.place.author.is_none()) return root_fingerprint(frame.author_key) == old.root;
    const VaultMember* author = old.member(frame.place.author);
    return author && author->role != VaultRole::recovery &&
           author->device.signing_key == frame.author_key;
}

Result<const StaffRoster*> referenced_staff(const VaultRoster& roster,
                                            std::span<const StaffRoster> known) {
    if (roster.type == VaultType::private_) {
        if (roster.staff_number == 0 && roster.staff_hash == Hash32{}) return nullptr;
        return Error(ErrorCode::refused, "A private record names no staff.");
    }
    const auto staff = std::ranges::find(known, roster.staff_hash, &StaffRoster::hash);
    if (staff == known.end()) {
        return Error(ErrorCode::not_found, "The staff list this refers to is not known here.");
    }
    if (staff->number == roster.staff_number && staff->root() == roster.root) return &*staff;
    return Error(ErrorCode::refused, "The list of members belongs to another practice.");
}

}  // namespace

Result<VaultRoster> check_vault_roster(const VaultRoster* old, ByteView bytes,
                                       std::span<const StaffRoster> staff,
                                       std::span<const InviteKeys> invites) {
    TRY_ASSIGN(const RosterFrame frame, open_roster_frame(bytes, RosterKind::vault));
    if (old ? !frame_follows(*old, frame) : frame.place.number != 1) {
        return Error(ErrorCode::refused, "The list of members does not follow the one known here.");
    }
    VaultRoster next{frame.place, {frame.subject}};
    if (next.vault.is_none() || !read_vault_body(frame.body, next)) {
        return Error(ErrorCode::damaged, "The list of members does not have the form of one.");
    }
    TRY_ASSIGN(const StaffRoster* const referenced, referenced_staff(next, staff));
    const Change change{.old = old,
                        .next = next,
                        .staff = referenced,
                        .author = (old ? *old : next).member(frame.place.author),
                        .author_key = frame.author_key,
                        .invites = invites};
    for (const Rule& rule : rules) {
        if (!rule.holds(change)) return Error(ErrorCode::refused, rule.sentence);
    }
    return next;
}

}  // namespace evenkeel::trust
