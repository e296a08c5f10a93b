// Imports an export of ActivityWatch (a free program that records which window is in front).
//
// Only sums leave this file: minutes per device, logical day and group. Titles, addresses and names
// of programs are looked at to sort them and are never kept.
#pragma once

#include "core/report/imported_use.h"

#include <string_view>

namespace evenkeel::report {

struct ActivityWatchImport {
    std::vector<ImportedUse> use;            // by day, device, group
    std::vector<ImportedCoverage> coverage;  // by day, device
    std::size_t events = 0;                  // read
    std::size_t devices = 0;                 // with windows or websites
    bool idle_time_unknown = false;          // a device had no record of idle time: all counts
};

// ActivityWatch keeps no zone, so `zone` is the one the person was asked for.
//
// Counted is time in front while not idle. A website counts only while a browser's window is in
// front, and then it counts instead of the window, never on top of it. What no rule names is
// internet inside a browser and is not counted elsewhere. The coverage of a device goes from its
// first to its last event. Times below half a minute a day are dropped.
//
// Refuses with one sentence what is no such export, nests deeper than 32, or holds more than
// limits::import_bytes_max bytes or 4 million events; an event that lasts no time, or more than a
// week, is skipped.
[[nodiscard]] Result<ActivityWatchImport> import_activitywatch(std::string_view json,
                                                               const ImportRules& rules,
                                                               const std::string& zone,
                                                               std::int32_t day_start_minute,
                                                               const ImportIds& ids);

}  // namespace evenkeel::report
