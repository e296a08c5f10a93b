// Counts minutes by the window in front: one look a minute, and the window it saw is forgotten as
// soon as it is sorted.
#pragma once

#include "app/model/counting.h"
#include "core/base/active_window.h"

namespace evenkeel::model {

// Nobody is there who touches nothing for so long: as ActivityWatch has it.
constexpr std::int64_t idle_ms_max = 3 * ms_per_minute;
// How often the window in front is looked at; also the most that one look counts.
constexpr std::int64_t look_ms = ms_per_minute;

class MinuteCounter {
public:
    // Begins, or goes on by other rules.
    void count_by(report::ImportRules rules);
    // Stops, and forgets the rules and what was not taken.
    void stop() { *this = MinuteCounter(); }
    [[nodiscard]] bool is_on() const { return rules_.has_value(); }

    [[nodiscard]] Instant next_look() const { return next_look_; }
    // Looks if it is time, and counts the minute that has gone by. An error says why it cannot.
    Result<void> look(ActiveWindow& desktop, Instant now, const std::string& zone);
    // What was counted since the last call.
    [[nodiscard]] DayCounts take() { return std::exchange(counts_, {}); }

private:
    std::optional<report::ImportRules> rules_;
    Instant next_look_;
    DayCounts counts_;
};

}  // namespace evenkeel::model
