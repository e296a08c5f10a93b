#include "sync/server/sqlite_storage.h"

#include "sync/server/sqlite_files.h"

namespace evenkeel::server {

namespace {

constexpr int schema_version = 1;

Result<void> prepare_file(sql::Connection& db, const std::string& schema) {
    TRY_ASSIGN(const auto found, db.text_of("PRAGMA user_version"));
    const std::string version = found.value_or("0");
    if (version != "0" && version != std::to_string(schema_version)) {
        return Error(ErrorCode::unsupported,
                     "This folder was written by a newer server; nothing was changed.");
    }
    // A checkpoint costs two syncs more; they are made in quiet moments instead (tidy_up), and at
    // 16 MB in any case.
    TRY_ASSIGN(const auto mode, db.text_of("PRAGMA journal_mode = WAL"));
    if (mode != "wal") {
        return Error(ErrorCode::refused, "This disk cannot hold a database that is safe to use.");
    }
    TRY(
        db.execute("PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4096;"
                   "PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF;"
                   "PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;"));
    if (version != "0") return {};
    return db.execute("BEGIN IMMEDIATE;" + schema +
                      "PRAGMA user_version = " + std::to_string(schema_version) + "; COMMIT;");
}

class SqliteStorage final : public Storage, public SqliteKeys, public SqliteLog {
public:
    Result<void> open(const std::string& folder) {
        TRY_ASSIGN(keys_, SqliteFile::open(folder + "/" + keys_file_name, keys_schema));
        TRY_ASSIGN(log_, SqliteFile::open(folder + "/" + log_file_name, log_schema));
        return log_->empty_log();  // a server that was killed may have left it full
    }

    Result<void> begin() override {
        TRY(log_->begin());
        in_group_ = true;
        return {};
    }
    Result<void> commit() override {
        in_group_ = false;
        TRY(keys_->commit());
        return log_->commit();
    }
    void roll_back() override {
        in_group_ = false;
        keys_->roll_back();
        log_->roll_back();
    }
    Result<void> tidy_up() override {
        TRY(keys_->empty_log());
        if (!has_removed_) return log_->fold_log();
        TRY(log_->empty_log());
        has_removed_ = false;
        return {};
    }
    Result<Counts> counts() override;

private:
    [[nodiscard]] bool in_group() const override { return in_group_; }
    bool in_group_ = false;
};

// Reads the whole file; a server that runs goes on meanwhile.
Result<void> check_sound(sql::Connection& db) {
    TRY_ASSIGN(const auto verdict, db.text_of("PRAGMA quick_check(1)"));
    if (verdict == "ok") return {};
    return Error(ErrorCode::damaged,
                 "The server's files are damaged; bring them back from a backup.");
}

Result<Counts> SqliteStorage::counts() {
    TRY(check_sound(keys_->db()));
    TRY(check_sound(log_->db()));
    TRY_ASSIGN(const auto vaults,
               keys_->db().number("SELECT count(DISTINCT vault) FROM vault_rosters"));
    TRY_ASSIGN(const auto devices, keys_->db().number("SELECT count(*) FROM devices"));
    TRY_ASSIGN(const auto envelopes,
               log_->db().number("SELECT count(*) FROM log WHERE sequence > 0"));
    TRY_ASSIGN(const auto key_bytes,
               keys_->db().number("SELECT page_count * page_size FROM pragma_page_count, "
                                  "pragma_page_size"));
    TRY_ASSIGN(const auto log_bytes,
               log_->db().number("SELECT page_count * page_size FROM pragma_page_count, "
                                 "pragma_page_size"));
    const auto unsigned_of = [](const std::optional<std::int64_t>& number) {
        return static_cast<std::uint64_t>(number.value_or(0));
    };
    return Counts{unsigned_of(vaults), unsigned_of(devices), unsigned_of(envelopes),
                  unsigned_of(key_bytes) + unsigned_of(log_bytes)};
}

}  // namespace

Result<std::unique_ptr<SqliteFile>> SqliteFile::open(const std::string& path,
                                                     const std::string& schema) {
    TRY_ASSIGN(auto connection, sql::Connection::open(path, {}));
    TRY(prepare_file(*connection, schema));
    return std::unique_ptr<SqliteFile>(new SqliteFile(std::move(connection)));
}

Result<void> SqliteFile::begin() {
    if (transaction_) return {};
    TRY_ASSIGN(auto transaction, sql::Transaction::begin(*connection_));
    transaction_.emplace(std::move(transaction));
    return {};
}

Result<void> SqliteFile::commit() {
    if (!transaction_) return {};
    const Result<void> result = transaction_->commit();
    transaction_.reset();
    return result;
}

Result<void> SqliteFile::fold_log() {
    return connection_->execute("PRAGMA wal_checkpoint(RESTART)");
}

Result<void> SqliteFile::empty_log() {
    return connection_->execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

Result<std::unique_ptr<Storage>> open_sqlite_storage(const std::string& folder) {
    auto storage = std::make_unique<SqliteStorage>();
    TRY(storage->open(folder));
    return std::unique_ptr<Storage>(std::move(storage));
}

}  // namespace evenkeel::server
