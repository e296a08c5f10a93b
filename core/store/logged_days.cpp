#include "core/store/logged_days.h"

#include "core/store/database.h"

namespace evenkeel::store {

Result<LoggedDays> logged_days(Store& store, RecordId record, EntityKind kind, Day first,
                               Day last) {
    LoggedDays logged;
    TRY_ASSIGN(const auto place, store.database().find_record(record));
    if (!place) return logged;
    sql::Connection& sql = store.database().sql();
    const auto number = static_cast<std::uint32_t>(kind);
    TRY_ASSIGN(const auto newest,
               sql.number("SELECT max(day) FROM entity_view WHERE record = ? AND kind = ? "
                          "AND day <= ? AND deleted_ms IS NULL",
                          place->number, number, last.number));
    if (!newest) return logged;
    logged.newest = Day{static_cast<std::int32_t>(*newest)};
    TRY_ASSIGN(auto rows,
               sql.query("SELECT DISTINCT day FROM entity_view WHERE record = ? AND kind = ? "
                         "AND day BETWEEN ? AND ? AND deleted_ms IS NULL ORDER BY day",
                         place->number, number, first.number, last.number));
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return logged;
        logged.days.push_back(Day{static_cast<std::int32_t>(rows.integer(0))});
    }
}

}  // namespace evenkeel::store
