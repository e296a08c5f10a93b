// Mood since the last session against the four weeks before.
#include "app/model/brief_parts.h"
#include "app/model/views.h"

#include <array>
#include <cstdio>

namespace evenkeel::model {

namespace {

constexpr std::size_t known_days_needed = 14;

std::vector<std::optional<double>> moods_of(Days days) {
    std::vector<std::optional<double>> moods;
    for (const insight::DaySummary& day : days) {
        const auto mood = mood_of(day);
        moods.push_back(mood ? std::optional(static_cast<double>(*mood)) : std::nullopt);
    }
    return moods;
}

// "0.9"; with a sign "+0.9" where it stands for a direction.
std::string points(double value, const char* form) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), form, value);
    return text.data();
}

std::string signed_points(double value) { return points(value, "%+.1f"); }

std::string by_how_much(const insight::LevelChange& change, const char* direction) {
    const bool is_lower = change.difference < 0;
    const double least = is_lower ? -change.high : change.low;
    const double most = is_lower ? -change.low : change.high;
    return "on average " + points(is_lower ? -change.difference : change.difference, "%.1f") +
           " points " + direction + ", likely between " + points(least, "%.1f") + " and " +
           points(most, "%.1f") + ".";
}

}  // namespace

std::string trend_sentence(const insight::LevelChange& change) {
    const std::string range =
        signed_points(change.low) + " to " + signed_points(change.high) + " points.";
    switch (insight::trend_of(change)) {
        case insight::Trend::higher:
            return "Likely better: " + by_how_much(change, "higher");
        case insight::Trend::lower:
            return "Likely worse: " + by_how_much(change, "lower");
        case insight::Trend::about_the_same:
            return "About the same: the days fit a difference of " + range;
        case insight::Trend::cannot_tell:
            break;
    }
    if (change.enough) {
        return "Better or worse: cannot tell. The days fit anything from " + range;
    }
    const std::size_t fewest = std::min(change.days_before, change.days_now);
    if (fewest >= known_days_needed) {
        return "Better or worse: cannot tell, the ratings hardly move.";
    }
    return "Better or worse: cannot tell, too few days (" + std::to_string(change.days_now) +
           " known, " + std::to_string(change.days_before) + " in the four weeks before; " +
           std::to_string(known_days_needed) + " each are needed).";
}

std::string mood_sentences(const Ranges& ranges) {
    const auto before = moods_of(ranges.before);
    const auto now = moods_of(ranges.now);
    return trend_sentence(insight::level_change(before, now)) + " " +
           mood_sentence(compare(ranges, &mood_of), static_cast<std::size_t>(month_days));
}

}  // namespace evenkeel::model
