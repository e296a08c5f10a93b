#include "sync/server/sqlite_files.h"

namespace evenkeel::server {

// `place` is an envelope's or void mark's sequence, and minus the sequence it redacts for a
// redaction. The log is a rowid table: large blobs do badly in an index tree.
const char* const log_schema = R"sql(
CREATE TABLE counters (
    device BLOB PRIMARY KEY,
    counter INTEGER NOT NULL,  -- the bits of an unsigned number; never compared here
    payload BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE heads (
    vault BLOB PRIMARY KEY,
    position INTEGER NOT NULL,
    chain BLOB NOT NULL,
    access_index INTEGER NOT NULL,
    access_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE author_heads (
    vault BLOB NOT NULL,
    author BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (vault, author)
) STRICT, WITHOUT ROWID;
CREATE TABLE log (
    vault BLOB NOT NULL,
    position INTEGER NOT NULL,
    author BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    chain BLOB NOT NULL,  -- the first 16 bytes of the vault's chain hash after this row
    bytes BLOB NOT NULL,
    PRIMARY KEY (vault, position)
) STRICT;
CREATE UNIQUE INDEX log_by_author ON log (vault, author, sequence) WHERE sequence > 0;
CREATE INDEX log_redactions ON log (vault, author, sequence) WHERE sequence < 0;
CREATE TABLE access_log (
    vault BLOB NOT NULL,
    position INTEGER NOT NULL,
    utc_ms INTEGER NOT NULL,
    device BLOB NOT NULL,
    action INTEGER NOT NULL,
    result INTEGER NOT NULL,
    PRIMARY KEY (vault, position)
) STRICT, WITHOUT ROWID;
)sql";

Result<RequestCounter> SqliteLog::counter(const DeviceId& device) {
    TRY_ASSIGN(auto rows,
               log_->db().query("SELECT counter, payload FROM counters WHERE device = ?", device));
    TRY_ASSIGN(const bool found, rows.step());
    if (!found) return RequestCounter{};
    return RequestCounter{rows.unsigned_integer(0), rows.hash(1)};
}

Result<void> SqliteLog::set_counter(const DeviceId& device, const RequestCounter& counter) {
    return log_->db().run(
        "INSERT INTO counters VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET "
        "counter = ?2, payload = ?3",
        device, counter.counter, counter.payload);
}

Result<VaultHead> SqliteLog::head(const VaultId& vault) {
    TRY_ASSIGN(auto rows, log_->db().query("SELECT position, chain, access_index, access_hash "
                                           "FROM heads WHERE vault = ?",
                                           vault));
    TRY_ASSIGN(const bool found, rows.step());
    if (!found) return VaultHead{};
    return VaultHead{rows.unsigned_integer(0), rows.hash(1), rows.unsigned_integer(2),
                     rows.hash(3)};
}

Result<void> SqliteLog::set_head(const VaultId& vault, const VaultHead& head) {
    return log_->db().run(
        "INSERT INTO heads VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
        "position = ?2, chain = ?3, access_index = ?4, access_hash = ?5",
        vault, head.position, head.chain, head.access_index, head.access_hash);
}

Result<AuthorHead> SqliteLog::author_head(const VaultId& vault, const DeviceId& author) {
    TRY_ASSIGN(auto rows, log_->db().query("SELECT sequence, hash FROM author_heads WHERE "
                                           "vault = ? AND author = ?",
                                           vault, author));
    TRY_ASSIGN(const bool found, rows.step());
    if (!found) return AuthorHead{};
    return AuthorHead{rows.unsigned_integer(0), rows.hash(1)};
}

Result<void> SqliteLog::set_author_head(const VaultId& vault, const DeviceId& author,
                                        const AuthorHead& head) {
    return log_->db().run(
        "INSERT INTO author_heads VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
        "sequence = ?3, hash = ?4",
        vault, author, head.sequence, head.hash);
}

Result<void> SqliteLog::add_row(const VaultId& vault, const LogRow& row, const Hash32& chain) {
    const auto place = row.sequence > 0 ? static_cast<std::int64_t>(row.sequence)
                                        : -static_cast<std::int64_t>(row.redacts);
    return log_->db().run("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?)", vault, row.position,
                          row.author, place, ByteView(chain).first(16), row.bytes);
}

Result<void> SqliteLog::replace_bytes(const VaultId& vault, std::uint64_t position,
                                      ByteView bytes) {
    has_removed_ = true;
    return log_->db().run("UPDATE log SET bytes = ? WHERE vault = ? AND position = ?", bytes, vault,
                          position);
}

namespace {

// Columns: position, author, sequence, bytes.
LogRow read_row(const sql::Statement& rows) {
    LogRow row;
    row.position = rows.unsigned_integer(0);
    row.author = rows.id<DeviceId>(1);
    const std::int64_t place = rows.integer(2);
    if (place > 0) row.sequence = static_cast<std::uint64_t>(place);
    if (place < 0) row.redacts = static_cast<std::uint64_t>(-place);
    return row;
}

}  // namespace

Result<std::optional<LogRow>> SqliteLog::row(const VaultId& vault, const DeviceId& author,
                                             std::uint64_t sequence) {
    TRY_ASSIGN(auto rows,
               log_->db().query("SELECT position, author, sequence, bytes FROM log WHERE vault = ? "
                                "AND author = ? AND sequence = ? AND sequence > 0",
                                vault, author, sequence));
    TRY_ASSIGN(const bool found, rows.step());
    if (!found) return std::optional<LogRow>();
    LogRow row = read_row(rows);
    row.bytes = to_bytes(rows.blob(3));
    return std::optional(std::move(row));
}

Result<std::vector<LogRow>> SqliteLog::redactions(const VaultId& vault, const DeviceId& author,
                                                  std::uint64_t sequence) {
    TRY_ASSIGN(auto rows,
               log_->db().query("SELECT position, author, sequence, bytes FROM log WHERE vault = ? "
                                "AND author = ? AND sequence = ? AND sequence < 0",
                                vault, author, -static_cast<std::int64_t>(sequence)));
    std::vector<LogRow> found;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return found;
        found.push_back(read_row(rows));
        found.back().bytes = to_bytes(rows.blob(3));
    }
}

Result<std::optional<ByteArray<16>>> SqliteLog::chain_at(const VaultId& vault,
                                                         std::uint64_t position) {
    TRY_ASSIGN(auto rows, log_->db().query("SELECT chain FROM log WHERE vault = ? AND position = ?",
                                           vault, position));
    TRY_ASSIGN(const bool found, rows.step());
    if (!found || rows.blob(0).size() != 16) return std::optional<ByteArray<16>>();
    ByteArray<16> chain{};
    std::copy_n(rows.blob(0).begin(), chain.size(), chain.begin());
    return std::optional(chain);
}

Result<void> SqliteLog::rows_after(const VaultId& vault, std::uint64_t position,
                                   const DeviceId& without_bytes_of,
                                   const std::function<Walk(LogRow)>& visit) {
    TRY_ASSIGN(auto rows,
               log_->db().query("SELECT position, author, sequence, bytes, length(bytes) FROM log "
                                "WHERE vault = ? AND position > ? ORDER BY position",
                                vault, position));
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return {};
        LogRow row = read_row(rows);
        const bool own = row.sequence > 0 && row.author == without_bytes_of &&
                         rows.unsigned_integer(4) != void_mark_bytes;
        if (!own) row.bytes = to_bytes(rows.blob(3));
        if (visit(std::move(row)) == Walk::stop) return {};
    }
}

Result<void> SqliteLog::erase_log(const VaultId& vault) {
    has_removed_ = true;
    TRY(log_->db().run("DELETE FROM log WHERE vault = ?", vault));
    TRY(log_->db().run("DELETE FROM author_heads WHERE vault = ?", vault));
    return log_->db().run("UPDATE heads SET position = 0, chain = zeroblob(32) WHERE vault = ?",
                          vault);
}

Result<void> SqliteLog::add_access(const VaultId& vault, const wire::AccessLogEntry& entry) {
    return log_->db().run("INSERT INTO access_log VALUES (?, ?, ?, ?, ?, ?)", vault, entry.index,
                          entry.when.ms, entry.device, entry.action, entry.result);
}

Result<std::vector<wire::AccessLogEntry>> SqliteLog::access_log(const VaultId& vault,
                                                                std::uint64_t from_index,
                                                                std::size_t count_max) {
    TRY_ASSIGN(auto rows,
               log_->db().query("SELECT position, utc_ms, device, action, result FROM access_log "
                                "WHERE vault = ? AND position >= ? ORDER BY position LIMIT ?",
                                vault, from_index, count_max));
    std::vector<wire::AccessLogEntry> entries;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return entries;
        entries.push_back({rows.unsigned_integer(0),
                           {rows.integer(1)},
                           rows.id<DeviceId>(2),
                           static_cast<std::uint16_t>(rows.integer(3)),
                           static_cast<std::uint16_t>(rows.integer(4))});
    }
}

}  // namespace evenkeel::server
