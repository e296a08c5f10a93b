#include "sync/client/successor.h"

#include "sync/client/members_next.h"

namespace evenkeel::client {
namespace {

constexpr const char* value_name = "sync.successor";

Result<std::optional<trust::DeviceKeys>> load_successor(store::Store& store) {
    TRY_ASSIGN(auto bytes, store.value(value_name));
    if (!bytes) return std::optional<trust::DeviceKeys>();
    auto keys = trust::parse_device_keys(*bytes);
    trust::wipe(*bytes);
    if (!keys.ok()) return keys.error();
    return std::optional(std::move(keys).value());
}

// Staff devices are certified before they enter a record. True when nothing more is to be done.
Result<bool> certify(TurnState& state, const trust::DevicePublic& device) {
    if (state.identity.role == Role::client) return true;
    if (state.keyring.staff().device(device.id) != nullptr) return true;
    trust::StaffRoster draft = trust::next_staff_roster(state.keyring.staff());
    for (trust::StaffUser& user : draft.users) {
        if (user.id == state.identity.user && user.role == trust::StaffRole::admin) {
            user.devices.push_back(device);
            draft.author = state.identity.keys.id;
        }
    }
    if (draft.author.is_none()) {
        state.notice(
            "This profile was copied or restored from a backup. Ask an admin of the practice for a "
            "new device invite; everything here is kept.");
        return false;
    }
    TRY_ASSIGN(Bytes bytes, trust::sign_staff_roster(draft, state.identity.keys.signing));
    state.staff_proposals = {std::move(bytes)};
    return false;
}

// Whether the vault's newest list names the new device, or never can.
bool is_settled(const TurnState& state, const store::VaultRow& vault,
                const trust::DevicePublic& device) {
    const trust::VaultRoster* const roster = state.keyring.roster(vault.id);
    return vault.closed || roster == nullptr || roster->member(device.id) != nullptr ||
           roster->member(state.identity.keys.id) == nullptr;
}

Result<void> propose(TurnState& state, VaultId vault, const trust::DevicePublic& device) {
    const trust::VaultRoster& old = *state.keyring.roster(vault);
    const bool is_private = old.type == trust::VaultType::private_;
    trust::VaultRoster draft =
        trust::next_vault_roster(old, is_private ? nullptr : &state.keyring.staff());
    trust::VaultMember member = *old.member(state.identity.keys.id);
    member.device = device;
    member.proof.reset();
    draft.author = state.identity.keys.id;
    draft.members.push_back(std::move(member));
    auto bytes = sign_next(state.profile, state.identity, state.keyring, std::move(draft));
    if (!bytes.ok()) {
        state.notice(bytes.error().sentence());
        return {};
    }
    state.vault_proposals.push_back(std::move(bytes).value());
    return {};
}

Result<void> become(TurnState& state, trust::DeviceKeys keys) {
    Identity next = state.identity;
    next.keys = std::move(keys);
    const auto adopt = [&]() -> Result<void> {
        TRY(state.sync.adopt_new_device(next.keys.id));
        TRY(save_identity(state.store, next));
        return state.store.erase_value(value_name);
    };
    TRY(state.store.transaction(adopt));
    state.notice("This profile was copied or restored from a backup; it goes on as a new device.");
    return state.reload();
}

}  // namespace

Result<void> begin_successor(TurnState& state) {
    TRY_ASSIGN(const bool under_way, successor_under_way(state.store));
    if (under_way) return {};
    const auto keys = trust::DeviceKeys::generate(state.profile.ports().random);
    return state.store.set_value(value_name, trust::store_device_keys(keys).view());
}

Result<bool> successor_under_way(store::Store& store) {
    TRY_ASSIGN(auto bytes, store.value(value_name));
    if (bytes) trust::wipe(*bytes);
    return bytes.has_value();
}

Result<void> advance_successor(TurnState& state) {
    TRY_ASSIGN(auto keys, load_successor(state.store));
    if (!keys || state.keyring.staff_chain().empty()) return {};
    state.staff_proposals.clear();
    state.vault_proposals.clear();
    const trust::DevicePublic device = keys->public_part();
    TRY_ASSIGN(const bool certified, certify(state, device));
    if (!certified) return {};
    TRY_ASSIGN(const auto vaults, state.sync.vaults());
    bool complete = true;
    for (const store::VaultRow& vault : vaults) {
        if (is_settled(state, vault, device)) continue;
        complete = false;
        TRY(propose(state, vault.id, device));
    }
    return complete ? become(state, std::move(*keys)) : Result<void>();
}

}  // namespace evenkeel::client
