// One line per day: what a person sees of a week, and what a clinician sees of it.
#pragma once

#include "core/insight/boundary_evaluation.h"

#include <array>

namespace evenkeel::insight {

// A boundary with all that was proposed and decided about it.
struct JudgedBoundary {
    BoundaryStanding standing;
    std::span<const VersionRecord> versions;
};

struct BoundaryOfDay {
    EntityId boundary;
    Evaluation evaluation;
    friend bool operator==(const BoundaryOfDay&, const BoundaryOfDay&) = default;
};

// Blank is nothing, and never zero.
struct DaySummary {
    Day day;
    // Of the daily check-in; momentary ratings never enter.
    std::optional<Rating> mood;
    std::optional<Rating> energy;
    std::optional<Rating> stress;
    std::optional<Minutes> sleep;
    bool mood_late = false;
    // By UseGroup (see `minutes_of`); work and study apart.
    std::array<std::optional<Minutes>, use_group_count> minutes;
    std::array<std::optional<Minutes>, use_group_count> duty_minutes;
    bool complete = false;  // "that is all for today" was said
    // In force that day, paused or contested ones left out.
    std::vector<BoundaryOfDay> boundaries;
    friend bool operator==(const DaySummary&, const DaySummary&) = default;

    [[nodiscard]] const std::optional<Minutes>& minutes_of(UseGroup group) const {
        return minutes[static_cast<std::size_t>(group) - 1];
    }
};

// One summary for every day from `first` to `last`, both included, oldest first; at most 3,700
// days.
[[nodiscard]] Result<std::vector<DaySummary>> summarise_days(
    DayRange range, std::span<const MoodEntry> moods, const Records& records,
    std::span<const JudgedBoundary> boundaries, const DayPlace& place);

// Minutes of one group on one logical day, as evaluation and summaries count them: spans split at
// the day's end and overlaps counted once; entries without minutes are blank; of several sources
// the largest sum.
std::optional<Minutes> minutes_on(Day day, UseGroup group, Duty duty,
                                  std::span<const UseEntry> use);

}  // namespace evenkeel::insight
