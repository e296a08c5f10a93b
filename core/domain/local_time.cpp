#include "core/domain/local_time.h"

#include "core/base/limits.h"

#include <date/tz.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>

namespace evenkeel {

namespace {

using LocalSeconds = date::local_seconds;
using SysSeconds = date::sys_seconds;
using std::chrono::seconds;

constexpr std::int64_t split_days_max = 400;

// The library throws for a name it does not know; here ends the exception.
Result<const date::time_zone*> find_zone(const std::string& name) {
    try {
        return date::locate_zone(name);
    } catch (const std::runtime_error&) {
        return Error(ErrorCode::invalid_input,
                     "This time zone is not known here. Use a name as Europe/Berlin.");
    }
}

std::int64_t floor_seconds(Instant instant) {
    const auto whole = instant.ms / ms_per_second;
    return instant.ms % ms_per_second < 0 ? whole - 1 : whole;
}

SysSeconds to_sys(Instant instant) { return SysSeconds(seconds(floor_seconds(instant))); }

LocalSeconds wall_clock(Day date, std::int32_t minute) {
    return LocalSeconds(seconds(std::int64_t{date.number} * 86'400 + std::int64_t{minute} * 60));
}

Instant resolve(LocalSeconds local, const date::time_zone& zone) {
    // In a gap `first` is what was in force before it: subtracting that offset moves the reading
    // forward by the gap. In a fold `first` is the earlier of the two.
    const auto info = zone.get_info(local);
    return {(local.time_since_epoch() - info.first.offset).count() * ms_per_second};
}

Instant day_start(Day day, std::int32_t day_start_minute, const date::time_zone& zone) {
    return resolve(wall_clock(day, day_start_minute), zone);
}

// The wall clock's guess, corrected by the bounds: they differ around gaps and folds.
Day day_of(Instant instant, std::int32_t day_start_minute, const date::time_zone& zone) {
    const auto info = zone.get_info(to_sys(instant));
    const auto local = floor_seconds(instant) + info.offset.count() - day_start_minute * 60;
    Day day{static_cast<std::int32_t>(date::floor<date::days>(seconds(local)).count())};
    while (instant < day_start(day, day_start_minute, zone)) day = day + -1;
    while (instant >= day_start(day + 1, day_start_minute, zone)) day = day + 1;
    return day;
}

Result<void> check_day_start(std::int32_t day_start_minute) {
    if (day_start_minute < 0 || day_start_minute >= limits::day_minutes_max) {
        return Error(ErrorCode::invalid_input, "The start of the day must be from 00:00 to 23:59.");
    }
    return {};
}

// Beyond these the database has no rules, and sums could overflow.
Result<void> check_year(std::int64_t days_since_1970) {
    if (days_since_1970 < -25'567 || days_since_1970 > 84'371) {
        return Error(ErrorCode::invalid_input, "The date must be between 1900 and 2200.");
    }
    return {};
}

}  // namespace

TimeSpan intersection(const TimeSpan& left, const TimeSpan& right) {
    const auto start = std::max(left.start, right.start);
    return {start, std::max(start, std::min(left.end, right.end))};
}

Weekday weekday(Day date) {
    const date::weekday found{date::sys_days(date::days(date.number))};
    return static_cast<Weekday>(found.iso_encoding() - 1);
}

Result<LocalTime> local_time(Instant instant, const std::string& zone_name) {
    TRY(check_year(instant.ms / ms_per_day));
    TRY_ASSIGN(const auto* zone, find_zone(zone_name));
    const auto offset = zone->get_info(to_sys(instant)).offset;
    const seconds local(floor_seconds(instant) + offset.count());
    const auto date_days = date::floor<date::days>(local);
    const auto of_day = (local - date_days).count();
    return LocalTime{.date = {static_cast<std::int32_t>(date_days.count())},
                     .minute = static_cast<std::int32_t>(of_day / 60),
                     .second = static_cast<std::int32_t>(of_day % 60),
                     .offset_minutes = static_cast<std::int32_t>(offset.count() / 60)};
}

Result<Instant> instant_of(Day date, std::int32_t minute, const std::string& zone_name) {
    TRY(check_year(date.number));
    if (minute < 0 || minute > limits::day_minutes_max) {
        return Error(ErrorCode::invalid_input, "The time of day must be from 00:00 to 24:00.");
    }
    TRY_ASSIGN(const auto* zone, find_zone(zone_name));
    return resolve(wall_clock(date, minute), *zone);
}

Result<Instant> instant_on_day(Day day, std::int32_t minute, const std::string& zone,
                               std::int32_t day_start_minute) {
    TRY(check_day_start(day_start_minute));
    return instant_of(minute < day_start_minute ? day + 1 : day, minute, zone);
}

Result<When> make_when(Instant instant, const std::string& zone_name,
                       std::int32_t day_start_minute) {
    TRY(check_day_start(day_start_minute));
    TRY(check_year(instant.ms / ms_per_day));
    TRY_ASSIGN(const auto* zone, find_zone(zone_name));
    const Instant whole{floor_seconds(instant) * ms_per_second};
    const auto offset = zone->get_info(to_sys(whole)).offset;
    return When{.instant = whole,
                .zone = zone_name,
                .offset_minutes = static_cast<std::int32_t>(offset.count() / 60),
                .day = day_of(whole, day_start_minute, *zone),
                .day_start_minute = day_start_minute};
}

Result<Day> logical_day(Instant instant, const std::string& zone_name,
                        std::int32_t day_start_minute) {
    TRY(check_day_start(day_start_minute));
    TRY(check_year(instant.ms / ms_per_day));
    TRY_ASSIGN(const auto* zone, find_zone(zone_name));
    return day_of(instant, day_start_minute, *zone);
}

Result<TimeSpan> day_bounds(Day day, const std::string& zone_name, std::int32_t day_start_minute) {
    TRY(check_day_start(day_start_minute));
    TRY(check_year(day.number));
    TRY_ASSIGN(const auto* zone, find_zone(zone_name));
    return TimeSpan{day_start(day, day_start_minute, *zone),
                    day_start(day + 1, day_start_minute, *zone)};
}

Result<std::vector<DayPart>> split_at_days(const TimeSpan& span, const std::string& zone_name,
                                           std::int32_t day_start_minute) {
    TRY(check_day_start(day_start_minute));
    TRY(check_year(span.start.ms / ms_per_day));
    if (length_ms(span) > split_days_max * ms_per_day) {
        return Error(ErrorCode::invalid_input, "A span of more than {} days is not taken.")
            .with(split_days_max);
    }
    TRY_ASSIGN(const auto* zone, find_zone(zone_name));
    std::vector<DayPart> parts;
    if (span.end <= span.start) return parts;
    Day day = day_of(span.start, day_start_minute, *zone);
    for (auto start = span.start; start < span.end; day = day + 1) {
        const auto end = std::min(span.end, day_start(day + 1, day_start_minute, *zone));
        // A date a zone skipped whole is a day without time.
        if (end > start) parts.push_back({day, {start, end}});
        start = end;
    }
    return parts;
}

}  // namespace evenkeel
