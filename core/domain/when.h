// When something happened, as the person's own device knew it.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <string>

namespace evenkeel {

// The logical day begins at 04:00 unless the person chose another minute.
constexpr std::int32_t day_start_minute_default = 4 * 60;
constexpr std::size_t zone_name_characters_max = 64;

// Made by make_when (local_time.h) and stored whole, so that a later change of zone rules, of the
// day-start setting or of the place never moves an entry to another day.
struct When {
    Instant instant;                  // whole seconds
    std::string zone;                 // IANA name, as "Europe/Berlin"
    std::int32_t offset_minutes = 0;  // from UTC, in force at that instant
    Day day;                          // the logical day
    std::int32_t day_start_minute = day_start_minute_default;
    friend bool operator==(const When&, const When&) = default;
};

// Refuses what no clock could have made: broken seconds, offsets beyond 18 hours, a logical day
// more than two days from the instant. Does not look the zone up: an older system may not know it.
[[nodiscard]] Result<void> validate(const When& when);

}  // namespace evenkeel
