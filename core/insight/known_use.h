// How much use is known in a window. A private part of the evaluation.
#pragma once

#include "core/insight/boundary_evaluation.h"
#include "core/insight/intervals.h"

namespace evenkeel::insight {

// A window on the clock, with the logical days whose undated minutes belong to it.
struct Window {
    TimeSpan span;
    DayRange days;
};

struct KnownUse {
    bool any = false;             // an entry with minutes lies in the window
    bool blank = false;           // an entry says there was use, but not how long
    std::int64_t least_ms = 0;    // certainly used: of several sources the largest
    std::int64_t most_ms = 0;     // all sources added
    std::int64_t undated_ms = 0;  // part of `most_ms` whose time of day is not known
    Intervals dated;              // when it was, where that is known
};

// Overlaps within one source and group count once; groups are added. No groups means all.
KnownUse known_use(const Window& window, const std::vector<UseGroup>& groups, bool counts_duty,
                   std::span<const UseEntry> use);

// Does the list name the group? No groups means all.
bool names(const std::vector<UseGroup>& groups, UseGroup group);
TimeSpan span_of(const When& when, const Minutes& minutes);
bool contains(const DayRange& days, Day day);

// The covered part of a window for all the groups at once. A day said to be complete covers the
// windows of that day whole.
struct Covered {
    Intervals spans;
    std::int64_t ms = 0;    // their sum
    bool complete = false;  // said by the person, for each of the groups
};
Covered covered(const Window& window, const std::vector<UseGroup>& groups,
                std::span<const Coverage> coverage);

}  // namespace evenkeel::insight
