#include "core/domain/when.h"

#include "core/base/limits.h"

namespace evenkeel {

namespace {

// Real offsets lie within -12:00 and +14:00; local mean times of old records a little beyond.
constexpr std::int32_t offset_minutes_max = 18 * 60;

// Years 1900 to 2200: what a person can mean, and far from every overflow.
constexpr std::int64_t instant_ms_min = -2'208'988'800LL * ms_per_second;
constexpr std::int64_t instant_ms_max = 7'289'654'400LL * ms_per_second;

}  // namespace

Result<void> validate(const When& when) {
    if (when.instant.ms < instant_ms_min || when.instant.ms > instant_ms_max) {
        return Error(ErrorCode::invalid_input, "The date is too far from today.");
    }
    if (when.instant.ms % ms_per_second != 0) {
        return Error(ErrorCode::invalid_input, "The time must be in whole seconds.");
    }
    if (when.offset_minutes < -offset_minutes_max || when.offset_minutes > offset_minutes_max) {
        return Error(ErrorCode::invalid_input, "The offset from UTC is more than 18 hours.");
    }
    if (when.day_start_minute < 0 || when.day_start_minute >= limits::day_minutes_max) {
        return Error(ErrorCode::invalid_input, "The start of the day must be from 00:00 to 23:59.");
    }
    if (when.zone.empty() || when.zone.size() > zone_name_characters_max) {
        return Error(ErrorCode::invalid_input, "The time zone must have a name, as Europe/Berlin.");
    }
    for (const char character : when.zone) {
        if (character <= ' ' || character > '~') {
            return Error(ErrorCode::invalid_input,
                         "The time zone must have a name, as Europe/Berlin.");
        }
    }
    const auto utc_day = when.instant.ms / ms_per_day;
    if (when.day.number < utc_day - 2 || when.day.number > utc_day + 2) {
        return Error(ErrorCode::invalid_input, "The day and the time do not belong together.");
    }
    return {};
}

}  // namespace evenkeel
