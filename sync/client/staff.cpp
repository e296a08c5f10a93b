#include "sync/client/staff.h"

#include "core/codec/entity.h"
#include "core/store/record_keeping.h"
#include "core/store/sync_store.h"
#include "sync/client/enrolment_call.h"
#include "sync/client/members_next.h"

#include <algorithm>
#include <utility>

namespace evenkeel::client {
namespace {

using trust::StaffRole;
using trust::StaffRoster;
using trust::StaffUser;

// Other admins may change the list at the same time: after this many lost races something is wrong.
constexpr int tries_max = 8;

Result<Identity> need_admin(Profile& profile) {
    TRY_ASSIGN(auto identity, load_identity(profile.store()));
    if (!identity) return Error(ErrorCode::refused, "This profile has not joined a practice yet.");
    if (identity->role != Role::admin) {
        return Error(ErrorCode::refused, "That is for admins; nothing was changed.");
    }
    return std::move(*identity);
}

Result<StaffUser*> find_user(StaffRoster& roster, UserId user) {
    const auto found = std::ranges::find(roster.users, user, &StaffUser::id);
    if (found != roster.users.end()) return &*found;
    return Error(ErrorCode::not_found, "Nobody of the practice's staff has that id.");
}

bool has_admin_beside(const StaffRoster& roster, UserId user) {
    return std::ranges::any_of(roster.users, [&](const StaffUser& each) {
        return each.role == StaffRole::admin && each.id != user;
    });
}

Error last_admin() {
    return {
        ErrorCode::refused,
        "A practice needs an admin, and this is the last one. Make a colleague an admin first."};
}

// Whom this device's rosters show in a record beside one person; nothing if it holds none.
std::optional<bool> has_staff_beside(const Keyring& keyring, VaultId record, UserId user) {
    const trust::VaultRoster* const roster = keyring.roster(record);
    if (roster == nullptr) return std::nullopt;
    return std::ranges::any_of(roster->members, [&](const trust::VaultMember& member) {
        return member.role == trust::VaultRole::clinician && member.user != user;
    });
}

// Who invited the client of each record, by the device that wrote the invite.
Result<std::map<VaultId, UserId>> inviters(store::Store& store, const Identity& identity,
                                           const Keyring& keyring) {
    std::map<VaultId, UserId> found;
    TRY_ASSIGN(const auto rows, store.list({.record = identity.practice_vault,
                                            .kind = EntityKind::invite_under_way}));
    for (const store::EntityRow& row : rows) {
        const auto invite = codec::decode_invite_under_way(row.fragment);
        const auto* const member = keyring.member(identity.practice_vault, row.origin);
        if (invite.ok() && invite.value().vault && member != nullptr) {
            found[*invite.value().vault] = member->user;
        }
    }
    return found;
}

}  // namespace

Result<void> change_staff_list(Profile& profile, const Identity& identity, Keyring& keyring,
                               Transport& transport,
                               const std::function<Result<bool>(StaffRoster&)>& change) {
    for (int i = 0; i < tries_max; ++i) {
        StaffRoster draft = trust::next_staff_roster(keyring.staff());
        TRY_ASSIGN(const bool is_wanted, change(draft));
        if (!is_wanted) return {};
        draft.author = identity.keys.id;
        TRY_ASSIGN(Bytes bytes, trust::sign_staff_roster(draft, identity.keys.signing));
        TRY(trust::verify_next_staff_roster(keyring.staff(), bytes));
        Push push;
        push.staff_rosters.push_back(std::move(bytes));
        TRY_ASSIGN(const bool changed, push_rosters(profile, identity, keyring, transport, push));
        if (!changed) break;
    }
    return Error(ErrorCode::refused, "The server did not take the new staff list.");
}

Result<std::vector<VaultId>> holds_in_the_way(Profile& profile, UserId user) {
    store::Store& store = profile.store();
    TRY_ASSIGN(const Identity identity, need_admin(profile));
    TRY_ASSIGN(const Keyring keyring, Keyring::load(store, identity));
    TRY_ASSIGN(const auto keeping, store::read_keeping(store, identity.practice_vault));
    TRY_ASSIGN(const auto invited_by, inviters(store, identity, keyring));
    std::vector<VaultId> records;
    for (const auto& [record, hold] : keeping.holds) {
        const auto inviter = invited_by.find(record);
        const bool is_theirs = inviter != invited_by.end() && inviter->second == user;
        const auto beside = has_staff_beside(keyring, record, user);
        const auto* const roster = keyring.roster(record);
        const bool is_in_it =
            roster != nullptr && std::ranges::any_of(roster->members, [&](const auto& member) {
                return member.user == user;
            });
        if (beside ? is_in_it && !*beside : is_theirs) records.push_back(record);
    }
    return records;
}

Result<void> check_may_leave(Profile& profile, UserId user) {
    TRY_ASSIGN(const auto in_the_way, holds_in_the_way(profile, user));
    if (in_the_way.empty()) return {};
    return Error(ErrorCode::refused,
                 "Nobody else of the practice could open {} of the records on hold after that. "
                 "Lift the hold first.")
        .with(static_cast<long long>(in_the_way.size()));
}

Result<void> set_staff_role(Profile& profile, UserId user, Role role, const Connect& connect) {
    TRY_ASSIGN(const Identity identity, need_admin(profile));
    const StaffRole wanted = role == Role::admin ? StaffRole::admin : StaffRole::clinician;
    TRY_ASSIGN(Keyring keyring, Keyring::load(profile.store(), identity));
    StaffRoster now = keyring.staff();
    TRY(find_user(now, user));
    const std::unique_ptr<Transport> transport = connect(identity.server);
    const auto change = [&](StaffRoster& draft) -> Result<bool> {
        TRY_ASSIGN(StaffUser * found, find_user(draft, user));
        if (found->role == wanted) return false;
        if (wanted != StaffRole::admin && !has_admin_beside(draft, user)) return last_admin();
        found->role = wanted;
        return true;
    };
    TRY(change_staff_list(profile, identity, keyring, *transport, change));
    return push_healed(profile, identity, keyring, *transport);
}

Result<void> set_client_approval(Profile& profile, bool asked, const Connect& connect) {
    TRY_ASSIGN(const Identity identity, need_admin(profile));
    TRY_ASSIGN(Keyring keyring, Keyring::load(profile.store(), identity));
    const std::unique_ptr<Transport> transport = connect(identity.server);
    const auto change = [&](StaffRoster& draft) -> Result<bool> {
        return std::exchange(draft.policy.client_approves_staff, asked) != asked;
    };
    TRY(change_staff_list(profile, identity, keyring, *transport, change));
    return push_healed(profile, identity, keyring, *transport);
}

Result<bool> clients_approve(Profile& profile) {
    TRY_ASSIGN(const auto identity, load_identity(profile.store()));
    if (!identity) return Error(ErrorCode::refused, "This profile has not joined a practice yet.");
    // The staff list alone: a caseload has the lists of sixty records beside it.
    TRY_ASSIGN(const auto kept, store::SyncStore(profile.store()).rosters(VaultId{}));
    if (kept.empty()) return false;
    TRY_ASSIGN(const auto chain, trust::verify_staff_chain(kept, identity->root));
    return chain.back().policy.client_approves_staff;
}

Result<void> remove_colleague(Profile& profile, UserId user, const Connect& connect) {
    TRY_ASSIGN(const Identity identity, need_admin(profile));
    TRY_ASSIGN(Keyring keyring, Keyring::load(profile.store(), identity));
    StaffRoster now = keyring.staff();
    TRY(find_user(now, user));
    if (!has_admin_beside(now, user)) return last_admin();
    if (user == identity.user) {
        return Error(ErrorCode::refused, "Nobody removes themself; another admin does.");
    }
    TRY(check_may_leave(profile, user));
    const std::unique_ptr<Transport> transport = connect(identity.server);
    const auto change = [&](StaffRoster& draft) -> Result<bool> {
        const auto found = find_user(draft, user);
        if (!found.ok()) return false;  // another admin was first
        if (!has_admin_beside(draft, user)) return last_admin();
        const std::vector<trust::DevicePublic> devices = found.value()->devices;
        for (const trust::DevicePublic& device : devices) {
            trust::revoke_staff_device(draft, device.id);
        }
        return true;
    };
    TRY(change_staff_list(profile, identity, keyring, *transport, change));
    return push_healed(profile, identity, keyring, *transport);
}

}  // namespace evenkeel::client
