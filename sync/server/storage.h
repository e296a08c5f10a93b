// Where the server keeps its records. One implementation is SQLite (sqlite_storage.h); everything
// is keyed by vault first where there is a vault, so that a distributed database can split it
// there.
//
// Used by one thread at a time. Writes belong between `begin` and `commit`; what `commit` returned
// for is on the disk. After an error, call `roll_back`: nothing since `begin` is kept.
//
// There are two stores. Keys (rosters, wraps, devices, invites, settings) commit first, so that the
// log (envelopes, counters, access log) never refers to keys that were lost: the commit over both
// is not atomic, and whoever asks again after a crash between them must find the second half undone
// and the first half harmless.
#pragma once

#include "core/base/result.h"
#include "sync/server/records.h"

#include <functional>

namespace evenkeel::server {

// Whether a walk over rows goes on.
enum class Walk { on, stop };

class KeyStorage {
public:
    virtual ~KeyStorage() = default;

    // Small facts by name. Nothing under a name is an empty optional.
    virtual Result<std::optional<Bytes>> setting(Literal name) = 0;
    virtual Result<void> set_setting(Literal name, ByteView value) = 0;

    virtual Result<std::vector<Bytes>> staff_rosters() = 0;  // all, ascending
    virtual Result<void> add_staff_roster(std::uint32_t number, ByteView bytes) = 0;

    // Ascending, from `first` to `last`.
    virtual Result<std::vector<Bytes>> vault_rosters(const VaultId& vault, std::uint32_t first,
                                                     std::uint32_t last) = 0;
    virtual Result<void> add_vault_roster(const VaultId& vault, std::uint32_t number,
                                          ByteView bytes) = 0;
    // Erased vaults are remembered for good.
    virtual Result<std::vector<VaultId>> erased_vaults() = 0;
    virtual Result<void> mark_erased(const VaultId& vault, Instant now) = 0;

    virtual Result<std::vector<DeviceRecord>> devices() = 0;
    virtual Result<void> add_device(const DeviceRecord& device) = 0;
    virtual Result<std::vector<Membership>> memberships() = 0;
    virtual Result<void> set_membership(const Membership& membership) = 0;

    virtual Result<std::optional<InviteRecord>> invite(const InviteId& invite) = 0;
    virtual Result<std::vector<InviteRecord>> answered_invites(const UserId& user) = 0;
    virtual Result<std::vector<UserId>> users_with_answers() = 0;
    virtual Result<std::uint64_t> open_invites(const UserId& user, Instant now) = 0;
    virtual Result<void> put_invite(const InviteRecord& invite) = 0;
    virtual Result<void> forget_invite(const InviteId& invite) = 0;
    // Those never answered before this moment.
    virtual Result<void> forget_expired_invites(Instant before) = 0;
};

class LogStorage {
public:
    virtual ~LogStorage() = default;

    virtual Result<RequestCounter> counter(const DeviceId& device) = 0;
    virtual Result<void> set_counter(const DeviceId& device, const RequestCounter& counter) = 0;

    virtual Result<VaultHead> head(const VaultId& vault) = 0;
    virtual Result<void> set_head(const VaultId& vault, const VaultHead& head) = 0;
    virtual Result<AuthorHead> author_head(const VaultId& vault, const DeviceId& author) = 0;
    virtual Result<void> set_author_head(const VaultId& vault, const DeviceId& author,
                                         const AuthorHead& head) = 0;

    // `chain` is the vault's chain hash after this row.
    virtual Result<void> add_row(const VaultId& vault, const LogRow& row, const Hash32& chain) = 0;
    virtual Result<void> replace_bytes(const VaultId& vault, std::uint64_t position,
                                       ByteView bytes) = 0;
    virtual Result<std::optional<LogRow>> row(const VaultId& vault, const DeviceId& author,
                                              std::uint64_t sequence) = 0;
    virtual Result<std::vector<LogRow>> redactions(const VaultId& vault, const DeviceId& author,
                                                   std::uint64_t sequence) = 0;
    // The first 16 bytes of the chain hash at a position that exists.
    virtual Result<std::optional<ByteArray<16>>> chain_at(const VaultId& vault,
                                                          std::uint64_t position) = 0;
    // Calls `visit` for the rows after `position`, ascending, until it says stop. Envelopes of
    // `without_bytes_of` come without their bytes.
    virtual Result<void> rows_after(const VaultId& vault, std::uint64_t position,
                                    const DeviceId& without_bytes_of,
                                    const std::function<Walk(LogRow)>& visit) = 0;
    // Envelopes, heads and objects; the access log and its head stay.
    virtual Result<void> erase_log(const VaultId& vault) = 0;

    virtual Result<void> add_access(const VaultId& vault, const wire::AccessLogEntry& entry) = 0;
    virtual Result<std::vector<wire::AccessLogEntry>> access_log(const VaultId& vault,
                                                                 std::uint64_t from_index,
                                                                 std::size_t count_max) = 0;
};

class Storage : public virtual KeyStorage, public virtual LogStorage {
public:
    virtual Result<void> begin() = 0;
    virtual Result<void> commit() = 0;
    virtual void roll_back() = 0;
    // Folds what was written into the main files, for quiet moments and the end. Afterwards nothing
    // that was removed is left in any file.
    virtual Result<void> tidy_up() = 0;
    virtual Result<Counts> counts() = 0;
};

}  // namespace evenkeel::server
