// What charts are given: days and numbers, never pixels. A day without a value is a gap; nothing is
// smoothed, joined over gaps or filled in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evenkeel::ui {

// One value per day from the first to the last day of the shared axis, oldest first.
using DaySeries = std::vector<std::optional<float>>;

enum class SeriesColor { mood, screen_time, third, fourth };

// How days are called for who hears a chart instead of seeing it; without names they are not told.
struct DayNames {
    std::int32_t first = 0;
    std::string (*name)(std::int32_t day) = nullptr;
};

// The axis that charts of one card share: what is written below some of its days.
struct DayAxis {
    struct Tick {
        std::size_t day = 0;  // index into a DaySeries
        std::string label;    // "17 Apr"
    };
    std::size_t days = 0;
    std::vector<Tick> ticks;
    DayNames names;
};

struct ValueAxis {
    struct Tick {
        float value = 0;
        std::string label;
    };
    float low = 0;
    float high = 1;
    std::vector<Tick> ticks;
    std::string (*say)(float value) = nullptr;  // "1 h 30 min", for who hears it
};

struct LineChart {
    std::string_view title;
    std::string_view sentence;  // what it shows, in words; also the chart's value in the tree
    DaySeries values;
    ValueAxis axis;
    SeriesColor color = SeriesColor::mood;
};

struct BarChart {
    std::string_view title;
    std::string_view sentence;
    DaySeries values;
    ValueAxis axis;
    std::optional<float> goal;  // a dashed line
    std::string_view goal_label;
    SeriesColor color = SeriesColor::screen_time;
};

// A symbol per day, told apart by shape, never by colour alone.
enum class DotState { kept, partly, broken, not_applicable, blank };
struct DotStrip {
    std::string_view title;
    std::string_view sentence;
    std::vector<DotState> days;
    std::vector<std::string> day_labels;  // "M", "T", ... above the dots; may be empty
    DayNames names;
};

// Weeks downwards, weekdays across; lightness in five steps of one hue.
struct HeatCalendar {
    std::string_view title;
    std::string_view sentence;
    DaySeries values;  // the first is a Monday
    float high = 1;    // the value of the darkest step
};

// A span and a middle, as of a rate with its interval: all between 0 and 1.
struct RangeBand {
    std::string_view title;
    std::string_view sentence;
    float low = 0;
    float middle = 0;
    float high = 1;
};

}  // namespace evenkeel::ui
