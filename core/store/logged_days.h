// On which days something was logged, for those who look at many records at once.
#pragma once

#include "core/store/store.h"

namespace evenkeel::store {

struct LoggedDays {
    std::optional<Day> newest;  // also before the range
    std::vector<Day> days;      // of the range, ascending
};

// Entries of that kind which are not deleted, between two days, both included. Reads an index and
// no entry.
Result<LoggedDays> logged_days(Store& store, RecordId record, EntityKind kind, Day first, Day last);

}  // namespace evenkeel::store
