#include "core/sql/statement.h"

#include "core/sql/database.h"

#include <sqlite3.h>

namespace evenkeel::sql {

static sqlite3_destructor_type destructor(Lifetime lifetime) {
    return lifetime == Lifetime::copied ? SQLITE_TRANSIENT : SQLITE_STATIC;
}

Statement::~Statement() {
    if (statement_ == nullptr) return;
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
    idle_->push_back(statement_);
}

void Statement::bind_integer(int index, std::int64_t value) {
    note(sqlite3_bind_int64(statement_, index, value));
}

void Statement::bind_blob(int index, ByteView bytes, Lifetime lifetime) {
    // A null pointer would bind NULL; no bytes are still bytes.
    if (bytes.empty()) {
        note(sqlite3_bind_zeroblob(statement_, index, 0));
        return;
    }
    note(sqlite3_bind_blob64(statement_, index, bytes.data(), bytes.size(), destructor(lifetime)));
}

void Statement::bind_text(int index, std::string_view text, Lifetime lifetime) {
    const char* characters = text.empty() ? "" : text.data();
    note(sqlite3_bind_text64(statement_, index, characters, text.size(), destructor(lifetime),
                             SQLITE_UTF8));
}

void Statement::bind_null(int index) { note(sqlite3_bind_null(statement_, index)); }

Result<bool> Statement::step() {
    if (failed_ != 0) {
        return Error(ErrorCode::internal, "A statement has other parameters than it was given.");
    }
    switch (sqlite3_step(statement_)) {
        case SQLITE_ROW:
            return true;
        case SQLITE_DONE:
            return false;
        default:
            return connection_->error();
    }
}

Result<void> Statement::finish() {
    while (true) {
        TRY_ASSIGN(const bool row, step());
        if (!row) return {};
    }
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}

ByteView Statement::blob(int column) const {
    const void* bytes = sqlite3_column_blob(statement_, column);
    const int size = sqlite3_column_bytes(statement_, column);
    return {static_cast<const Byte*>(bytes), static_cast<std::size_t>(size)};
}

std::string_view Statement::text(int column) const {
    const auto* characters = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    const int size = sqlite3_column_bytes(statement_, column);
    if (characters == nullptr) return {};
    return {characters, static_cast<std::size_t>(size)};
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

}  // namespace evenkeel::sql
