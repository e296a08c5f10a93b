// What the overview says above its charts, to clinicians.
#pragma once

#include "app/model/clinician_view.h"
#include "app/model/figure_words.h"

namespace evenkeel::model {

struct KnownDays {
    std::size_t logged = 0;
    std::size_t late = 0;
    std::size_t all = 0;
    std::optional<std::int32_t> quiet_days;  // since the newest entry; none: there is no entry
};
// "Logged 19 of 28 days, 3 of them entered later." What is stale is said first.
std::string coverage_sentence(const KnownDays& coverage);

Tile mood_tile(const Compared& mood, std::size_t day_count);

Tile screen_time_tile(const Compared& total, const std::optional<std::uint32_t>& agreed,
                      std::size_t day_count);
Tile kept_tile(const insight::Adherence& all);
Tile logged_tile(const KnownDays& coverage);

}  // namespace evenkeel::model
