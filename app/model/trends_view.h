// What a client's days give back to them: lines, bars and words over two weeks to three months. For
// the window and the terminal.
//
// Days are counted, never strung together: no streak, no score, and a gap stays a gap.
#pragma once

#include "app/model/clinician_view.h"

namespace evenkeel::model {

struct RecordDesk;

struct TrendsView {
    std::size_t day_count = 14;  // 14, 28 or 90
    // "You noted 19 of the last 28 days, 3 of them later. A day without an entry is left blank."
    std::string noted;
    std::size_t days_noted = 0;
    std::vector<OverviewDay> days;  // oldest first, the last is today; blank is blank
    std::string mood;
    std::array<std::string, use_group_count> use;
    std::array<std::optional<std::uint32_t>, use_group_count> agreed_minutes;  // per day, now
    std::vector<AgreedStrip> kept;
    // Of each boundary in force, what its days say of use and mood together; empty where none is.
    std::vector<std::string> impact;
};

// `day_count` days up to `today`, each figure beside that of as many days before.
Result<TrendsView> trends_view(RecordDesk& desk, Day today, std::size_t day_count);

}  // namespace evenkeel::model
