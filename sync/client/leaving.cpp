#include "sync/client/leaving.h"

#include "core/store/operation.h"

namespace evenkeel::client {
namespace {

using trust::VaultMember;
using trust::VaultRole;
using trust::VaultRoster;

constexpr const char* wish_value = "enrolment.leaving";

bool has_staff(const VaultRoster& roster) {
    return std::ranges::count(roster.members, VaultRole::clinician, &VaultMember::role) > 0;
}

// The list that took them all out is the client's, and the practice still had one of them then:
// else it only followed the practice's own list.
bool is_by_client(const Keyring& keyring, const VaultRoster& before, const VaultRoster& after) {
    const VaultMember* const author = before.member(after.author);
    if (author == nullptr || author->role != VaultRole::client) return false;
    const auto& chain = keyring.staff_chain();
    if (after.staff_number == 0 || after.staff_number > chain.size()) return false;
    const trust::StaffRoster& staff = chain[after.staff_number - 1];
    return std::ranges::any_of(before.members, [&](const VaultMember& member) {
        return member.role == VaultRole::clinician && staff.device(member.device.id) != nullptr;
    });
}

}  // namespace

bool has_left(const Keyring& keyring, VaultId record) {
    const VaultRoster* after = keyring.roster(record);
    if (after == nullptr || after->terminal || has_staff(*after)) return false;
    while (after->number > 1) {
        const VaultRoster* const before = keyring.roster(record, after->number - 1);
        if (before == nullptr) return false;
        if (has_staff(*before)) return is_by_client(keyring, *before, *after);
        after = before;
    }
    return false;
}

Result<void> leave_practice(Profile& profile) {
    store::Store& store = profile.store();
    TRY_ASSIGN(const auto identity, load_identity(store));
    if (!identity || identity->role != Role::client) {
        return Error(ErrorCode::refused, "Only a client can leave like that; nothing was changed.");
    }
    return store.transaction([&]() -> Result<void> {
        TRY(store::set_sharing_paused(store, identity->care_vault, true));
        return store.set_value(wish_value, as_bytes("asked"));
    });
}

Result<bool> is_leaving(store::Store& store) {
    TRY_ASSIGN(const auto wish, store.value(wish_value));
    return wish.has_value();
}

Result<void> follow_leaving(store::Store& store, const Identity& identity, const Keyring& keyring) {
    if (identity.role != Role::client || !has_left(keyring, identity.care_vault)) return {};
    TRY_ASSIGN(const bool paused, store::sharing_paused(store, identity.care_vault));
    if (!paused) TRY(store::set_sharing_paused(store, identity.care_vault, true));
    return store.erase_value(wish_value);
}

}  // namespace evenkeel::client
