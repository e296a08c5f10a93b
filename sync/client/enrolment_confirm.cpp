#include "core/store/sync_store.h"
#include "sync/client/enrolment.h"
#include "sync/client/enrolment_answer.h"
#include "sync/client/invites.h"
#include "sync/client/members.h"
#include "sync/client/members_next.h"
#include "sync/client/server_clock.h"
#include "sync/client/waiting_devices.h"

namespace evenkeel::client {
namespace {

using trust::InviteRole;
using trust::VaultMember;
using trust::VaultRole;
using trust::VaultRoster;

Error not_the_invited() {
    return {ErrorCode::refused, "The answer to an invite is not from the one invited."};
}

// One answer, checked, with all that confirming it needs.
struct Confirming {
    Profile& profile;
    const Identity& identity;
    Keyring& keyring;
    KeptInvite invite;
    trust::InviteKeys keys;
    JoinAnswer answer;
    trust::JoinRequest request;
};

Result<void> check_time(Profile& profile, const Identity& identity, const KeptInvite& invite) {
    TRY_ASSIGN(const ServerClock clock, ServerClock::load(profile.store()));
    if (clock.corrected(profile.ports().clock.now()) <= last_answer_time(invite)) return {};
    TRY(end_invite(profile, identity, invite, {.state = InviteState::expired}));
    return Error(ErrorCode::expired, "The answer to an invite came long after it ran out.");
}

Result<void> finish(const Confirming& now, const VaultId& vault, Confirmation& confirmation) {
    TRY(forget_waiting(now.profile.store(), now.invite.id));
    TRY(end_invite(now.profile, now.identity, now.invite,
                   {.state = InviteState::confirmed,
                    .vault = vault,
                    .user = now.request.user,
                    .name = now.request.name}));
    confirmation.done.push_back(now.invite.id);
    return {};
}

// The first roster of a client's own vault, as the client made it: theirs is the only client
// device, it is the one that holds this invite, and this device is a member.
Result<void> accept_care_vault(const Confirming& now, const VaultId& named) {
    TRY_ASSIGN(const VaultRoster first,
               trust::check_vault_roster(nullptr, now.answer.roster, now.keyring.staff_chain(),
                                         {&now.keys, 1}));
    const VaultMember* const client = first.member(now.request.device.id);
    const bool is_invited = client != nullptr && client->role == VaultRole::client &&
                            client->user == now.request.user &&
                            client->device == now.request.device &&
                            trust::verify_device_proof(now.keys, first.vault, *client);
    const bool fits = first.type == trust::VaultType::care && first.author == client->device.id &&
                      first.member(now.identity.keys.id) != nullptr &&
                      (named.is_none() || named == first.vault);
    if (!is_invited || !fits) return not_the_invited();
    store::Store& store = now.profile.store();
    return store.transaction([&]() -> Result<void> {
        store::SyncStore sync(store);
        TRY_ASSIGN(const auto row, sync.vault(first.vault));
        if (!row) {
            TRY(sync.add_vault(
                {.id = first.vault, .type = delta::VaultType::care, .record = first.vault}));
        }
        return now.keyring.accept_vault_roster(now.answer.roster);
    });
}

bool accepted_by_staff(const Keyring& keyring, const VaultId& vault) {
    const VaultRoster* const newest = keyring.roster(vault);
    for (std::uint32_t number = newest == nullptr ? 1 : newest->number; number > 1; --number) {
        const VaultRoster* const before = keyring.roster(vault, number - 1);
        const VaultMember* const author = before->member(keyring.roster(vault, number)->author);
        if (author != nullptr && author->role == VaultRole::clinician) return true;
    }
    return false;
}

Result<Confirmation> confirm_client(const Confirming& now, const VaultId& named) {
    Confirmation confirmation;
    TRY_ASSIGN(const trust::VaultRosterLabel label, trust::vault_roster_label(now.answer.roster));
    TRY(accept_care_vault(now, named));
    if (!accepted_by_staff(now.keyring, label.vault)) {
        const VaultRoster& newest = *now.keyring.roster(label.vault);
        TRY_ASSIGN(Bytes next, sign_next(now.profile, now.identity, now.keyring,
                                         trust::next_vault_roster(newest, &now.keyring.staff())));
        confirmation.vault_rosters.push_back(std::move(next));
        return confirmation;
    }
    store::Store& store = now.profile.store();
    const auto ended = store.transaction([&]() -> Result<void> {
        TRY(write_person(store, label.vault, person_of(now.identity)));
        return finish(now, label.vault, confirmation);
    });
    if (!ended.ok()) return ended.error();
    return confirmation;
}

// Vaults that a device of this client belongs into, as far as this device may let it in.
std::vector<VaultId> vaults_to_enter(const Confirming& now) {
    if (now.invite.role == InviteRole::client) return {now.invite.vault};
    return {now.identity.care_vault, now.identity.private_vault};
}

// A further device of a client, let in by another own device; or the first one again after all were
// lost, let in by the clinician, with the proof that it holds the invite.
Result<Confirmation> confirm_client_device(const Confirming& now) {
    Confirmation confirmation;
    if (now.request.user != now.invite.user) return not_the_invited();
    for (const VaultId& vault : vaults_to_enter(now)) {
        const VaultRoster* const newest = now.keyring.roster(vault);
        if (newest == nullptr || newest->member(now.request.device.id) != nullptr) continue;
        const bool by_staff = now.invite.role == InviteRole::client;
        const trust::StaffRoster* const staff =
            newest->type == trust::VaultType::private_ ? nullptr : &now.keyring.staff();
        VaultRoster draft = trust::next_vault_roster(*newest, staff);
        VaultMember member{
            .user = now.request.user, .role = VaultRole::client, .device = now.request.device};
        if (by_staff) {
            member.proof = trust::device_proof(now.keys, vault, member.user, member.device);
        }
        draft.members.push_back(std::move(member));
        TRY_ASSIGN(Bytes next, sign_next(now.profile, now.identity, now.keyring, std::move(draft)));
        confirmation.vault_rosters.push_back(std::move(next));
    }
    if (confirmation.vault_rosters.empty()) TRY(finish(now, now.invite.vault, confirmation));
    return confirmation;
}

// The staff list first; once that is out, every vault the device belongs into heals by itself.
Result<Confirmation> confirm_staff(const Confirming& now) {
    Confirmation confirmation;
    const trust::StaffRoster& staff = now.keyring.staff();
    if (staff.device(now.request.device.id) == nullptr) {
        trust::StaffRoster draft = trust::next_staff_roster(staff);
        draft.author = now.identity.keys.id;
        const auto user = std::find_if(draft.users.begin(), draft.users.end(),
                                       [&](const auto& u) { return u.id == now.request.user; });
        const bool is_own = now.invite.role == InviteRole::device;
        if (is_own != (user != draft.users.end()) ||
            (is_own && now.request.user != now.identity.user)) {
            return not_the_invited();
        }
        if (is_own) {
            user->devices.push_back(now.request.device);
        } else {
            draft.users.push_back({.id = now.request.user,
                                   .role = trust::StaffRole::clinician,
                                   .devices = {now.request.device}});
        }
        TRY_ASSIGN(Bytes next, trust::sign_staff_roster(draft, now.identity.keys.signing));
        TRY(trust::verify_next_staff_roster(staff, next));
        confirmation.staff_rosters.push_back(std::move(next));
        return confirmation;
    }
    const VaultRoster* const practice = now.keyring.roster(now.identity.practice_vault);
    if (practice == nullptr || practice->member(now.request.device.id) == nullptr) {
        return confirmation;  // heal_rosters brings it in
    }
    TRY(finish(now, {}, confirmation));
    return confirmation;
}

// An own further device enters only where a person saw the same digits on both screens: the
// invite's secret alone may have been overheard.
Result<Entry> own_device_entry(const Confirming& now) {
    const VaultId& vault =
        now.identity.role == Role::client ? now.identity.care_vault : now.identity.practice_vault;
    return entry_of(now.profile.store(), {.invite = now.invite.id,
                                          .device = now.request.device.id,
                                          .name = now.request.name,
                                          .safety_number = trust::safety_number(
                                              now.identity.root, now.request.device, vault)});
}

Result<std::optional<KeptInvite>> find_invite(store::Store& store, const Identity& identity,
                                              const InviteId& id) {
    TRY_ASSIGN(auto invites, open_invites(store, identity));
    for (KeptInvite& invite : invites) {
        if (invite.id == id) return std::optional(std::move(invite));
    }
    return std::optional<KeptInvite>{};
}

}  // namespace

Result<Confirmation> confirm_answer(Profile& profile, const Identity& identity, Keyring& keyring,
                                    const InviteId& invite, ByteView answer, VaultId vault) {
    store::Store& store = profile.store();
    TRY_ASSIGN(auto found, find_invite(store, identity, invite));
    if (!found) {
        Confirmation confirmation;
        TRY_ASSIGN(const bool ended, is_ended(store, identity, invite));
        if (ended) confirmation.done.push_back(invite);
        return confirmation;
    }
    TRY(check_time(profile, identity, *found));
    Confirming now{.profile = profile,
                   .identity = identity,
                   .keyring = keyring,
                   .invite = std::move(*found),
                   .keys = {},
                   .answer = {},
                   .request = {}};
    now.keys = trust::derive_invite_keys(now.invite.secret, identity.root);
    TRY_ASSIGN(now.answer, open_answer(now.keys, answer));
    TRY_ASSIGN(now.request, trust::open_join_request(now.keys, now.answer.join_request));
    TRY_ASSIGN(auto open_keys, open_invite_keys(store, identity));
    keyring.set_invites(std::move(open_keys));
    if (now.invite.role == InviteRole::device) {
        TRY_ASSIGN(const Entry entry, own_device_entry(now));
        if (entry != Entry::let_in) {
            return Confirmation{.waits_for_person = entry == Entry::waits};
        }
    }
    const bool is_staff = now.invite.role == InviteRole::clinician ||
                          (now.invite.role == InviteRole::device && identity.role != Role::client);
    if (is_staff) return confirm_staff(now);
    if (now.invite.vault.is_none()) return confirm_client(now, vault);
    return confirm_client_device(now);
}

}  // namespace evenkeel::client
