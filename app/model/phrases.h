// Words that several screens, and the terminal, have in common.
#pragma once

#include "core/domain/boundary.h"
#include "core/domain/duration.h"
#include "core/domain/local_time.h"
#include "core/words/tr.h"

#include <optional>
#include <string>
#include <vector>

namespace evenkeel::model {

// Wherever somebody may be in need: on the crisis card, and where hard things were asked about.
constexpr Literal not_an_emergency_service = tr_later(
    "This program is not an emergency service, and nobody reads it live. If you might act "
    "on thoughts of harming yourself or others, call now.");

// As short_duration, for limits: below two hours people speak of minutes ("60 min").
std::string limit_duration(std::uint32_t minutes);
// "Social media", "Internet", "AI".
std::string group_title(UseGroup group);
// As its stepper is called, so that who hears "saved" hears the name they stepped: "AI tools".
const char* group_name(UseGroup group);
// As describe_groups, for what is read and not signed: "internet and AI", "screen use".
std::string group_words(const std::vector<UseGroup>& groups);
// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& words);
// "Friday", "Fri", and its one letter.
const char* weekday_name(Day day);
const char* weekday_short(Day day);
const char* weekday_letter(Day day);
// "27 Nov".
std::string day_and_month(Day day);
// "Friday 27 November".
std::string long_date(Day day);
// "Fri 27 Nov".
std::string short_date(Day day);
// "27 November 2026", where it may be long ago.
std::string full_date(Day day);
// "today", "yesterday", else "Friday 27 November".
std::string relative_day(Day day, Day today);
// "today", "yesterday", within a week "Tuesday", else "Friday 27 November".
std::string near_day(Day day, Day today);
// The day in UTC, where nobody has unlocked and the zone is not asked for.
Day utc_day(Instant instant);
// "20:00", on the wall clock of that zone; empty where it is unknown.
std::string clock_words(Instant instant, const std::string& zone);
// "today 20:00", on the wall clock of `now`; empty where its zone is unknown.
struct Moment {
    Instant instant;
    std::string zone;
};
std::string relative_moment(Instant instant, const Moment& now);
// "1 entry", "3 entries"; "1 day", "0 days". In English: what a client reads takes tr_n.
std::string count_of(std::size_t count, Literal one, Literal many);
std::string capitalised(std::string text);

// A boundary in a few words: "Social media, at most 60 min"; of a kind without numbers, its text.
std::string short_title(const BoundaryDocument& document);

// What became of a device that was asked to erase itself: "erased itself on Friday 27 November", by
// the day in UTC, or that nobody knows.
std::string wiped_words(const std::optional<Instant>& when);

// What is said of this device's wrong clock (`ahead_ms` is negative where it is behind), and of
// what other devices with one wrote (R19).
std::string clock_line(std::int64_t ahead_ms);
std::string early_line(std::size_t count, Instant until);

}  // namespace evenkeel::model
