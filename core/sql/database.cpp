#include "core/sql/database.h"

#include "core/sql/error.h"

#include <sqlite3.h>

namespace evenkeel::sql {

Result<std::unique_ptr<Connection>> Connection::open(const std::string& path,
                                                     const Options& options) {
    sqlite3* handle = nullptr;
    const int flags =
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    // SQLite hands out a handle even when opening fails; the connection closes it.
    std::unique_ptr<Connection> connection(new Connection(handle, options));
    if (code != SQLITE_OK) return error_of(code, 0, options.not_a_database);
    sqlite3_busy_timeout(handle, options.busy_timeout_ms);
    // No SQL, whoever brought it in, may damage the file on purpose (writable_schema and the like).
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    return connection;
}

Connection::~Connection() {
    for (auto& [text, statements] : idle_) {
        for (sqlite3_stmt* statement : statements) sqlite3_finalize(statement);
    }
    const int code = sqlite3_close(handle_);
    ASSERT(code == SQLITE_OK);  // a statement outlived its connection
}

Error Connection::error() const {
    return error_of(sqlite3_extended_errcode(handle_), sqlite3_system_errno(handle_),
                    options_.not_a_database);
}

Result<void> Connection::execute(const std::string& sql) {
    if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return error();
    return {};
}

Result<std::optional<std::string>> Connection::text_of(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
        return error();
    }
    std::optional<std::string> text;
    const int code = sqlite3_step(statement);
    if (code == SQLITE_ROW) {
        const auto* characters = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
        if (characters != nullptr) text = characters;
    }
    if (sqlite3_finalize(statement) != SQLITE_OK) return error();
    return text;
}

Result<Statement> Connection::prepare(std::string_view sql) {
    auto place = idle_.find(sql);
    if (place == idle_.end()) place = idle_.emplace(std::string(sql), Idle::mapped_type()).first;
    auto& statements = place->second;
    if (!statements.empty()) {
        sqlite3_stmt* statement = statements.back();
        statements.pop_back();
        return Statement(*this, statement, statements);
    }
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) return error();
    return Statement(*this, statement, statements);
}

std::int64_t Connection::last_row() const { return sqlite3_last_insert_rowid(handle_); }

int Connection::changed_rows() const { return sqlite3_changes(handle_); }

void Connection::close_without_writing() {
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

Result<Reading> Reading::begin(Connection& connection) {
    if (connection.is_reading_ || connection.depth_ > 0) return Reading(nullptr);
    TRY(connection.run("BEGIN"));
    connection.is_reading_ = true;
    return Reading(&connection);
}

// Nothing was written, so there is nothing that could fail to be kept.
Reading::~Reading() {
    if (connection_ == nullptr) return;
    (void)connection_->run("COMMIT").ok();
    connection_->is_reading_ = false;
}

// The names of savepoints may repeat: SQLite takes the innermost.
Result<Transaction> Transaction::begin(Connection& connection) {
    if (connection.is_reading_) {
        return Error(ErrorCode::internal,
                     "Something was to be saved while a page was read. Nothing was changed.");
    }
    if (connection.depth_ == 0) {
        TRY(connection.run("BEGIN IMMEDIATE"));
    } else {
        TRY(connection.run("SAVEPOINT inner_transaction"));
    }
    ++connection.depth_;
    return Transaction(connection);
}

Result<void> Transaction::commit() {
    ASSERT(connection_ != nullptr);
    Result<void> result = connection_->depth_ == 1 ? connection_->run("COMMIT")
                                                   : connection_->run("RELEASE inner_transaction");
    if (!result.ok()) {
        roll_back();
        return result;
    }
    --connection_->depth_;
    connection_ = nullptr;
    return {};
}

Transaction::~Transaction() {
    if (connection_ != nullptr) roll_back();
}

// After some errors (a full disk) SQLite has rolled everything back already; then these statements
// fail, which is what is wanted.
void Transaction::roll_back() {
    if (connection_->depth_ == 1) {
        (void)connection_->run("ROLLBACK").ok();
    } else {
        (void)connection_->run("ROLLBACK TO inner_transaction").ok();
        (void)connection_->run("RELEASE inner_transaction").ok();
    }
    --connection_->depth_;
    connection_ = nullptr;
}

}  // namespace evenkeel::sql
