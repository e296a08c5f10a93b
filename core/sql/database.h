// A thin layer over SQLite: statements, transactions, and errors a person can act on.
//
// The only folder that includes sqlite3.h. Programs link either SQLite (the server) or SQLCipher
// (devices); nothing here knows which, it only runs the PRAGMAs it is given. One connection is used
// by one thread at a time.
#pragma once

#include "core/base/bytes.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/sql/statement.h"

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

struct sqlite3;

namespace evenkeel::sql {

// What it means when the file's bytes are no database: with a key, that the key is wrong; without
// one, that the file is damaged.
enum class NotADatabase { wrong_key, damaged };

struct Options {
    NotADatabase not_a_database = NotADatabase::damaged;
    int busy_timeout_ms = 2'000;  // how long to wait for another process before saying so
};

class Connection {
public:
    // Opens the file, creating it if absent. SQLite reads nothing until the first statement, so a
    // wrong key or a damaged file shows there.
    static Result<std::unique_ptr<Connection>> open(const std::string& path,
                                                    const Options& options);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // Runs statements whose text is made here, not known at compile time (a key, a migration).
    // Rows are dropped.
    Result<void> execute(const std::string& sql);
    // The first column of the first row, as text; none if there is no row. For PRAGMAs.
    Result<std::optional<std::string>> text_of(const std::string& sql);

    // A statement from the cache with its parameters bound. The text is prepared once per
    // connection; the arguments are copied, so they may be temporaries.
    template <typename... Args>
    Result<Statement> query(Literal sql, const Args&... args) {
        TRY_ASSIGN(Statement statement, prepare(sql.text));
        bind_all(statement, Lifetime::copied, args...);
        return statement;
    }
    // The same for a text put together from literals; its few variants are cached as well.
    Result<Statement> query_built(const std::string& sql) { return prepare(sql); }
    // Runs a statement that gives no rows.
    template <typename... Args>
    Result<void> run(Literal sql, const Args&... args) {
        TRY_ASSIGN(Statement statement, prepare(sql.text));
        bind_all(statement, Lifetime::borrowed, args...);
        return statement.finish();
    }
    // The first column of the first row as a number; none if there is no row or it is NULL.
    template <typename... Args>
    Result<std::optional<std::int64_t>> number(Literal sql, const Args&... args) {
        TRY_ASSIGN(Statement statement, prepare(sql.text));
        bind_all(statement, Lifetime::borrowed, args...);
        TRY_ASSIGN(const bool row, statement.step());
        if (!row || statement.is_null(0)) return std::optional<std::int64_t>();
        return std::optional(statement.integer(0));
    }

    [[nodiscard]] std::int64_t last_row() const;
    [[nodiscard]] int changed_rows() const;
    [[nodiscard]] bool in_transaction() const { return depth_ > 0; }

    // The key proved right, so bytes that are no database mean damage from now on.
    void expect_database() { options_.not_a_database = NotADatabase::damaged; }

    // Leaves the file exactly as it is when closing: for one that must not be written.
    void close_without_writing();

private:
    friend class Reading;
    friend class Statement;
    friend class Transaction;
    Connection(sqlite3* handle, const Options& options) : handle_(handle), options_(options) {}

    Result<Statement> prepare(std::string_view sql);
    [[nodiscard]] Error error() const;

    template <typename... Args>
    static void bind_all(Statement& statement, [[maybe_unused]] Lifetime lifetime,
                         const Args&... args) {
        int index = 0;
        (statement.bind(++index, args, lifetime), ...);
    }

    sqlite3* handle_;
    Options options_;
    int depth_ = 0;
    bool is_reading_ = false;
    // By text, the statements that are not in use at the moment.
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };
    using Idle = std::unordered_map<std::string, std::vector<sqlite3_stmt*>, Hash, std::equal_to<>>;
    Idle idle_;
};

// While it lives, all that is read is of one moment, and the file is locked once instead of for
// each statement. Inside a transaction, or another of these, it is a part of that.
class Reading {
public:
    static Result<Reading> begin(Connection& connection);
    Reading(Reading&& other) noexcept : connection_(std::exchange(other.connection_, nullptr)) {}
    Reading& operator=(Reading&&) = delete;
    ~Reading();

private:
    explicit Reading(Connection* connection) : connection_(connection) {}
    Connection* connection_;  // null: another one ends it
};

// A transaction, or a savepoint when one is already open. It takes the write lock at once, so that
// two processes wait for each other at the start and never fail half-way; for that reason none can
// begin within a Reading. Without `commit` it is rolled back.
class Transaction {
public:
    static Result<Transaction> begin(Connection& connection);
    Transaction(Transaction&& other) noexcept : connection_(other.connection_) {
        other.connection_ = nullptr;
    }
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    // Durable when it returns, if this was the outermost.
    Result<void> commit();

private:
    explicit Transaction(Connection& connection) : connection_(&connection) {}
    void roll_back();
    Connection* connection_;
};

}  // namespace evenkeel::sql
