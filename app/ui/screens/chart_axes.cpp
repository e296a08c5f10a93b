#include "app/ui/screens/chart_axes.h"

#include "app/ui/screens/words.h"

namespace evenkeel::ui {
namespace {

constexpr std::size_t days_per_week = 7;
// A label of a date needs about this many days' width in the longest range.
constexpr std::size_t ticks_max = 8;

}  // namespace

ValueAxis hours_axis(float hours_max) {
    float step = 1;
    while (hours_max > 3 * step) step *= 2;
    const float high = hours_max > 2 * step ? 3 * step : 2 * step;
    ValueAxis axis{.low = 0, .high = high, .ticks = {}};
    for (float value = 0; value <= high; value += step) {
        axis.ticks.push_back({value, std::to_string(static_cast<int>(value)) + " h"});
    }
    return axis;
}

ValueAxis mood_axis() { return {.low = 0, .high = 10, .ticks = {{0, "0"}, {5, "5"}, {10, "10"}}}; }

DayAxis day_axis(Day first, std::size_t days) {
    DayAxis axis{.days = days, .ticks = {}};
    const bool is_week = days <= days_per_week;
    std::size_t step = is_week ? 1 : days_per_week;
    while (days / step > ticks_max) step += days_per_week;
    for (std::size_t i = 0; i < days; i += step) {
        const Day day = first + static_cast<std::int32_t>(i);
        axis.ticks.push_back({i, is_week ? std::string(weekday_short(day)) : short_day(day)});
    }
    return axis;
}

}  // namespace evenkeel::ui
