// Minutes of use and mood of the same calendar days, for whoever asks how the two go together.
#pragma once

#include "core/insight/boundary_evaluation.h"

namespace evenkeel::insight {

// One value of each per calendar day, oldest first. A day without one is nothing: a gap is never
// filled in, and what was entered on a later day does not count, since memory follows mood.
struct PairedDays {
    Day first;
    std::vector<std::optional<double>> minutes;  // of one source, work and study left out
    std::vector<std::optional<double>> mood;     // of the daily check-in, 0..10; as many
    UseSource source = UseSource::estimated;

    [[nodiscard]] std::size_t size() const { return mood.size(); }
    [[nodiscard]] bool is_pair(std::size_t i) const { return minutes[i] && mood[i]; }
    [[nodiscard]] std::size_t pairs() const;
    [[nodiscard]] Day day(std::size_t i) const { return first + static_cast<std::int32_t>(i); }
    // The days from `begin` to before `end`, both clamped to what there is.
    [[nodiscard]] PairedDays part(std::size_t begin, std::size_t end) const;
};

// The minutes of a day are those of all `groups` (no groups: all three) and are known only if each
// of them was said. Estimates and logs are never mixed: of the sources, the one with the most pairs
// is taken, and among equals what a device measured.
PairedDays paired_days(DayRange range, const std::vector<UseGroup>& groups,
                       std::span<const MoodEntry> moods, std::span<const UseEntry> use);

}  // namespace evenkeel::insight
