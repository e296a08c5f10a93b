// What a SQLite result code means to a person.
#pragma once

#include "core/sql/database.h"

namespace evenkeel::sql {

// `code` is an extended result code, `system_error` the errno behind it (0 if unknown).
[[nodiscard]] Error error_of(int code, int system_error, NotADatabase not_a_database);

}  // namespace evenkeel::sql
