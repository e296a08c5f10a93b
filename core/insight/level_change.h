// Whether a person's days lie higher or lower than the days before, and how sure that is.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace evenkeel::insight {

// One value per calendar day, oldest first; a day without one is nothing, and never filled in.
using DayValues = std::span<const std::optional<double>>;

struct LevelChange {
    std::size_t days_before = 0;  // known
    std::size_t days_now = 0;     // known
    // At least 14 known days on each side, and values that vary at all: with fewer, chance alone
    // makes a difference far too often.
    bool enough = false;
    double difference = 0;  // of the means, now minus before; this and below only where `enough`
    double low = 0;         // 95 % interval of the difference
    double high = 0;
};

// The means of two stretches of days, compared as if neighbouring days were as alike as they are
// found to be: the pooled lag-1 correlation, corrected for short series and held to 0..0.9, widens
// the interval. Differences between days that are no neighbours (a gap lies between) do not count
// as such.
LevelChange level_change(DayValues before, DayValues now);

// What may be said of it. A step of one point is the smallest a person can enter.
enum class Trend { cannot_tell, higher, about_the_same, lower };
Trend trend_of(const LevelChange& change);

}  // namespace evenkeel::insight
