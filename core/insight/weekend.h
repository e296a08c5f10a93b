// Weekends in a model of days. A private part of the statistics.
#pragma once

#include "core/domain/local_time.h"

namespace evenkeel::insight {

inline bool is_weekend(Day day) { return weekday(day) >= Weekday::saturday; }

// Whether the known days tell of weekends at all: at least 6 days of one, and 15 others. With fewer
// the term is left out of a model.
class WeekendCount {
public:
    void add(Day day) { ++(is_weekend(day) ? weekend_ : others_); }
    [[nodiscard]] bool is_enough() const { return weekend_ >= 6 && others_ >= 15; }

private:
    std::size_t weekend_ = 0;
    std::size_t others_ = 0;
};

}  // namespace evenkeel::insight
