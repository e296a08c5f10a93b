#include "core/store/migrations.h"

namespace evenkeel::store {

// Written by CMake from core/store/migrations/*.sql, in the order of their names.
static constexpr const char* steps[] = {
#include "core/store/migrations.inc"
};

int schema_known() { return static_cast<int>(std::size(steps)); }

Result<int> check_schema(sql::Connection& connection) {
    TRY_ASSIGN(const auto version, connection.number("PRAGMA user_version"));
    const auto found = static_cast<int>(version.value_or(0));
    if (found > schema_known()) {
        return Error(
                   ErrorCode::unsupported,
                   "This profile was written by a newer version (schema {}); nothing was changed.")
            .with(found);
    }
    return found;
}

Result<void> migrate(sql::Connection& connection) {
    TRY_ASSIGN(const int found, check_schema(connection));
    if (found == schema_known()) return {};
    TRY_ASSIGN(auto transaction, sql::Transaction::begin(connection));
    for (int step = found; step < schema_known(); ++step) TRY(connection.execute(steps[step]));
    TRY(connection.execute("PRAGMA user_version = " + std::to_string(schema_known())));
    return transaction.commit();
}

}  // namespace evenkeel::store
