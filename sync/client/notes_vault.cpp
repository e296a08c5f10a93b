#include "sync/client/notes_vault.h"

#include "sync/wire/notes_vault.h"

namespace evenkeel::client {
namespace {

VaultId vault_of(const Identity& identity) {
    return wire::notes_vault_of(identity.root, identity.user);
}

trust::VaultRoster first_members(const Identity& identity, const trust::StaffRoster& staff) {
    trust::VaultRoster draft;
    draft.vault = vault_of(identity);
    draft.author = identity.keys.id;
    draft.type = trust::VaultType::notes;
    draft.root = identity.root;
    draft.staff_number = staff.number;
    draft.staff_hash = staff.hash;
    draft.members.push_back({.user = identity.user,
                             .role = trust::VaultRole::clinician,
                             .device = identity.keys.public_part()});
    draft.members.push_back(trust::recovery_member(staff));
    return draft;
}

}  // namespace

Result<VaultId> need_notes_vault(store::Store& store, const Identity& identity) {
    if (identity.role == Role::client) {
        return Error(ErrorCode::refused, "Notes on sessions are for clinicians.");
    }
    const VaultId vault = vault_of(identity);
    store::SyncStore sync(store);
    TRY_ASSIGN(const auto row, sync.vault(vault));
    if (!row) TRY(sync.add_vault({.id = vault, .type = delta::VaultType::notes, .record = vault}));
    return vault;
}

Result<std::optional<VaultId>> find_notes_vault(store::Store& store, const Identity& identity) {
    if (identity.role == Role::client) return std::optional<VaultId>();
    TRY_ASSIGN(const auto row, store::SyncStore(store).vault(vault_of(identity)));
    return row ? std::optional(row->id) : std::optional<VaultId>();
}

Result<std::optional<Bytes>> first_notes_roster(Profile& profile, const Identity& identity,
                                                const Keyring& keyring) {
    const auto nothing = std::optional<Bytes>();
    TRY_ASSIGN(const auto vault, find_notes_vault(profile.store(), identity));
    if (!vault || keyring.roster(*vault) != nullptr || keyring.staff_chain().empty()) {
        return nothing;
    }
    const trust::StaffRoster& staff = keyring.staff();
    if (staff.device(identity.keys.id) == nullptr) return nothing;
    TRY_ASSIGN(trust::BuiltVaultRoster built,
               trust::build_vault_roster(first_members(identity, staff), nullptr,
                                         identity.keys.signing, profile.ports().random));
    TRY(trust::check_vault_roster(nullptr, built.bytes, keyring.staff_chain(), {}));
    return std::optional(std::move(built.bytes));
}

}  // namespace evenkeel::client
