#include "sync/client/care_team.h"

#include "core/base/limits.h"
#include "core/store/sync_store.h"
#include "sync/client/enrolment_call.h"
#include "sync/client/leaving.h"
#include "sync/client/members.h"
#include "sync/client/members_next.h"

#include <algorithm>
#include <tuple>

namespace evenkeel::client {
namespace {

using trust::StaffUser;
using trust::VaultMember;
using trust::VaultRole;
using trust::VaultRoster;

// Other devices change the same list: after this many lost races something else is wrong.
constexpr int tries_max = 8;

// Who changes which record, with what that takes.
struct Desk {
    Profile& profile;
    Identity identity;
    Keyring keyring;
    VaultId record;
};

Result<Identity> need_identity(Profile& profile) {
    TRY_ASSIGN(auto identity, load_identity(profile.store()));
    if (identity) return std::move(*identity);
    return Error(ErrorCode::refused, "This profile has not joined a practice yet.");
}

// The newest list of a client's record that is held here.
Result<const VaultRoster*> care_roster(const Keyring& keyring, VaultId record) {
    const VaultRoster* const roster = keyring.roster(record);
    if (roster != nullptr && roster->type == trust::VaultType::care) return roster;
    return Error(ErrorCode::not_found, "That client's record is not on this device.");
}

Result<Desk> open_desk(Profile& profile, VaultId record) {
    TRY_ASSIGN(Identity identity, need_identity(profile));
    TRY_ASSIGN(Keyring keyring, Keyring::load(profile.store(), identity));
    TRY_ASSIGN(const VaultRoster* const roster, care_roster(keyring, record));
    if (roster->terminal || roster->member(identity.keys.id) == nullptr) {
        return Error(ErrorCode::refused, "This device is not in that record any more.");
    }
    return Desk{profile, std::move(identity), std::move(keyring), record};
}

const StaffUser* find_user(const trust::StaffRoster& staff, UserId user) {
    const auto found = std::ranges::find(staff.users, user, &StaffUser::id);
    return found == staff.users.end() ? nullptr : &*found;
}

bool is_clinician(const VaultMember& member, UserId user) {
    return member.role == VaultRole::clinician && member.user == user;
}

bool is_inside(const VaultRoster& roster, UserId user) {
    return std::ranges::any_of(roster.members,
                               [&](const auto& member) { return is_clinician(member, user); });
}

bool has_staff_beside(const VaultRoster& roster, UserId user) {
    return std::ranges::any_of(roster.members, [&](const VaultMember& member) {
        return member.role == VaultRole::clinician && member.user != user;
    });
}

TeamPlace place_of(const VaultRoster& roster, const StaffUser& user) {
    if (is_inside(roster, user.id)) return TeamPlace::inside;
    const bool all_cut = std::ranges::all_of(
        user.devices, [&](const auto& device) { return roster.cut(device.id) != nullptr; });
    return all_cut && !user.devices.empty() ? TeamPlace::taken_out : TeamPlace::outside;
}

// Whatever else is due to the list goes first: a draft that keeps somebody whom the practice
// removed is nobody's to sign. `change` is false when nothing is left to do.
Result<void> publish(Desk& desk, const Connect& connect,
                     const std::function<Result<bool>(VaultRoster&)>& change) {
    const std::unique_ptr<Transport> transport = connect(desk.identity.server);
    for (int i = 0; i < tries_max; ++i) {
        TRY(push_healed(desk.profile, desk.identity, desk.keyring, *transport));
        TRY_ASSIGN(const VaultRoster* const newest, care_roster(desk.keyring, desk.record));
        VaultRoster draft = trust::next_vault_roster(*newest, &desk.keyring.staff());
        TRY_ASSIGN(const bool is_wanted, change(draft));
        if (!is_wanted) return {};
        Push push;
        TRY_ASSIGN(push.vault_rosters.emplace_back(),
                   sign_next(desk.profile, desk.identity, desk.keyring, std::move(draft)));
        TRY_ASSIGN(const bool changed,
                   push_rosters(desk.profile, desk.identity, desk.keyring, *transport, push));
        if (changed) continue;
        // Somebody who goes wrote more than is here: they end after that.
        TRY_ASSIGN(const bool reached, fetch_everything(desk.profile, desk.identity, *transport));
        if (!reached) {
            return Error(ErrorCode::no_network,
                         "The server could not be reached; nothing was changed.");
        }
        TRY_ASSIGN(desk.keyring, Keyring::load(desk.profile.store(), desk.identity));
    }
    return Error(ErrorCode::refused, "The server did not take the new list of members.");
}

Error unknown_colleague() {
    return {ErrorCode::not_found, "Nobody of the practice's staff has that id."};
}

// Adds those devices of a colleague that may still come in; false if none is missing.
Result<bool> add_devices(const trust::StaffRoster& staff, UserId user, VaultRoster& draft) {
    const StaffUser* const colleague = find_user(staff, user);
    if (colleague == nullptr) return unknown_colleague();
    if (place_of(draft, *colleague) == TeamPlace::taken_out) {
        return Error(ErrorCode::refused,
                     "They were taken out of this record, and a device that was taken out does "
                     "not come back. With a new device they can be let in.");
    }
    bool is_more = false;
    for (const trust::DevicePublic& device : colleague->devices) {
        if (draft.member(device.id) != nullptr || draft.cut(device.id) != nullptr) continue;
        draft.members.push_back({.user = user, .role = VaultRole::clinician, .device = device});
        is_more = true;
    }
    constexpr std::size_t recovery = 1;
    if (draft.members.size() > limits::devices_per_vault_max + recovery) {
        return Error(ErrorCode::refused,
                     "This record has as many devices as it can have; remove one first.");
    }
    return is_more;
}

// Until the colleague's own device has said it, the client would read of a nameless clinician.
Result<void> tell_name(Desk& desk, UserId user) {
    store::Store& store = desk.profile.store();
    if (desk.identity.role == Role::client) return {};
    TRY_ASSIGN(const auto told, store.find(desk.record, person_entity(store, user)));
    TRY_ASSIGN(const auto names, names_in(store, desk.identity.practice_vault));
    const auto name = names.find(user);
    if (told || name == names.end()) return {};
    const StaffUser* const colleague = find_user(desk.keyring.staff(), user);
    const bool is_admin = colleague != nullptr && colleague->role == trust::StaffRole::admin;
    return write_person(store, desk.record,
                        {.user = user,
                         .name = PhiText(name->second),
                         .role = is_admin ? Role::admin : Role::clinician});
}

// After a device was taken out, nothing it wrote is taken any more.
Result<void> send_everything(Desk& desk, const Connect& connect) {
    const std::unique_ptr<Transport> transport = connect(desk.identity.server);
    TRY_ASSIGN(const bool reached, fetch_everything(desk.profile, desk.identity, *transport));
    if (!reached) {
        return Error(ErrorCode::no_network,
                     "The server could not be reached; nothing was changed.");
    }
    TRY_ASSIGN(desk.keyring, Keyring::load(desk.profile.store(), desk.identity));
    return {};
}

Result<void> check_may_go(const Desk& desk, UserId user) {
    TRY_ASSIGN(const VaultRoster* const roster, care_roster(desk.keyring, desk.record));
    if (!is_inside(*roster, user)) {
        return Error(ErrorCode::not_found, "Nobody of the practice in that record has that id.");
    }
    if (has_staff_beside(*roster, user)) return {};
    if (user == desk.identity.user) {
        return Error(ErrorCode::refused,
                     "You are the only one of the practice in that record. Let a colleague in "
                     "first; then you can go.");
    }
    return Error(ErrorCode::refused,
                 "They are the only one of the practice in that record, so they stay in it.");
}

}  // namespace

Result<CareTeam> read_care_team(Profile& profile, VaultId record) {
    store::Store& store = profile.store();
    TRY_ASSIGN(const Identity identity, need_identity(profile));
    TRY_ASSIGN(const Keyring keyring, Keyring::load(store, identity));
    TRY_ASSIGN(const VaultRoster* const roster, care_roster(keyring, record));
    ASSERT(!keyring.staff_chain().empty());  // the roster was checked against it
    TRY_ASSIGN(const auto told, names_in(store, record));
    auto names = told;
    if (identity.role != Role::client) {
        TRY_ASSIGN(auto of_practice, names_in(store, identity.practice_vault));
        of_practice.merge(names);  // a name from the practice counts before one from a record
        names = std::move(of_practice);
    }
    CareTeam team{.lines = {}, .client_approves = roster->client_approves_staff};
    for (const StaffUser& user : keyring.staff().users) {
        team.lines.push_back({.user = user.id,
                              .name = names[user.id],
                              .place = place_of(*roster, user),
                              .told = told.contains(user.id)});
    }
    std::ranges::sort(team.lines, {}, [](const TeamLine& line) {
        return std::tuple(line.place != TeamPlace::inside, line.name, line.user);
    });
    return team;
}

Result<void> let_colleague_in(Profile& profile, VaultId record, UserId user,
                              const Connect& connect) {
    TRY_ASSIGN(Desk desk, open_desk(profile, record));
    TRY_ASSIGN(const bool leaving, is_leaving(profile.store()));
    if (leaving) return Error(ErrorCode::refused, "You are leaving the practice: nobody comes in.");
    const bool is_staff = desk.identity.role != Role::client;
    const auto change = [&](VaultRoster& draft) -> Result<bool> {
        const bool is_new = !is_inside(draft, user);
        TRY_ASSIGN(const bool is_more, add_devices(desk.keyring.staff(), user, draft));
        if (!is_more || !is_new || !is_staff || !draft.client_approves_staff) return is_more;
        TRY(tell_name(desk, user));
        return Error(ErrorCode::refused,
                     "Here the client decides: they let a colleague in on their own device, where "
                     "the name stands after the next sync.");
    };
    TRY(publish(desk, connect, change));
    return tell_name(desk, user);
}

Result<void> propose_colleague(Profile& profile, VaultId record, UserId user) {
    TRY_ASSIGN(Desk desk, open_desk(profile, record));
    TRY_ASSIGN(const VaultRoster* const roster, care_roster(desk.keyring, record));
    if (desk.identity.role == Role::client || !roster->client_approves_staff) {
        return Error(ErrorCode::refused, "Here nobody has to be asked; nothing was changed.");
    }
    if (find_user(desk.keyring.staff(), user) == nullptr) return unknown_colleague();
    return tell_name(desk, user);
}

Result<void> take_colleague_out(Profile& profile, VaultId record, UserId user,
                                const Connect& connect) {
    TRY_ASSIGN(Desk desk, open_desk(profile, record));
    TRY(check_may_go(desk, user));
    if (user == desk.identity.user) TRY(send_everything(desk, connect));
    const auto change = [&](VaultRoster& draft) -> Result<bool> {
        const std::vector<VaultMember> before = draft.members;
        for (const VaultMember& member : before) {
            if (!is_clinician(member, user)) continue;
            TRY_ASSIGN(const trust::Cut end,
                       known_end(profile.store(), desk.identity, record, member.device.id));
            trust::remove_device(draft, end);
        }
        return draft.members.size() != before.size();
    };
    TRY(publish(desk, connect, change));
    if (user != desk.identity.user) return {};
    // No turn will bring the list that says so: it was made here.
    return store::SyncStore(profile.store()).close_vault(record);
}

}  // namespace evenkeel::client
