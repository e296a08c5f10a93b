#include "core/insight/level_change.h"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace evenkeel::insight {

namespace {

constexpr std::size_t known_days_min = 14;
// Ratings that hardly move say nothing about what moves them.
constexpr double deviation_min = 0.3;
constexpr double correlation_max = 0.9;
constexpr double tail = 0.025;
constexpr double smallest_step = 1;

// One stretch of days: its mean, and how its known days differ from it.
struct Stretch {
    std::size_t count = 0;
    double mean = 0;
    double squares = 0;     // of the differences from the mean
    double neighbours = 0;  // products of the differences of two days in a row
};

Stretch stretch_of(DayValues values) {
    Stretch stretch;
    double sum = 0;
    for (const auto& value : values) {
        if (!value) continue;
        sum += *value;
        ++stretch.count;
    }
    if (stretch.count == 0) return stretch;
    stretch.mean = sum / static_cast<double>(stretch.count);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i]) continue;
        const double difference = *values[i] - stretch.mean;
        stretch.squares += difference * difference;
        if (i > 0 && values[i - 1]) {
            stretch.neighbours += difference * (*values[i - 1] - stretch.mean);
        }
    }
    return stretch;
}

// The variance of the mean of `count` days in a row, in units of the variance of one day.
double variance_of_mean(std::size_t count, double correlation) {
    const auto n = static_cast<double>(count);
    const double rest = 1 - correlation;
    return ((1 + correlation) / rest -
            2 * correlation * (1 - std::pow(correlation, n)) / (n * rest * rest)) /
           n;
}

}  // namespace

LevelChange level_change(DayValues before, DayValues now) {
    const Stretch old = stretch_of(before);
    const Stretch recent = stretch_of(now);
    LevelChange change{.days_before = old.count, .days_now = recent.count};
    if (old.count < known_days_min || recent.count < known_days_min) return change;

    const auto all = static_cast<double>(old.count + recent.count);
    const double squares = old.squares + recent.squares;
    const double variance = squares / (all - 2);
    if (std::sqrt(variance) < deviation_min) return change;
    const double raw = (old.neighbours + recent.neighbours) / squares;
    const double correlation = std::clamp(raw + (1 + 3 * raw) / (all / 2), 0.0, correlation_max);
    const double freedom = all * (1 - correlation) / (1 + correlation) - 2;
    if (freedom < 1) return change;

    const double error = std::sqrt(variance * (variance_of_mean(old.count, correlation) +
                                               variance_of_mean(recent.count, correlation)));
    const boost::math::students_t_distribution<double> student(freedom);
    const double reach = quantile(complement(student, tail)) * error;
    change.enough = true;
    change.difference = recent.mean - old.mean;
    change.low = change.difference - reach;
    change.high = change.difference + reach;
    return change;
}

Trend trend_of(const LevelChange& change) {
    if (!change.enough) return Trend::cannot_tell;
    if (change.low > 0) return Trend::higher;
    if (change.high < 0) return Trend::lower;
    const bool is_small = change.low > -smallest_step && change.high < smallest_step;
    return is_small ? Trend::about_the_same : Trend::cannot_tell;
}

}  // namespace evenkeel::insight
