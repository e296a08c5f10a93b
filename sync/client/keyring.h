// The rosters this device has verified and the keys they give it. Everything that seals, opens or
// checks rights asks here; nothing in it came in without the whole validity rule.
#pragma once

#include "core/store/sync_store.h"
#include "sync/client/identity.h"
#include "sync/trust/vault_roster.h"

#include <map>
#include <vector>

namespace evenkeel::client {

class Keyring {
public:
    // Reads all rosters the store holds, and verifies those this process has not verified before.
    static Result<Keyring> load(store::Store& store, const Identity& identity);

    [[nodiscard]] const std::vector<trust::StaffRoster>& staff_chain() const { return staff_; }
    [[nodiscard]] const trust::StaffRoster& staff() const { return staff_.back(); }

    // The newest roster, one by number or by hash; null if it is not held.
    [[nodiscard]] const trust::VaultRoster* roster(VaultId vault) const;
    [[nodiscard]] const trust::VaultRoster* roster(VaultId vault, std::uint32_t number) const;
    [[nodiscard]] const trust::VaultRoster* roster(VaultId vault, const Hash32& hash) const;
    // Who a device is or was in a vault, from the newest roster that names it; null if never.
    [[nodiscard]] const trust::VaultMember* member(VaultId vault, DeviceId device) const;

    // K_n, unwrapped here or walked back to from a newer one. not_found if this device never had
    // it.
    Result<trust::EpochKey> epoch_key(VaultId vault, std::uint32_t number);

    // Verify one more roster on top of what is held, keep and persist it. Offering a roster that is
    // already held is no error; a different one under a held number is ErrorCode::refused (a fork).
    Result<void> accept_staff_roster(ByteView bytes);
    Result<void> accept_vault_roster(ByteView bytes);

    // Keys of open invites of this person, so that proofs in rosters can be checked.
    void set_invites(std::vector<trust::InviteKeys> invites);

private:
    // Each takes a page of locked memory, of which a process has little; what goes is found again.
    static constexpr std::size_t keys_kept_max = 1024;
    void remember(VaultId vault, std::uint32_t number, const trust::EpochKey& key);

    Keyring(store::Store& store, const Identity& identity) : store_(&store), identity_(identity) {}
    store::Store* store_;
    Identity identity_;
    std::vector<trust::StaffRoster> staff_;
    std::map<VaultId, std::vector<trust::VaultRoster>> rosters_;
    std::map<std::pair<VaultId, std::uint32_t>, trust::EpochKey> keys_;
    std::vector<trust::InviteKeys> invites_;
};

}  // namespace evenkeel::client
