// The two halves of SqliteStorage, one file each. For this folder's sqlite_*.cpp only.
#pragma once

#include "core/sql/database.h"
#include "sync/server/storage.h"

#include <memory>
#include <optional>
#include <string>

namespace evenkeel::server {

// One file with its connection and the transaction that is open on it.
class SqliteFile {
public:
    // Opens or makes the file with `schema`, in WAL mode, every commit synced.
    static Result<std::unique_ptr<SqliteFile>> open(const std::string& path,
                                                    const std::string& schema);

    sql::Connection& db() { return *connection_; }
    Result<void> begin();  // does nothing in a transaction
    Result<void> commit();
    void roll_back() { transaction_.reset(); }
    // Folds the write-ahead log in. Its file keeps its length: writing over it is one disk write
    // less per commit than making it longer.
    Result<void> fold_log();
    // The same, and leaves nothing in the write-ahead log.
    Result<void> empty_log();

private:
    explicit SqliteFile(std::unique_ptr<sql::Connection> connection)
        : connection_(std::move(connection)) {}

    std::unique_ptr<sql::Connection> connection_;
    std::optional<sql::Transaction> transaction_;
};

extern const char* const keys_schema;
extern const char* const log_schema;

// keys.db. Its transaction begins with its first write, since most turns have none.
class SqliteKeys : public virtual KeyStorage {
public:
    Result<std::optional<Bytes>> setting(Literal name) override;
    Result<void> set_setting(Literal name, ByteView value) override;
    Result<std::vector<Bytes>> staff_rosters() override;
    Result<void> add_staff_roster(std::uint32_t number, ByteView bytes) override;
    Result<std::vector<Bytes>> vault_rosters(const VaultId& vault, std::uint32_t first,
                                             std::uint32_t last) override;
    Result<void> add_vault_roster(const VaultId& vault, std::uint32_t number,
                                  ByteView bytes) override;
    Result<std::vector<VaultId>> erased_vaults() override;
    Result<void> mark_erased(const VaultId& vault, Instant now) override;
    Result<std::vector<DeviceRecord>> devices() override;
    Result<void> add_device(const DeviceRecord& device) override;
    Result<std::vector<Membership>> memberships() override;
    Result<void> set_membership(const Membership& membership) override;
    Result<std::optional<InviteRecord>> invite(const InviteId& invite) override;
    Result<std::vector<InviteRecord>> answered_invites(const UserId& user) override;
    Result<std::vector<UserId>> users_with_answers() override;
    Result<std::uint64_t> open_invites(const UserId& user, Instant now) override;
    Result<void> put_invite(const InviteRecord& invite) override;
    Result<void> forget_invite(const InviteId& invite) override;
    Result<void> forget_expired_invites(Instant before) override;

protected:
    // Between begin and commit of the whole storage.
    [[nodiscard]] virtual bool in_group() const = 0;
    std::unique_ptr<SqliteFile> keys_;

private:
    template <typename... Args>
    Result<void> write(Literal sql, const Args&... args);
};

// blobs.db.
class SqliteLog : public virtual LogStorage {
public:
    Result<RequestCounter> counter(const DeviceId& device) override;
    Result<void> set_counter(const DeviceId& device, const RequestCounter& counter) override;
    Result<VaultHead> head(const VaultId& vault) override;
    Result<void> set_head(const VaultId& vault, const VaultHead& head) override;
    Result<AuthorHead> author_head(const VaultId& vault, const DeviceId& author) override;
    Result<void> set_author_head(const VaultId& vault, const DeviceId& author,
                                 const AuthorHead& head) override;
    Result<void> add_row(const VaultId& vault, const LogRow& row, const Hash32& chain) override;
    Result<void> replace_bytes(const VaultId& vault, std::uint64_t position,
                               ByteView bytes) override;
    Result<std::optional<LogRow>> row(const VaultId& vault, const DeviceId& author,
                                      std::uint64_t sequence) override;
    Result<std::vector<LogRow>> redactions(const VaultId& vault, const DeviceId& author,
                                           std::uint64_t sequence) override;
    Result<std::optional<ByteArray<16>>> chain_at(const VaultId& vault,
                                                  std::uint64_t position) override;
    Result<void> rows_after(const VaultId& vault, std::uint64_t position,
                            const DeviceId& without_bytes_of,
                            const std::function<Walk(LogRow)>& visit) override;
    Result<void> erase_log(const VaultId& vault) override;
    Result<void> add_access(const VaultId& vault, const wire::AccessLogEntry& entry) override;
    Result<std::vector<wire::AccessLogEntry>> access_log(const VaultId& vault,
                                                         std::uint64_t from_index,
                                                         std::size_t count_max) override;

protected:
    std::unique_ptr<SqliteFile> log_;
    bool has_removed_ = false;  // since its write-ahead log was emptied
};

}  // namespace evenkeel::server
