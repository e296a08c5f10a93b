// Brings a file's schema up to date, one numbered step after the other.
#pragma once

#include "core/sql/database.h"

namespace evenkeel::store {

// The schema this version writes: the number of files in core/store/migrations.
[[nodiscard]] int schema_known();

// Refuses a file of a newer version with ErrorCode::unsupported; reads only.
Result<int> check_schema(sql::Connection& connection);

// Runs the missing steps in one transaction: all of them or none.
Result<void> migrate(sql::Connection& connection);

}  // namespace evenkeel::store
