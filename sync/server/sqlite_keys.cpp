#include "sync/server/sqlite_files.h"

namespace evenkeel::server {

const char* const keys_schema = R"sql(
CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE staff_rosters (
    number INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;
CREATE TABLE vault_rosters (
    vault BLOB NOT NULL,
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (vault, number)
) STRICT;
CREATE TABLE erased_vaults (
    vault BLOB PRIMARY KEY,
    erased_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE devices (
    device BLOB PRIMARY KEY,
    user BLOB NOT NULL,
    signing_key BLOB NOT NULL,
    box_key BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE members (
    vault BLOB NOT NULL,
    device BLOB NOT NULL,
    left_number INTEGER NOT NULL,  -- the roster that removed the device; 0 while it is a member
    PRIMARY KEY (vault, device)
) STRICT, WITHOUT ROWID;
CREATE TABLE invites (
    invite BLOB PRIMARY KEY,
    role INTEGER NOT NULL,
    expires_ms INTEGER NOT NULL,
    device BLOB NOT NULL,
    user BLOB NOT NULL,
    blob BLOB NOT NULL,
    answer BLOB NOT NULL,
    answer_hash BLOB NOT NULL,
    vault BLOB NOT NULL
) STRICT;
CREATE INDEX invites_by_user ON invites (user);
)sql";

template <typename... Args>
Result<void> SqliteKeys::write(Literal sql, const Args&... args) {
    if (in_group()) TRY(keys_->begin());
    return keys_->db().run(sql, args...);
}

Result<std::optional<Bytes>> SqliteKeys::setting(Literal name) {
    TRY_ASSIGN(auto rows, keys_->db().query("SELECT value FROM settings WHERE name = ?",
                                            std::string_view(name.text)));
    TRY_ASSIGN(const bool found, rows.step());
    if (!found) return std::optional<Bytes>();
    return std::optional(to_bytes(rows.blob(0)));
}

Result<void> SqliteKeys::set_setting(Literal name, ByteView value) {
    return write("INSERT INTO settings VALUES (?, ?) ON CONFLICT DO UPDATE SET value = ?2",
                 std::string_view(name.text), value);
}

Result<std::vector<Bytes>> SqliteKeys::staff_rosters() {
    TRY_ASSIGN(auto rows, keys_->db().query("SELECT bytes FROM staff_rosters ORDER BY number"));
    std::vector<Bytes> rosters;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return rosters;
        rosters.push_back(to_bytes(rows.blob(0)));
    }
}

Result<void> SqliteKeys::add_staff_roster(std::uint32_t number, ByteView bytes) {
    return write("INSERT INTO staff_rosters VALUES (?, ?)", number, bytes);
}

Result<std::vector<Bytes>> SqliteKeys::vault_rosters(const VaultId& vault, std::uint32_t first,
                                                     std::uint32_t last) {
    TRY_ASSIGN(auto rows, keys_->db().query("SELECT bytes FROM vault_rosters WHERE vault = ? AND "
                                            "number BETWEEN ? AND ? ORDER BY number",
                                            vault, first, last));
    std::vector<Bytes> rosters;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return rosters;
        rosters.push_back(to_bytes(rows.blob(0)));
    }
}

Result<void> SqliteKeys::add_vault_roster(const VaultId& vault, std::uint32_t number,
                                          ByteView bytes) {
    return write("INSERT INTO vault_rosters VALUES (?, ?, ?)", vault, number, bytes);
}

Result<std::vector<VaultId>> SqliteKeys::erased_vaults() {
    TRY_ASSIGN(auto rows, keys_->db().query("SELECT vault FROM erased_vaults"));
    std::vector<VaultId> vaults;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return vaults;
        vaults.push_back(rows.id<VaultId>(0));
    }
}

Result<void> SqliteKeys::mark_erased(const VaultId& vault, Instant now) {
    return write("INSERT OR IGNORE INTO erased_vaults VALUES (?, ?)", vault, now.ms);
}

Result<std::vector<DeviceRecord>> SqliteKeys::devices() {
    TRY_ASSIGN(auto rows,
               keys_->db().query("SELECT device, user, signing_key, box_key FROM devices"));
    std::vector<DeviceRecord> devices;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return devices;
        devices.push_back({{rows.id<DeviceId>(0), rows.hash(2), rows.hash(3)}, rows.id<UserId>(1)});
    }
}

Result<void> SqliteKeys::add_device(const DeviceRecord& record) {
    return write("INSERT INTO devices VALUES (?, ?, ?, ?)", record.device.id, record.user,
                 record.device.signing_key, record.device.box_key);
}

Result<std::vector<Membership>> SqliteKeys::memberships() {
    TRY_ASSIGN(auto rows, keys_->db().query("SELECT device, vault, left_number FROM members"));
    std::vector<Membership> memberships;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return memberships;
        memberships.push_back({rows.id<DeviceId>(0), rows.id<VaultId>(1),
                               static_cast<std::uint32_t>(rows.integer(2))});
    }
}

Result<void> SqliteKeys::set_membership(const Membership& membership) {
    return write("INSERT INTO members VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET left_number = ?3",
                 membership.vault, membership.device, membership.left);
}

namespace {

InviteRecord read_invite(const sql::Statement& row) {
    return {.invite = row.id<InviteId>(0),
            .role = static_cast<wire::InviteRole>(row.integer(1)),
            .expires = {row.integer(2)},
            .device = row.id<DeviceId>(3),
            .user = row.id<UserId>(4),
            .blob = to_bytes(row.blob(5)),
            .answer = to_bytes(row.blob(6)),
            .answer_hash = row.hash(7),
            .vault = row.id<VaultId>(8)};
}

}  // namespace

Result<std::optional<InviteRecord>> SqliteKeys::invite(const InviteId& invite) {
    TRY_ASSIGN(auto rows, keys_->db().query("SELECT * FROM invites WHERE invite = ?", invite));
    TRY_ASSIGN(const bool found, rows.step());
    if (!found) return std::optional<InviteRecord>();
    return std::optional(read_invite(rows));
}

Result<std::vector<InviteRecord>> SqliteKeys::answered_invites(const UserId& user) {
    TRY_ASSIGN(auto rows,
               keys_->db().query("SELECT * FROM invites WHERE user = ? AND answer <> x''", user));
    std::vector<InviteRecord> invites;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return invites;
        invites.push_back(read_invite(rows));
    }
}

Result<std::vector<UserId>> SqliteKeys::users_with_answers() {
    TRY_ASSIGN(auto rows,
               keys_->db().query("SELECT DISTINCT user FROM invites WHERE answer <> x''"));
    std::vector<UserId> users;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return users;
        users.push_back(rows.id<UserId>(0));
    }
}

Result<std::uint64_t> SqliteKeys::open_invites(const UserId& user, Instant now) {
    TRY_ASSIGN(const auto count,
               keys_->db().number("SELECT count(*) FROM invites WHERE user = ? AND "
                                  "(expires_ms > ? OR answer <> x'')",
                                  user, now.ms));
    return static_cast<std::uint64_t>(count.value_or(0));
}

Result<void> SqliteKeys::put_invite(const InviteRecord& record) {
    return write("INSERT OR REPLACE INTO invites VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", record.invite,
                 static_cast<int>(record.role), record.expires.ms, record.device, record.user,
                 record.blob, record.answer, record.answer_hash, record.vault);
}

Result<void> SqliteKeys::forget_invite(const InviteId& invite) {
    return write("DELETE FROM invites WHERE invite = ?", invite);
}

Result<void> SqliteKeys::forget_expired_invites(Instant before) {
    return write("DELETE FROM invites WHERE expires_ms < ? AND answer = x''", before.ms);
}

}  // namespace evenkeel::server
