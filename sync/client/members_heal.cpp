#include "core/store/sync_store.h"
#include "sync/client/enrolment_call.h"
#include "sync/client/leaving.h"
#include "sync/client/members.h"
#include "sync/client/members_next.h"
#include "sync/client/own_devices.h"
#include "sync/client/staff.h"

namespace evenkeel::client {
namespace {

using trust::VaultMember;
using trust::VaultRole;
using trust::VaultRoster;
using trust::VaultType;

// Other devices heal the same vaults: after this many lost races something else is wrong.
constexpr int tries_max = 8;

// What this person wants gone: devices from everywhere, the practice's people from one record.
struct Wishes {
    std::vector<RemovalWish> removals;
    std::optional<VaultId> without_staff;
};

const RemovalWish* find_wish(const Wishes& wishes, DeviceId device) {
    const auto found = std::ranges::find(wishes.removals, device, &RemovalWish::device);
    return found == wishes.removals.end() ? nullptr : &*found;
}

Result<Wishes> read_wishes(store::Store& store, const Identity& identity) {
    Wishes wishes;
    TRY_ASSIGN(wishes.removals, removal_wishes(store));
    TRY_ASSIGN(const bool leaving, is_leaving(store));
    if (leaving) wishes.without_staff = identity.care_vault;
    return wishes;
}

// Those who must or shall go, each with their end. Members that stay are not named.
Result<std::vector<trust::Cut>> departures(store::Store& store, const Identity& identity,
                                           const VaultRoster& roster,
                                           const trust::StaffRoster* staff, const Wishes& wishes) {
    const bool without_staff = wishes.without_staff == roster.vault;
    std::vector<trust::Cut> ends;
    for (const VaultMember& member : roster.members) {
        const RemovalWish* const wish = find_wish(wishes, member.device.id);
        const bool gone =
            member.role == VaultRole::clinician &&
            (without_staff || (staff != nullptr && staff->device(member.device.id) == nullptr));
        if (wish == nullptr && !gone) continue;
        TRY_ASSIGN(trust::Cut end, known_end(store, identity, roster.vault, member.device.id));
        end.wipe = wish != nullptr && wish->wipe;
        ends.push_back(end);
    }
    return ends;
}

// Certified devices that belong here and are not: those of staff who are members already, and in
// the practice vault those of everybody. Notes open to what their clinician let in alone.
std::vector<VaultMember> arrivals(const VaultRoster& roster, const Keyring& keyring) {
    const trust::StaffRoster& staff = keyring.staff();
    std::vector<VaultMember> coming;
    for (const trust::StaffUser& user : staff.users) {
        const bool belongs =
            roster.type == VaultType::practice ||
            std::any_of(roster.members.begin(), roster.members.end(), [&](const VaultMember& m) {
                return m.role == VaultRole::clinician && m.user == user.id;
            });
        if (!belongs) continue;
        for (const trust::DevicePublic& device : user.devices) {
            if (roster.member(device.id) != nullptr || roster.cut(device.id) != nullptr) continue;
            const bool is_notes = roster.type == VaultType::notes;
            if (is_notes && !is_own_staff_device(keyring, roster.author, device.id)) continue;
            coming.push_back({.user = user.id, .role = VaultRole::clinician, .device = device});
        }
    }
    return coming;
}

bool has_new_recovery(const VaultRoster& roster, const trust::StaffRoster& staff) {
    const VaultMember* const recovery = roster.member(trust::recovery_device_id);
    return recovery == nullptr || recovery->device != trust::recovery_member(staff).device;
}

// The practice has its clients approve since; what a record asked for already, it goes on asking.
bool asks_the_client(const VaultRoster& roster, const trust::StaffRoster* staff) {
    return roster.type == VaultType::care && !roster.client_approves_staff && staff != nullptr &&
           staff->policy.client_approves_staff;
}

// Who took themself out drew the key that came after: any list that follows has another one.
bool has_key_of_who_went(const VaultRoster& roster) { return roster.cut(roster.author) != nullptr; }

// The next roster of one vault, if it needs one and this device may write it.
Result<std::optional<Bytes>> healed(Profile& profile, const Identity& identity, Keyring& keyring,
                                    const VaultRoster& roster, const Wishes& wishes) {
    if (roster.terminal || roster.member(identity.keys.id) == nullptr)
        return std::optional<Bytes>{};
    const bool has_staff = roster.type != VaultType::private_ && !keyring.staff_chain().empty();
    const trust::StaffRoster* const staff = has_staff ? &keyring.staff() : nullptr;
    TRY_ASSIGN(const auto ends, departures(profile.store(), identity, roster, staff, wishes));
    const bool lets_in = staff != nullptr && wishes.without_staff != roster.vault;
    const auto coming = lets_in ? arrivals(roster, keyring) : std::vector<VaultMember>{};
    const bool new_recovery = staff != nullptr && has_new_recovery(roster, *staff);
    const bool asks_now = asks_the_client(roster, staff);
    const bool changes = !ends.empty() || !coming.empty() || new_recovery || asks_now;
    if (!changes && !has_key_of_who_went(roster)) return std::optional<Bytes>{};

    VaultRoster draft = trust::next_vault_roster(roster, staff);
    for (const trust::Cut& end : ends) trust::remove_device(draft, end);
    draft.members.insert(draft.members.end(), coming.begin(), coming.end());
    draft.client_approves_staff = draft.client_approves_staff || asks_now;
    auto bytes = sign_next(profile, identity, keyring, std::move(draft));
    // Somebody with other rights will do it; a broken disk is our own trouble.
    if (!bytes.ok() && bytes.error().code() == ErrorCode::refused) return std::optional<Bytes>{};
    if (!bytes.ok()) return bytes.error();
    return std::optional(std::move(bytes).value());
}

Result<void> forget_granted_wishes(store::Store& store, const Keyring& keyring,
                                   const std::vector<store::VaultRow>& rows,
                                   const std::vector<RemovalWish>& wishes) {
    for (const RemovalWish& wish : wishes) {
        const bool member = std::any_of(rows.begin(), rows.end(), [&](const auto& row) {
            const VaultRoster* const roster = keyring.roster(row.id);
            return roster != nullptr && roster->member(wish.device) != nullptr;
        });
        if (!member) TRY(drop_removal_wish(store, wish.device));
    }
    return {};
}

// Whether this device leaves the staff list by this person's hand. A client only takes it out of
// the own record.
Result<void> leave_staff_list(Profile& profile, const Identity& identity, Keyring& keyring,
                              Transport& transport, DeviceId device) {
    if (identity.role == Role::client || keyring.staff().device(device) == nullptr) return {};
    if (identity.role != Role::admin) {
        return Error(ErrorCode::refused, "Only an admin can take a device off the staff list.");
    }
    // With their only device the colleague leaves.
    const trust::StaffUser* const user = keyring.staff().user_of(device);
    if (user->devices.size() == 1) TRY(check_may_leave(profile, user->id));
    return change_staff_list(profile, identity, keyring, transport,
                             [&](trust::StaffRoster& draft) -> Result<bool> {
                                 const bool is_there = draft.device(device) != nullptr;
                                 trust::revoke_staff_device(draft, device);
                                 return is_there;
                             });
}

Result<bool> is_anywhere(store::Store& store, const Keyring& keyring, DeviceId device) {
    if (!keyring.staff_chain().empty() && keyring.staff().device(device) != nullptr) return true;
    TRY_ASSIGN(const auto rows, store::SyncStore(store).vaults());
    return std::any_of(rows.begin(), rows.end(), [&](const auto& row) {
        const VaultRoster* const roster = keyring.roster(row.id);
        return roster != nullptr && roster->member(device) != nullptr;
    });
}

}  // namespace

Result<std::vector<Bytes>> heal_rosters(Profile& profile, const Identity& identity,
                                        Keyring& keyring) {
    store::Store& store = profile.store();
    TRY(settle_membership(profile, identity, keyring));
    TRY_ASSIGN(const auto rows, store::SyncStore(store).vaults());
    TRY_ASSIGN(const Wishes wishes, read_wishes(store, identity));
    TRY(forget_granted_wishes(store, keyring, rows, wishes.removals));
    std::vector<Bytes> rosters;
    for (const store::VaultRow& row : rows) {
        const VaultRoster* const roster = keyring.roster(row.id);
        if (row.closed || roster == nullptr) continue;
        TRY_ASSIGN(auto next, healed(profile, identity, keyring, *roster, wishes));
        if (next) rosters.push_back(std::move(*next));
    }
    return rosters;
}

Result<void> push_healed(Profile& profile, const Identity& identity, Keyring& keyring,
                         Transport& transport) {
    for (int i = 0; i < tries_max; ++i) {
        TRY_ASSIGN(const auto rosters, heal_rosters(profile, identity, keyring));
        if (rosters.empty()) return {};
        const Push push{.staff_rosters = {}, .vault_rosters = rosters};
        TRY_ASSIGN(const bool changed, push_rosters(profile, identity, keyring, transport, push));
        if (changed) continue;
        // The server holds entries of that device that are not here yet: it ends after them.
        TRY_ASSIGN(const bool reached, fetch_everything(profile, identity, transport));
        if (!reached) {
            return Error(ErrorCode::no_network,
                         "The server could not be reached; the wish is kept.");
        }
        TRY_ASSIGN(keyring, Keyring::load(profile.store(), identity));
    }
    return Error(ErrorCode::refused, "The server did not take the new members; the wish is kept.");
}

Result<void> revoke_device(Profile& profile, DeviceId device, bool wipe, const Connect& connect) {
    store::Store& store = profile.store();
    TRY_ASSIGN(const auto identity, load_identity(store));
    if (!identity) return Error(ErrorCode::refused, "This profile has not joined a practice yet.");
    if (device == identity->keys.id) {
        return Error(ErrorCode::refused, "A device cannot remove itself; use another one.");
    }
    TRY_ASSIGN(Keyring keyring, Keyring::load(store, *identity));
    TRY_ASSIGN(const bool known, is_anywhere(store, keyring, device));
    if (!known) return Error(ErrorCode::not_found, "No device here has that id.");
    TRY(add_removal_wish(store, {.device = device, .wipe = wipe}));
    const std::unique_ptr<Transport> transport = connect(identity->server);
    if (auto left = leave_staff_list(profile, *identity, keyring, *transport, device); !left.ok()) {
        if (left.error().code() == ErrorCode::refused) TRY(drop_removal_wish(store, device));
        return left.error();
    }
    return push_healed(profile, *identity, keyring, *transport);
}

}  // namespace evenkeel::client
