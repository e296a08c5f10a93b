// Phrases of days, durations and ratings, as all screens say them.
#pragma once

#include "core/domain/boundary.h"
#include "core/domain/consent.h"
#include "core/words/tr.h"

#include <string>
#include <string_view>

namespace evenkeel::ui {

// "45 min", "2 h", "3 h 15 min"; "not said" for nothing.
std::string duration(std::uint32_t minutes);
std::string duration(const std::optional<std::uint32_t>& minutes);
// "22:30" of a minute of the day.
std::string clock_time(std::uint32_t minute);

std::string long_day(Day day);            // "Wednesday 14 May"
std::string short_day(Day day);           // "14 May"
std::string weekday_and_date(Day day);    // "Wed 14 May"
std::string_view weekday_name(Day day);   // "Wednesday"
std::string_view weekday_short(Day day);  // "Wed"
std::string_view weekday_letter(Day day);

std::string_view group_name(UseGroup group);  // "Social media"
constexpr std::array<UseGroup, use_group_count> all_groups = {UseGroup::internet, UseGroup::social,
                                                              UseGroup::ai};
// Where a group stands in arrays of all.
constexpr std::size_t index_of(UseGroup group) { return static_cast<std::size_t>(group) - 1; }

// What use is for, where a person only taps: the same words in a log and in a boundary on purposes.
// They are kept in English, and shown by `tr_known`.
constexpr std::array<Literal, 6> use_purposes = {tr_later("Messages"),      tr_later("Information"),
                                                 tr_later("Work or study"), tr_later("Fun"),
                                                 tr_later("Company"),       tr_later("Comfort")};

struct SharedWords {
    SharedData data;
    Literal name;
    Literal detail;
};
constexpr std::array<SharedWords, 5> shared_words = {
    SharedWords{SharedData::mood, tr_later("Mood"), tr_later("The number for each day")},
    SharedWords{SharedData::use, tr_later("Screen time"),
                tr_later("Minutes for each day, and how they were measured")},
    SharedWords{SharedData::boundary_answers, tr_later("Boundary answers"),
                tr_later("Kept, partly or not today, for each day")},
    SharedWords{SharedData::journal, tr_later("Journal pages"),
                tr_later("Only pages you choose, asked again for each one")},
    SharedWords{SharedData::private_counts, tr_later("How many private entries"),
                tr_later("Only how many there are, never what they say")},
};

}  // namespace evenkeel::ui
