// Imports a report of RescueTime (a service that records which program is in front) as CSV, by day
// or by hour. As with ActivityWatch only sums leave this file: names of activities are looked at to
// sort them and are never kept.
#pragma once

#include "core/report/csv.h"
#include "core/report/imported_use.h"

#include <array>

namespace evenkeel::report {

struct RescueTimeImport {
    std::vector<ImportedUse> use;  // by day, group
    std::size_t rows = 0;          // read
};

// Whether these are the names of a report's columns.
bool is_rescuetime(const CsvRow& header);

// "Date", "Time Spent (seconds)" and "Activity" are read, whatever else there is. Dates are on the
// person's wall clock, and say no zone: `zone` is the one they were asked for. In a report by hour,
// the hours before the day's start belong to the day before.
//
// What no rule names is internet if it is a website or a browser, and is not counted elsewhere.
// There is no coverage: sums do not say from when to when somebody watched. Times below half a
// minute a day are dropped.
//
// Refuses with one sentence what is no such report, has no dates, or is damaged.
[[nodiscard]] Result<RescueTimeImport> import_rescuetime(std::string_view csv,
                                                         const ImportRules& rules,
                                                         const std::string& zone,
                                                         std::int32_t day_start_minute,
                                                         const ImportIds& ids);

// The ids that an import gives to what it counts on that day.
std::array<EntityId, 4> rescuetime_ids(const ImportIds& ids, Day day);

}  // namespace evenkeel::report
