// What the overview says beside its charts.
#pragma once

#include "app/model/clinician_view.h"
#include "app/model/figures.h"
#include "core/insight/adherence.h"

namespace evenkeel::model {

// One value of a range and of the range before it.
struct Compared {
    std::optional<Median> now;
    std::optional<Median> before;
    std::size_t known_days = 0;  // of the range, also where they are too few for a median
};

struct KnownDays {
    std::size_t logged = 0;
    std::size_t late = 0;
    std::size_t all = 0;
    std::optional<std::int32_t> quiet_days;  // since the newest entry; none: there is no entry
};
// "Logged 19 of 28 days, 3 of them entered later." What is stale is said first.
std::string coverage_sentence(const KnownDays& coverage);

Tile mood_tile(const Compared& mood, std::size_t day_count);
std::string mood_sentence(const Compared& mood, std::size_t day_count);

Tile screen_time_tile(const Compared& total, const std::optional<std::uint32_t>& agreed,
                      std::size_t day_count);
// `over`: known days above what is agreed.
std::string use_sentence(UseGroup group, const Compared& use,
                         const std::optional<std::uint32_t>& agreed, std::size_t over,
                         std::size_t day_count);

// "Kept on 11 of 13 known days; 1 day unknown": a number only where the days are enough.
std::string kept_sentence(const insight::Adherence& adherence);
Tile kept_tile(const insight::Adherence& all);
Tile logged_tile(const KnownDays& coverage);

}  // namespace evenkeel::model
