// The days of one record as both sides see them: what was logged, and each boundary's result.
#pragma once

#include "core/insight/day_summary.h"
#include "sync/client/agreements.h"
#include "sync/client/profile.h"

namespace evenkeel::model {

struct DayBook {
    std::vector<insight::DaySummary>
        days;  // oldest first, every day of the range, blank days included
    client::BoundaryBook boundaries;
};

// Reads the record's entries and judges its boundaries for the days `first`..`last`.
Result<DayBook> read_days(client::Profile& profile, VaultId record, Day first, Day last);

}  // namespace evenkeel::model
