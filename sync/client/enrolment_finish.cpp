#include "core/store/sync_store.h"
#include "sync/client/enrolment_call.h"
#include "sync/client/enrolment_pending.h"
#include "sync/client/members.h"

namespace evenkeel::client {
namespace {

constexpr const char* invite_value = "enrolment.invite";

delta::VaultType vault_type(const PendingEnrolment& pending, VaultId vault) {
    if (vault == pending.identity.practice_vault) return delta::VaultType::practice;
    if (vault == pending.identity.private_vault) return delta::VaultType::private_;
    return delta::VaultType::care;
}

Result<void> add_vaults(store::SyncStore& sync, const PendingEnrolment& pending) {
    const Identity& identity = pending.identity;
    for (const VaultId& vault :
         {identity.care_vault, identity.private_vault, identity.practice_vault}) {
        if (vault.is_none()) continue;
        const VaultId record = vault == identity.private_vault ? identity.care_vault : vault;
        TRY(sync.add_vault({.id = vault, .type = vault_type(pending, vault), .record = record}));
    }
    for (std::size_t i = 0; i < pending.staff_chain.size(); ++i) {
        TRY(sync.put_roster({}, static_cast<std::uint32_t>(i + 1), pending.staff_chain[i]));
    }
    for (const Bytes& roster : pending.first_rosters) {
        TRY_ASSIGN(const trust::VaultRosterLabel label, trust::vault_roster_label(roster));
        TRY(sync.put_roster(label.vault, label.number, roster));
    }
    return {};
}

// What the profile says first: who this is and, of a client, what they agreed to share.
Result<void> write_first_entries(store::Store& store, const PendingEnrolment& pending) {
    const Identity& identity = pending.identity;
    switch (pending.kind) {
        case PendingEnrolment::Kind::practice:
            TRY(write_person(store, identity.practice_vault,
                             {.user = practice_user(identity.root),
                              .name = PhiText(pending.practice_name),
                              .role = Role::admin}));
            return write_person(store, identity.practice_vault, person_of(identity));
        case PendingEnrolment::Kind::client:
            TRY(write_person(store, identity.care_vault, person_of(identity)));
            return write_default_consents(store, identity.care_vault);
        case PendingEnrolment::Kind::clinician:
        case PendingEnrolment::Kind::device:
            break;  // once a roster names this device
    }
    return {};
}

Result<void> settle_in(Profile& profile, const PendingEnrolment& pending) {
    store::Store& store = profile.store();
    store::SyncStore sync(store);
    return store.transaction([&]() -> Result<void> {
        TRY(store.set_device(pending.identity.keys.id));
        TRY(add_vaults(sync, pending));
        TRY(save_identity(store, pending.identity));
        TRY(keep_names(store, {pending.practice_name, pending.inviter_name}));
        TRY(write_first_entries(store, pending));
        if (const auto call = wire::parse_invite_answer(pending.call); call.ok()) {
            TRY(store.set_value(invite_value, call.value().invite.view()));
        }
        return drop_pending(store);
    });
}

// The server does not know these devices until somebody let them in.
bool waits_for_others(const PendingEnrolment& pending) {
    return pending.kind == PendingEnrolment::Kind::clinician ||
           pending.kind == PendingEnrolment::Kind::device;
}

// Whether the server has taken the call, now or at an earlier try.
Result<void> deliver(Profile& profile, const PendingEnrolment& pending, Attempt attempt,
                     Transport& transport) {
    TRY_ASSIGN(const wire::SimpleAnswer answer, unsigned_call(transport, pending.call));
    if (answer.status == 0) return {};
    const auto code = static_cast<wire::RefusalCode>(answer.status);
    if (code == wire::RefusalCode::quota) return refused_call(answer.status);
    if (attempt == Attempt::repeated) {
        TRY_ASSIGN(const bool known, device_is_known(profile, pending.identity, transport));
        if (known) return {};
        // Its answer was confirmed and forgotten, or is on its way to be: the server cannot say.
        const bool used = code == wire::RefusalCode::invite_used;
        if (used && waits_for_others(pending)) return {};
    }
    TRY(drop_pending(profile.store()));
    return refused_call(answer.status);
}

// The vaults made here, at once. Where that fails, the server asks for them at the first turn.
void give_birth(Profile& profile, const PendingEnrolment& pending, Transport& transport) {
    if (waits_for_others(pending)) return;
    auto keyring = Keyring::load(profile.store(), pending.identity);
    if (!keyring.ok()) return;
    const Push push{.staff_rosters = {}, .vault_rosters = pending.first_rosters};
    (void)push_rosters(profile, pending.identity, keyring.value(), transport, push);
}

}  // namespace

Result<std::optional<InviteId>> invite_joined_by(store::Store& store) {
    TRY_ASSIGN(const auto bytes, store.value(invite_value));
    return bytes ? InviteId::from(*bytes) : std::optional<InviteId>();
}

Joined joined_as(Identity identity) {
    const VaultId vault =
        identity.role == Role::client ? identity.care_vault : identity.practice_vault;
    std::string number = trust::safety_number(identity.root, identity.keys.public_part(), vault);
    return {.identity = std::move(identity), .safety_number = std::move(number)};
}

Result<Joined> finish_enrolment(Profile& profile, const PendingEnrolment& pending, Attempt attempt,
                                const Connect& connect) {
    const std::unique_ptr<Transport> transport = connect(pending.identity.server);
    TRY(deliver(profile, pending, attempt, *transport));
    TRY(settle_in(profile, pending));
    give_birth(profile, pending, *transport);
    return joined_as(pending.identity);
}

Result<std::optional<Joined>> resume_enrolment(Profile& profile, const Connect& connect) {
    TRY_ASSIGN(const auto pending, load_pending(profile.store()));
    if (!pending) return std::optional<Joined>{};
    TRY_ASSIGN(Joined joined, finish_enrolment(profile, *pending, Attempt::repeated, connect));
    return std::optional(std::move(joined));
}

}  // namespace evenkeel::client
