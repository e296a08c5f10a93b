#include "sync/client/keyring.h"

namespace evenkeel::client {
namespace {

Error fork_error() {
    return {ErrorCode::refused,
            "The server shows another list of members than it showed before. Compare with the "
            "practice before you go on."};
}

}  // namespace

Result<Keyring> Keyring::load(store::Store& store, const Identity& identity) {
    Keyring keyring(store, identity);
    store::SyncStore sync(store);
    TRY_ASSIGN(const std::vector<Bytes> staff, sync.rosters(VaultId{}));
    if (!staff.empty()) {
        TRY_ASSIGN(keyring.staff_, trust::verify_staff_chain(staff, identity.root));
    }
    TRY_ASSIGN(const auto vaults, sync.vaults());
    for (const store::VaultRow& vault : vaults) {
        TRY_ASSIGN(const std::vector<Bytes> chain, sync.rosters(vault.id));
        for (const Bytes& bytes : chain) {
            const trust::VaultRoster* const newest = keyring.roster(vault.id);
            TRY_ASSIGN(auto next, trust::reread_vault_roster(newest, bytes));
            keyring.rosters_[vault.id].push_back(std::move(next));
        }
    }
    return keyring;
}

const trust::VaultRoster* Keyring::roster(VaultId vault) const {
    const auto chain = rosters_.find(vault);
    if (chain == rosters_.end() || chain->second.empty()) return nullptr;
    return &chain->second.back();
}

const trust::VaultRoster* Keyring::roster(VaultId vault, std::uint32_t number) const {
    const auto chain = rosters_.find(vault);
    if (chain == rosters_.end() || number == 0 || number > chain->second.size()) return nullptr;
    return &chain->second[number - 1];
}

const trust::VaultRoster* Keyring::roster(VaultId vault, const Hash32& hash) const {
    const auto chain = rosters_.find(vault);
    if (chain == rosters_.end()) return nullptr;
    const auto found = std::find_if(chain->second.rbegin(), chain->second.rend(),
                                    [&](const auto& roster) { return roster.hash == hash; });
    return found == chain->second.rend() ? nullptr : &*found;
}

const trust::VaultMember* Keyring::member(VaultId vault, DeviceId device) const {
    const auto chain = rosters_.find(vault);
    if (chain == rosters_.end()) return nullptr;
    for (auto roster = chain->second.rbegin(); roster != chain->second.rend(); ++roster) {
        if (const auto* member = roster->member(device)) return member;
    }
    return nullptr;
}

Result<trust::EpochKey> Keyring::epoch_key(VaultId vault, std::uint32_t number) {
    const Error missing(ErrorCode::not_found,
                        "This device has no key for that part of the record.");
    if (const auto known = keys_.find({vault, number}); known != keys_.end()) return known->second;
    const trust::VaultRoster* const wanted = roster(vault, number);
    if (wanted == nullptr) return missing;
    if (wanted->member(identity_.keys.id) != nullptr) {
        TRY_ASSIGN(const trust::EpochKey key,
                   trust::unwrap_epoch_key(*wanted, identity_.keys.id, identity_.keys.box));
        remember(vault, number, key);
        return key;
    }
    // Walk back from the first later list that names this device, one step at a time.
    std::uint32_t from = number + 1;
    const trust::VaultRoster* holder = roster(vault, from);
    while (holder != nullptr && holder->member(identity_.keys.id) == nullptr) {
        holder = roster(vault, ++from);
    }
    if (holder == nullptr) return missing;
    TRY_ASSIGN(trust::EpochKey key, epoch_key(vault, from));
    for (std::uint32_t step = from; step > number; --step) {
        TRY_ASSIGN(key, trust::previous_epoch_key(*roster(vault, step), key));
        if (!trust::matches_commitment(*roster(vault, step - 1), key)) {
            return Error(ErrorCode::refused, "An older key of this record is not the right one.");
        }
        remember(vault, step - 1, key);
    }
    return key;
}

void Keyring::remember(VaultId vault, std::uint32_t number, const trust::EpochKey& key) {
    if (keys_.size() == keys_kept_max) keys_.clear();
    keys_.emplace(std::pair(vault, number), key);
}

Result<void> Keyring::accept_staff_roster(ByteView bytes) {
    TRY_ASSIGN(const trust::RosterFrame frame,
               trust::open_roster_frame(bytes, trust::RosterKind::staff));
    const std::uint32_t number = frame.place.number;
    if (number >= 1 && number <= staff_.size()) {
        if (staff_[number - 1].hash == trust::roster_hash(bytes)) return {};
        return fork_error();
    }
    auto next = staff_.empty() ? trust::verify_first_staff_roster(bytes, identity_.root)
                               : trust::verify_next_staff_roster(staff_.back(), bytes);
    if (!next.ok()) return next.error();
    TRY(store::SyncStore(*store_).put_roster(VaultId{}, number, bytes));
    staff_.push_back(std::move(next).value());
    return {};
}

Result<void> Keyring::accept_vault_roster(ByteView bytes) {
    TRY_ASSIGN(const trust::VaultRosterLabel label, trust::vault_roster_label(bytes));
    if (const auto* held = roster(label.vault, label.number)) {
        if (held->hash == trust::roster_hash(bytes)) return {};
        return fork_error();
    }
    TRY_ASSIGN(auto next, trust::check_vault_roster(roster(label.vault), bytes, staff_, invites_));
    TRY(store::SyncStore(*store_).put_roster(label.vault, label.number, bytes));
    rosters_[label.vault].push_back(std::move(next));
    return {};
}

void Keyring::set_invites(std::vector<trust::InviteKeys> invites) { invites_ = std::move(invites); }

}  // namespace evenkeel::client
