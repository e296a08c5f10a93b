// Moments and logical days. Nothing here reads a clock; whoever needs the time is handed it.
#pragma once

#include <compare>
#include <cstdint>

namespace evenkeel {

// Milliseconds since 1970-01-01T00:00Z.
struct Instant {
    std::int64_t ms = 0;
    friend auto operator<=>(const Instant&, const Instant&) = default;
};

constexpr Instant operator+(Instant instant, std::int64_t ms) { return {instant.ms + ms}; }
constexpr std::int64_t operator-(Instant later, Instant earlier) { return later.ms - earlier.ms; }

constexpr std::int64_t ms_per_second = 1000;
constexpr std::int64_t ms_per_minute = 60 * ms_per_second;
constexpr std::int64_t ms_per_hour = 60 * ms_per_minute;
constexpr std::int64_t ms_per_day = 24 * ms_per_hour;

// A logical day: days since 1970-01-01 in the person's own calendar. It begins at the day-start
// minute (04:00 unless they chose another), so an entry at 01:30 belongs to the evening before.
struct Day {
    std::int32_t number = 0;
    friend auto operator<=>(const Day&, const Day&) = default;
};

constexpr Day operator+(Day day, std::int32_t days) { return {day.number + days}; }
constexpr std::int32_t operator-(Day later, Day earlier) { return later.number - earlier.number; }

}  // namespace evenkeel
