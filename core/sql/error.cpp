#include "core/sql/error.h"

#include <sqlite3.h>

#include <cerrno>

namespace evenkeel::sql {

static bool means_full(int system_error) {
#ifdef EDQUOT
    if (system_error == EDQUOT) return true;
#endif
    return system_error == ENOSPC || system_error == EFBIG;
}

Error error_of(int code, int system_error, NotADatabase not_a_database) {
    switch (code & 0xff) {
        case SQLITE_FULL:
            return {ErrorCode::disk_full,
                    "The disk is full; nothing was changed and what was saved before is safe."};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {ErrorCode::busy, "Another program is using this file; try again in a moment."};
        case SQLITE_NOTADB:
            if (not_a_database == NotADatabase::wrong_key) {
                return {ErrorCode::wrong_passphrase, "The key does not open this file."};
            }
            [[fallthrough]];
        case SQLITE_CORRUPT:
            return {ErrorCode::damaged, "The file is damaged: its bytes are not what was written."};
        case SQLITE_IOERR:
            if (means_full(system_error)) return error_of(SQLITE_FULL, 0, not_a_database);
            return Error(ErrorCode::damaged, "The disk could not be read or written (code {}).")
                .with(code);
        case SQLITE_CANTOPEN:
            if (means_full(system_error)) return error_of(SQLITE_FULL, 0, not_a_database);
            return {ErrorCode::not_found, "The file cannot be opened or made in that folder."};
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return {ErrorCode::refused, "This folder does not let the program write the file."};
        default:
            return Error(ErrorCode::internal, "The database refused a statement (code {}).")
                .with(code);
    }
}

}  // namespace evenkeel::sql
