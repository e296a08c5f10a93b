// Days of a person who does not exist: minutes and mood with carry-over, and as much of the one in
// the other as a story wants. From a seed, so that a failure repeats.
#pragma once

#include "core/insight/paired_days.h"

#include <cmath>
#include <random>

namespace evenkeel::insight {

struct MadePerson {
    double per_hour = 0;   // mood points for each hour more
    double mood_step = 0;  // from `begins` on
    double minutes_step = 0;
    double carry = 0.3;  // from one day to the next
    std::size_t days = 42;
    std::size_t begins = 0;  // 0: nothing begins
    std::size_t blank_every = 0;
};

inline PairedDays made_days(const MadePerson& person, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::normal_distribution<double> normal;
    PairedDays days{.first = Day{20'000}, .minutes = {}, .mood = {}};
    double use = 0;
    double mood = 0;
    const double fresh = std::sqrt(1 - person.carry * person.carry);
    for (std::size_t i = 0; i < person.days; ++i) {
        use = person.carry * use + fresh * normal(random);
        mood = person.carry * mood + fresh * normal(random);
        const bool is_after = person.begins > 0 && i >= person.begins;
        const double minutes = 130 + 50 * use + (is_after ? person.minutes_step : 0);
        const double rated =
            6 + mood + person.per_hour * use * 50 / 60 + (is_after ? person.mood_step : 0);
        const bool is_blank = person.blank_every > 0 && i % person.blank_every == 1;
        days.minutes.push_back(is_blank ? std::nullopt : std::optional(std::max(0.0, minutes)));
        days.mood.push_back(is_blank ? std::nullopt
                                     : std::optional(std::clamp(std::round(rated), 0.0, 10.0)));
    }
    return days;
}

}  // namespace evenkeel::insight
