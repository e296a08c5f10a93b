// Who exists: the staff, the devices, the vaults and their members, with the ends of their logs.
// Everything here was checked when it came in; what is read back from the disk is checked again.
//
// Used by the writing thread only, inside the storage's transaction. Changes to heads are kept here
// until `flush`, so that a group of turns writes each of them once.
#pragma once

#include "sync/server/directory.h"
#include "sync/server/storage.h"
#include "sync/trust/vault_roster.h"

#include <memory>
#include <unordered_map>
#include <unordered_set>

namespace evenkeel::server {

// One vault as the turns see it.
struct Vault {
    VaultId id;
    trust::VaultRoster roster;          // the newest
    std::vector<Hash32> roster_hashes;  // of number 1 on
    VaultHead head;
    struct Author {
        AuthorHead head;
        bool changed = false;
    };
    std::unordered_map<DeviceId, Author> authors;  // as far as they were asked for
    bool changed = false;                          // a head is to be written

    [[nodiscard]] bool erased() const { return roster.terminal; }
    [[nodiscard]] bool has_roster(std::uint32_t number, const Hash32& hash) const {
        return number >= 1 && number <= roster_hashes.size() && roster_hashes[number - 1] == hash;
    }
};

struct VaultPlace {
    VaultId vault;
    std::uint32_t left = 0;  // the roster that removed the device; 0 while it is a member
};

class Registry {
public:
    Registry(Storage& storage, Directory& directory) : storage_(storage), directory_(directory) {}

    // Reads everything anew; for the start, and after a group that was rolled back.
    Result<void> load();
    // Writes the heads that changed; before every commit.
    Result<void> flush();

    [[nodiscard]] std::span<const trust::StaffRoster> staff() const { return staff_; }
    [[nodiscard]] const trust::StaffRoster* newest_staff() const {
        return staff_.empty() ? nullptr : &staff_.back();
    }
    Result<void> add_staff_roster(trust::StaffRoster roster, ByteView bytes);
    // The staff roster that removed a device; 0 if it is staff or never was.
    [[nodiscard]] std::uint32_t left_staff(const DeviceId& device) const;

    [[nodiscard]] std::optional<KnownDevice> device(const DeviceId& device) const {
        return directory_.find(device);
    }
    [[nodiscard]] bool is_staff(const DeviceId& device) const {
        return newest_staff() != nullptr && newest_staff()->device(device) != nullptr;
    }
    // On the staff now, or, for a client's device, member of a vault now.
    [[nodiscard]] bool is_active(const DeviceId& device) const;
    [[nodiscard]] const std::vector<VaultPlace>& places_of(const DeviceId& device) const;

    // Whether somebody answered an invite of this user, so that most turns need not look.
    [[nodiscard]] bool has_answers(const UserId& user) const { return answered_.contains(user); }
    void note_answer(const UserId& user) { answered_.insert(user); }

    // Null if there is no such vault.
    Result<Vault*> vault(const VaultId& vault);
    // R13: adds a row at the log's end; its position is taken in the transaction that commits.
    Result<void> append(Vault& vault, LogRow row, const Hash32& hash);
    // After a change of `vault.head`.
    void mark_changed(Vault& vault);
    Result<AuthorHead> author_head(Vault& vault, const DeviceId& author);
    void set_author_head(Vault& vault, const DeviceId& author, const AuthorHead& head);

    // Whether no member's id is already bound to other keys or to another user.
    [[nodiscard]] bool fits_bindings(const trust::VaultRoster& roster) const;
    [[nodiscard]] bool fits_bindings(const trust::StaffRoster& roster) const;
    // Takes a checked roster as the vault's newest (or its first), with all that follows from it.
    Result<Vault*> add_vault_roster(trust::VaultRoster roster, ByteView bytes, Instant now);

private:
    [[nodiscard]] bool fits_binding(const trust::DevicePublic& device, const UserId& user) const;
    Result<void> bind(const trust::DevicePublic& device, const UserId& user, bool staff);
    Result<std::unique_ptr<Vault>> load_vault(const VaultId& vault);
    Result<void> set_place(const DeviceId& device, const VaultPlace& place);

    Storage& storage_;
    Directory& directory_;
    std::vector<trust::StaffRoster> staff_;
    std::unordered_map<DeviceId, std::vector<VaultPlace>> places_;
    std::unordered_map<VaultId, std::unique_ptr<Vault>> vaults_;
    std::vector<Vault*> changed_;
    std::unordered_set<UserId> answered_;
};

// Vaults kept in memory at most; the rest is read again when it is asked for.
constexpr std::size_t vaults_in_memory_max = 4096;

}  // namespace evenkeel::server
