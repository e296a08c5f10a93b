// One prepared statement with its parameters, and the row it stands on.
#pragma once

#include "core/base/bytes.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/time.h"

#include <concepts>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

struct sqlite3_stmt;

namespace evenkeel::sql {

class Connection;

// Whether bytes handed in live as long as the statement runs, or must be copied.
enum class Lifetime { copied, borrowed };

// Made by Connection; goes back to its cache when destroyed. Columns count from 0, parameters from
// 1, as in SQLite. A bound parameter that does not exist shows as an error at the first step.
class Statement {
public:
    Statement(Statement&& other) noexcept
        : connection_(other.connection_),
          statement_(other.statement_),
          idle_(other.idle_),
          failed_(other.failed_) {
        other.statement_ = nullptr;
    }
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    template <std::integral Integer>
    void bind(int index, Integer value, Lifetime) {
        bind_integer(index, static_cast<std::int64_t>(value));
    }
    void bind(int index, ByteView bytes, Lifetime lifetime) { bind_blob(index, bytes, lifetime); }
    void bind(int index, const Bytes& bytes, Lifetime lifetime) {
        bind_blob(index, bytes, lifetime);
    }
    template <std::size_t size>
    void bind(int index, const ByteArray<size>& bytes, Lifetime lifetime) {
        bind_blob(index, bytes, lifetime);
    }
    template <typename Tag>
    void bind(int index, const Id16<Tag>& id, Lifetime lifetime) {
        bind_blob(index, id.view(), lifetime);
    }
    void bind(int index, std::string_view text, Lifetime lifetime) {
        bind_text(index, text, lifetime);
    }
    void bind(int index, const std::string& text, Lifetime lifetime) {
        bind_text(index, text, lifetime);
    }
    void bind(int index, Day day, Lifetime) { bind_integer(index, day.number); }
    void bind(int index, Instant instant, Lifetime) { bind_integer(index, instant.ms); }
    void bind(int index, std::nullptr_t, Lifetime) { bind_null(index); }
    template <typename T>
    void bind(int index, const std::optional<T>& value, Lifetime lifetime) {
        if (value) {
            bind(index, *value, lifetime);
        } else {
            bind_null(index);
        }
    }

    // Moves to the next row; false after the last one.
    Result<bool> step();
    // Runs to the end.
    Result<void> finish();

    // Views are valid until the next step.
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::uint64_t unsigned_integer(int column) const {
        return static_cast<std::uint64_t>(integer(column));
    }
    [[nodiscard]] ByteView blob(int column) const;
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] bool is_null(int column) const;

    // An id kept as 16 bytes; "none" if the column holds anything else.
    template <typename Id>
    [[nodiscard]] Id id(int column) const {
        return Id::from(blob(column)).value_or(Id{});
    }
    // Thirty-two bytes; all zero if the column holds anything else.
    [[nodiscard]] Hash32 hash(int column) const {
        Hash32 hash{};
        if (const ByteView bytes = blob(column); bytes.size() == hash.size()) {
            std::copy(bytes.begin(), bytes.end(), hash.begin());
        }
        return hash;
    }

private:
    friend class Connection;
    Statement(Connection& connection, sqlite3_stmt* statement, std::vector<sqlite3_stmt*>& idle)
        : connection_(&connection), statement_(statement), idle_(&idle) {}

    void bind_integer(int index, std::int64_t value);
    void bind_blob(int index, ByteView bytes, Lifetime lifetime);
    void bind_text(int index, std::string_view text, Lifetime lifetime);
    void bind_null(int index);
    void note(int code) {
        if (failed_ == 0) failed_ = code;
    }

    Connection* connection_;
    sqlite3_stmt* statement_;
    std::vector<sqlite3_stmt*>* idle_;  // where it goes back to
    int failed_ = 0;
};

}  // namespace evenkeel::sql
