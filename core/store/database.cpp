#include "core/store/database.h"

#include "core/store/migrations.h"

#include <filesystem>

namespace evenkeel::store {

namespace {

// Measured with SQLCipher 4.6 on a machine with SHA instructions: a single entry costs 0.30 ms of
// processor time with these, 0.42 with pages of 8 KiB, 0.42 with HMAC-SHA512 (SQLCipher's default);
// loading ten thousand costs 95, 81 and 118 ms. Single entries matter more. Files keep their
// choice: another one needs a copy of the whole file.
constexpr int page_bytes = 4096;

std::string key_statement(const DatabaseKey& key) {
    return "PRAGMA key = \"x'" + to_hex(ByteView(key)) + "'\"";
}

Result<void> set_key(sql::Connection& connection, const DatabaseKey& key) {
    std::string statement = key_statement(key);
    const auto result = connection.execute(statement);
    std::fill(statement.begin(), statement.end(), '\0');
    TRY(result);
    // SQLCipher would write page numbers to standard error; errors are values here. The key is what
    // turns its log on, so this comes after it.
    TRY(connection.execute("PRAGMA cipher_log = off"));
    // An ordinary SQLite ignores the key and would write everything in the clear.
    TRY_ASSIGN(const auto version, connection.text_of("PRAGMA cipher_version"));
    if (!version || version->empty()) {
        return Error(ErrorCode::internal, "This build has no encryption; nothing was opened.");
    }
    TRY(connection.execute("PRAGMA cipher_page_size = " + std::to_string(page_bytes)));
    return connection.execute("PRAGMA cipher_hmac_algorithm = HMAC_SHA256");
}

// SQLite says the same of a wrong key and of a damaged first page. Each page carries its own
// authentication code, so if any of them is right the key is.
Error wrong_key_or_damaged(sql::Connection& connection, const std::string& path, Error error) {
    if (error.code() != ErrorCode::wrong_passphrase) return error;
    std::error_code ignored;
    const auto pages = std::filesystem::file_size(path, ignored) / page_bytes;
    std::uintmax_t wrong = 0;
    auto statement = connection.query("PRAGMA cipher_integrity_check");
    if (!statement.ok()) return error;
    while (true) {
        const auto row = statement.value().step();
        if (!row.ok()) return error;
        if (!row.value()) break;
        ++wrong;
    }
    if (wrong >= pages) return error;
    return {ErrorCode::damaged, "The file is damaged: its bytes are not what was written."};
}

Result<void> prepare(sql::Connection& connection) {
    TRY(connection.execute("PRAGMA journal_mode = WAL"));
    TRY(connection.execute("PRAGMA synchronous = FULL"));
    TRY(connection.execute("PRAGMA secure_delete = ON"));
    TRY(connection.execute("PRAGMA foreign_keys = ON"));
    TRY(connection.execute("PRAGMA journal_size_limit = 16777216"));
    TRY(connection.execute("PRAGMA cache_size = -8000"));
    return migrate(connection);
}

VaultPlace read_vault(const sql::Statement& row) {
    return {.number = row.integer(0),
            .id = row.id<VaultId>(1),
            .type = static_cast<delta::VaultType>(row.integer(2)),
            .record = row.integer(3),
            .closed = row.integer(4) != 0,
            .added = {row.integer(5)}};
}

}  // namespace

Result<std::unique_ptr<Database>> Database::open(const std::string& path, const DatabaseKey& key,
                                                 const Context& context) {
    TRY_ASSIGN(auto connection,
               sql::Connection::open(path, {.not_a_database = sql::NotADatabase::wrong_key}));
    TRY(set_key(*connection, key));
    TRY(connection->execute("PRAGMA temp_store = MEMORY"));
    const auto schema = check_schema(*connection);
    if (!schema.ok()) {
        connection->close_without_writing();
        return wrong_key_or_damaged(*connection, path, schema.error());
    }
    connection->expect_database();  // the key is right: from now on wrong bytes are damage
    TRY(prepare(*connection));
    std::unique_ptr<Database> database(new Database(std::move(connection), context));
    TRY(database->read_device());
    return database;
}

Result<void> Database::read_device() {
    TRY_ASSIGN(auto row, connection_->query("SELECT device FROM self"));
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return Error(ErrorCode::damaged, "The profile does not say which device it is.");
    device_ = row.id<DeviceId>(0);
    return {};
}

Result<void> Database::set_device(DeviceId device) {
    TRY(connection_->run("UPDATE self SET device = ?", device));
    device_ = device;
    return {};
}

Result<void> Database::transaction(const std::function<Result<void>()>& body) {
    TRY_ASSIGN(auto transaction, sql::Transaction::begin(*connection_));
    auto result = body();
    if (result.ok()) result = transaction.commit();
    if (result.ok()) return {};
    // What is remembered outside the file goes back with it.
    { const auto undone = std::move(transaction); }
    (void)read_device().ok();
    return result;
}

Result<delta::ClockStamp> Database::next_stamp_at(Instant now) {
    TRY_ASSIGN(const auto last, connection_->number("SELECT clock FROM self"));
    delta::HybridClock clock(static_cast<delta::ClockStamp>(last.value_or(0)));
    const auto stamp = clock.next(now);
    TRY(connection_->run("UPDATE self SET clock = ?", clock.last()));
    return stamp;
}

Result<delta::ClockStamp> Database::next_stamp() { return next_stamp_at(context_.clock.now()); }

Result<void> Database::observe(delta::ClockStamp accepted) {
    return connection_->run(
        "UPDATE self SET clock = max(clock, ?1), clock_accepted = max(clock_accepted, ?1)",
        accepted);
}

Result<delta::Stamp> Database::stamp() {
    TRY_ASSIGN(const auto clock, next_stamp());
    delta::Stamp stamp{.id = 0, .origin = device_, .clock = clock};
    while (stamp.id == 0) stamp.id = context_.random.number();
    return stamp;
}

Result<std::optional<RecordPlace>> Database::find_record(RecordId id) {
    RecordPlace place{.id = id};
    {
        TRY_ASSIGN(auto row, connection_->query(
                                 "SELECT number, sharing_paused FROM record WHERE id = ?", id));
        TRY_ASSIGN(const bool found, row.step());
        if (!found) return std::optional<RecordPlace>();
        place.number = row.integer(0);
        place.sharing_paused = row.integer(1) != 0;
    }
    TRY_ASSIGN(auto row, connection_->query("SELECT number, id, type, record, closed, added_ms "
                                            "FROM vault WHERE record = ?",
                                            place.number));
    while (true) {
        TRY_ASSIGN(const bool found, row.step());
        if (!found) break;
        const VaultPlace vault = read_vault(row);
        (vault.type == delta::VaultType::private_ ? place.private_ : place.own) = vault;
    }
    return std::optional(place);
}

Result<RecordPlace> Database::record(RecordId id) {
    TRY_ASSIGN(auto place, find_record(id));
    if (!place || !place->own) {
        return Error(ErrorCode::refused,
                     "This profile has not joined that record yet, so nothing can be kept in it.");
    }
    return *std::move(place);
}

Result<RecordPlace> Database::record(std::int64_t number) {
    RecordId id;
    {
        TRY_ASSIGN(auto row, connection_->query("SELECT id FROM record WHERE number = ?", number));
        TRY_ASSIGN(const bool found, row.step());
        if (found) id = row.id<RecordId>(0);
    }
    TRY_ASSIGN(auto place, find_record(id));
    if (!place) return Error(ErrorCode::damaged, "A stored entry belongs to no record.");
    return *std::move(place);
}

Result<std::optional<VaultPlace>> Database::find_vault(VaultId id) {
    TRY_ASSIGN(auto row, connection_->query("SELECT number, id, type, record, closed, added_ms "
                                            "FROM vault WHERE id = ?",
                                            id));
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return std::optional<VaultPlace>();
    return std::optional(read_vault(row));
}

Result<VaultPlace> Database::vault(VaultId id) {
    TRY_ASSIGN(auto place, find_vault(id));
    if (!place) return Error(ErrorCode::not_found, "This profile has no such vault.");
    return *place;
}

Result<VaultPlace> Database::vault(std::int64_t number) {
    TRY_ASSIGN(auto row, connection_->query("SELECT number, id, type, record, closed, added_ms "
                                            "FROM vault WHERE number = ?",
                                            number));
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return Error(ErrorCode::not_found, "This profile has no such vault.");
    return read_vault(row);
}

}  // namespace evenkeel::store
