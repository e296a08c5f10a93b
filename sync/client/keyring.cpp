#include "sync/client/keyring.h"

#include <algorithm>
#include <mutex>
#include <span>

namespace evenkeel::client {
namespace {

Error fork_error() {
    return {ErrorCode::refused,
            "The server shows another list of members than it showed before. Compare with the "
            "practice before you go on."};
}

// The lists this process has verified, by the hash over all their bytes. Who may do what is asked
// many times, by several threads; a practice of sixty has some hundred and fifty lists, and each
// takes two signatures to verify.
class VerifiedRosters {
public:
    // As check_vault_roster without invites: their proofs were checked when the list came, and
    // their keys are gone by now. What a rule can depend on besides the bytes is looked at anew:
    // the list before, which the bytes name by its hash, and the staff list.
    Result<trust::VaultRoster> check(const trust::VaultRoster* newest, ByteView bytes,
                                     std::span<const trust::StaffRoster> staff) {
        const Hash32 hash = trust::roster_hash(bytes);
        const std::lock_guard lock(mutex_);
        if (const auto known = rosters_.find(hash); known != rosters_.end()) {
            if (has_its_place(known->second, newest, staff)) return known->second;
        }
        TRY_ASSIGN(auto next, trust::check_vault_roster(newest, bytes, staff, {}));
        if (rosters_.size() == kept_max) rosters_.clear();
        rosters_.insert_or_assign(hash, next);
        return next;
    }

private:
    // About a kilobyte each; who has more verifies some of them again.
    static constexpr std::size_t kept_max = 4096;

    static bool has_its_place(const trust::VaultRoster& roster, const trust::VaultRoster* newest,
                              std::span<const trust::StaffRoster> staff) {
        const bool follows = newest ? roster.follows(*newest) : roster.number == 1;
        const bool is_private = roster.type == trust::VaultType::private_;
        return follows &&
               (is_private || std::ranges::find(staff, roster.staff_hash,
                                                &trust::StaffRoster::hash) != staff.end());
    }

    std::mutex mutex_;
    std::map<Hash32, trust::VaultRoster> rosters_;
};

VerifiedRosters& verified_rosters() {
    static VerifiedRosters rosters;
    return rosters;
}

}  // namespace

Result<Keyring> Keyring::load(store::Store& store, const Identity& identity) {
    Keyring keyring(store, identity);
    TRY_ASSIGN(const auto reading, store.read_at_once());
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
            TRY_ASSIGN(auto next, verified_rosters().check(newest, bytes, keyring.staff_));
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
