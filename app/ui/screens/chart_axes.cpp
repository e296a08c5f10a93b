#include "app/ui/screens/chart_axes.h"

#include "app/ui/screens/words.h"

#include <cmath>

namespace evenkeel::ui {
namespace {

constexpr std::size_t days_per_week = 7;
// A label of a date needs about this many days' width in the longest range.
constexpr std::size_t ticks_max = 8;
constexpr float minutes_per_hour = 60;

std::string say_hours(float hours) {
    return duration(static_cast<std::uint32_t>(std::lround(hours * minutes_per_hour)));
}

}  // namespace

ValueAxis hours_axis(float hours_max) {
    float step = 1;
    while (hours_max > 3 * step) step *= 2;
    const float high = hours_max > 2 * step ? 3 * step : 2 * step;
    ValueAxis axis{.low = 0, .high = high, .ticks = {}, .say = say_hours};
    for (float value = 0; value <= high; value += step) {
        axis.ticks.push_back({value, std::to_string(static_cast<int>(value)) + " h"});
    }
    return axis;
}

ValueAxis mood_axis() {
    return {
        .low = 0, .high = 10, .ticks = {{0, "0"}, {5, "5"}, {10, "10"}}, .say = [](float value) {
            return std::to_string(static_cast<int>(value));
        }};
}

DayNames day_names(Day first) {
    return {.first = first.number, .name = [](std::int32_t day) { return long_day({day}); }};
}

DayAxis bare_day_axis(Day first, std::size_t days) {
    return {.days = days, .ticks = {}, .names = day_names(first)};
}

DayAxis day_axis(Day first, std::size_t days) {
    DayAxis axis = bare_day_axis(first, days);
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
