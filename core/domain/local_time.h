// Zones, wall clocks and logical days. The only file that knows the time zone database.
//
// A logical day is [first instant whose wall clock reads the day-start minute on that date, the
// same for the next date). A wall-clock time that does not exist (spring) is shifted forward by the
// gap; one that exists twice (autumn) means the earlier.
#pragma once

#include "core/base/result.h"
#include "core/domain/when.h"

#include <string>
#include <string_view>
#include <vector>

namespace evenkeel {

// Half open: `end` is the first instant that does not belong.
struct TimeSpan {
    Instant start;
    Instant end;
    friend auto operator<=>(const TimeSpan&, const TimeSpan&) = default;
};
constexpr std::int64_t length_ms(const TimeSpan& span) { return span.end - span.start; }
// The part in both; empty (start == end) if there is none.
TimeSpan intersection(const TimeSpan& left, const TimeSpan& right);

enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };
Weekday weekday(Day date);

// A wall clock's reading.
struct LocalTime {
    Day date;                 // the calendar date, not the logical day
    std::int32_t minute = 0;  // of that date, 0..1439
    std::int32_t second = 0;
    std::int32_t offset_minutes = 0;
};

[[nodiscard]] Result<LocalTime> local_time(Instant instant, const std::string& zone);

// `minute` of the calendar `date` (0..1440) on the wall clock of `zone`.
[[nodiscard]] Result<Instant> instant_of(Day date, std::int32_t minute, const std::string& zone);

// The instant at which the wall clock reads `minute` within the logical day: minutes before the
// day's start belong to the next calendar date.
[[nodiscard]] Result<Instant> instant_on_day(
    Day day, std::int32_t minute, const std::string& zone,
    std::int32_t day_start_minute = day_start_minute_default);

// Everything that is stored about a moment; milliseconds are dropped. Fails on an unknown zone.
[[nodiscard]] Result<When> make_when(Instant instant, const std::string& zone,
                                     std::int32_t day_start_minute = day_start_minute_default);

[[nodiscard]] Result<Day> logical_day(Instant instant, const std::string& zone,
                                      std::int32_t day_start_minute = day_start_minute_default);

[[nodiscard]] Result<TimeSpan> day_bounds(Day day, const std::string& zone,
                                          std::int32_t day_start_minute = day_start_minute_default);

// A span, or the piece of it that lies in one logical day.
struct DayPart {
    Day day;
    TimeSpan span;
    friend bool operator==(const DayPart&, const DayPart&) = default;
};
// In order of time. Spans longer than 400 days are refused.
[[nodiscard]] Result<std::vector<DayPart>> split_at_days(
    const TimeSpan& span, const std::string& zone,
    std::int32_t day_start_minute = day_start_minute_default);

// "2026-03-08". Parsing takes exactly that form and refuses dates that do not exist.
[[nodiscard]] Result<Day> parse_date(std::string_view text);
std::string print_date(Day date);

// "07:30" is minute 450. Parsing also takes "7:30", nothing else.
[[nodiscard]] Result<std::int32_t> parse_time_of_day(std::string_view text);
std::string print_time_of_day(std::int32_t minute);

// "2026-03-08T07:30:00Z", with "+01:00" instead of Z and fractions of a second (cut to
// milliseconds) also read.
[[nodiscard]] Result<Instant> parse_rfc3339(std::string_view text);
// Whole seconds; offset 0 prints "Z".
std::string print_rfc3339(Instant instant, std::int32_t offset_minutes = 0);

}  // namespace evenkeel
