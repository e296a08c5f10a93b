#include "sync/client/members.h"

#include "core/base/characters.h"
#include "core/base/limits.h"
#include "core/codec/entity.h"
#include "core/store/entries.h"
#include "core/store/sync_store.h"
#include "sync/client/leaving.h"
#include "sync/client/practice_policy.h"

namespace evenkeel::client {
namespace {

constexpr const char* practice_name_value = "enrolment.practice_name";
constexpr const char* inviter_name_value = "enrolment.inviter_name";
// Which wording of the sharing text the consents below answer.
constexpr std::uint32_t consent_text_version = 2;

Result<std::string> text_value(store::Store& store, const char* name) {
    TRY_ASSIGN(const auto bytes, store.value(name));
    return bytes ? to_string(*bytes) : std::string();
}

bool is_staff(const Identity& identity) { return identity.role != Role::client; }

// Somebody else signed a roster with this device in it: the invite was answered and confirmed.
bool is_confirmed(const Identity& identity, const Keyring& keyring) {
    const VaultId vault = is_staff(identity) ? identity.practice_vault : identity.care_vault;
    const trust::VaultRoster* const newest = keyring.roster(vault);
    if (newest == nullptr || newest->member(identity.keys.id) == nullptr) return false;
    if (is_staff(identity)) return true;
    for (std::uint32_t number = newest->number; number > 1; --number) {
        const trust::VaultRoster* const roster = keyring.roster(vault, number);
        if (roster != nullptr && roster->author != identity.keys.id) return true;
    }
    return false;
}

Role role_now(const Identity& identity, const Keyring& keyring) {
    if (!is_staff(identity) || keyring.staff_chain().empty()) return identity.role;
    const trust::StaffUser* const user = keyring.staff().user_of(identity.keys.id);
    if (user == nullptr) return identity.role;
    return user->role == trust::StaffRole::admin ? Role::admin : Role::clinician;
}

// The private vault a second device was let into.
VaultId private_vault_of(const Identity& identity, const Keyring& keyring,
                         const std::vector<store::VaultRow>& rows) {
    if (is_staff(identity) || !identity.private_vault.is_none()) return identity.private_vault;
    for (const store::VaultRow& row : rows) {
        const trust::VaultRoster* const roster = keyring.roster(row.id);
        const bool ours = roster != nullptr && roster->type == trust::VaultType::private_ &&
                          roster->member(identity.keys.id) != nullptr;
        if (ours) return row.id;
    }
    return {};
}

Result<void> introduce(store::Store& store, const Identity& identity, const Keyring& keyring,
                       const std::vector<store::VaultRow>& rows) {
    for (const store::VaultRow& row : rows) {
        // Before the first page came, the name may be on its way.
        const trust::VaultRoster* const roster = keyring.roster(row.id);
        if (row.closed || row.cursor == 0 || roster == nullptr) continue;
        if (row.type == delta::VaultType::private_ || row.type == delta::VaultType::notes) continue;
        if (roster->member(identity.keys.id) == nullptr) continue;
        TRY_ASSIGN(const auto known, store.find(row.record, person_entity(store, identity.user)));
        if (known) continue;
        TRY(write_person(store, row.record, person_of(identity)));
    }
    return {};
}

}  // namespace

UserId practice_user(const trust::RootFingerprint& root) { return {root}; }

Person person_of(const Identity& identity) {
    return {.user = identity.user, .name = PhiText(identity.name), .role = identity.role};
}

EntityId person_entity(const store::Store& store, UserId user) {
    Bytes name = to_bytes(as_bytes("person"));
    append(name, user.view());
    return {store.context().ids.derive(name)};
}

Result<void> write_person(store::Store& store, VaultId record, const Person& person) {
    TRY(validate(person));
    store::Operation operation(store, record, "name", store::UndoStep::none);
    TRY(operation.write({.kind = EntityKind::person,
                         .id = person_entity(store, person.user),
                         .fragment = codec::encode(person)}));
    return operation.commit();
}

Result<void> write_default_consents(store::Store& store, VaultId record) {
    for (const SharedData data : {SharedData::mood, SharedData::use, SharedData::boundary_answers,
                                  SharedData::journal, SharedData::private_counts}) {
        const bool given = data != SharedData::journal && data != SharedData::private_counts;
        TRY(store::give_consent(store, record, data, given, consent_text_version));
    }
    return {};
}

Result<std::map<UserId, std::string>> names_in(store::Store& store, VaultId record) {
    TRY_ASSIGN(const auto rows, store.list({.record = record, .kind = EntityKind::person}));
    std::map<UserId, std::string> names;
    for (const store::EntityRow& row : rows) {
        const auto person = codec::decode_person(row.fragment);
        // Only the entity that derives from a user says that user's name.
        if (!person.ok() || row.id != person_entity(store, person.value().user)) continue;
        if (!person.value().name) continue;
        names[person.value().user] =
            display_text(person.value().name->reveal(), limits::name_characters_max);
    }
    return names;
}

Result<void> keep_names(store::Store& store, const KnownNames& names) {
    TRY(store.set_value(practice_name_value, as_bytes(names.practice)));
    return store.set_value(inviter_name_value, as_bytes(names.inviter));
}

Result<KnownNames> known_names(store::Store& store) {
    KnownNames names;
    TRY_ASSIGN(names.practice, text_value(store, practice_name_value));
    TRY_ASSIGN(names.inviter, text_value(store, inviter_name_value));
    return names;
}

Result<std::string> practice_name(store::Store& store, const Identity& identity) {
    if (is_staff(identity)) {
        TRY_ASSIGN(const auto names, names_in(store, identity.practice_vault));
        const auto found = names.find(practice_user(identity.root));
        if (found != names.end()) return found->second;
    }
    TRY_ASSIGN(const KnownNames names, known_names(store));
    return names.practice;
}

Result<void> settle_membership(Profile& profile, const Identity& identity, Keyring& keyring) {
    store::Store& store = profile.store();
    TRY_ASSIGN(const auto rows, store::SyncStore(store).vaults());
    Identity now = identity;
    now.role = role_now(identity, keyring);
    now.private_vault = private_vault_of(identity, keyring, rows);
    now.confirmed = identity.confirmed || is_confirmed(identity, keyring);
    const bool same = now.role == identity.role && now.confirmed == identity.confirmed &&
                      now.private_vault == identity.private_vault;
    return store.transaction([&]() -> Result<void> {
        if (!same) TRY(save_identity(store, now));
        TRY(follow_leaving(store, now, keyring));
        TRY(introduce(store, now, keyring, rows));
        return copy_policy(store, now, keyring, rows);
    });
}

}  // namespace evenkeel::client
