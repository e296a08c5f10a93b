#include "core/insight/reliance.h"

#include <algorithm>
#include <array>

namespace evenkeel::insight {

namespace {

// The words that the screens offer, and what people type in their place.
constexpr std::array<std::string_view, 3> comfort_words = {"company", "comfort", "support"};
constexpr std::array<std::string_view, 4> contact_words = {"messages", "company", "connection",
                                                           "friends"};

template <std::size_t size>
bool is_one_of(const PhiText& purpose, const std::array<std::string_view, size>& words) {
    return std::ranges::find(words, plain_words(purpose.reveal())) != words.end();
}

bool is_said(const std::optional<PhiText>& purpose) {
    return purpose && !plain_words(purpose->reveal()).empty();
}

// Minutes for those words among the entries `counts` takes; nothing where that is not known.
template <typename Counts, std::size_t size>
std::optional<double> minutes_for(const LoggedDay& day, const Counts& counts,
                                  const std::array<std::string_view, size>& words) {
    bool any = false;
    double sum = 0;
    for (const UseEntry& entry : day.use) {
        if (!entry.group || !counts(*entry.group) || entry.duty != Duty::none) continue;
        any = true;
        if (!entry.minutes) return std::nullopt;
        if (entry.minutes->reveal() == 0) continue;
        if (!is_said(entry.purpose)) return std::nullopt;
        if (is_one_of(*entry.purpose, words)) sum += entry.minutes->reveal();
    }
    return any || day.complete ? std::optional(sum) : std::nullopt;
}

bool is_ai(UseGroup group) { return group == UseGroup::ai; }
bool is_not_ai(UseGroup group) { return group != UseGroup::ai; }

double mean_of(const std::vector<std::optional<double>>& values) {
    double sum = 0;
    std::size_t known = 0;
    for (const auto& value : values) {
        sum += value.value_or(0);
        known += value ? 1 : 0;
    }
    return known == 0 ? 0 : sum / static_cast<double>(known);
}

Course course_of(const LevelChange& change) {
    if (!change.enough) return Course::cannot_tell;
    if (change.low > 0 && change.difference >= reliance_step_minutes) return Course::more;
    if (change.high < 0 && change.difference <= -reliance_step_minutes) return Course::less;
    return Course::about_the_same;
}

template <typename Counts, std::size_t size>
DailyMinutes daily_minutes(std::span<const LoggedDay> before, std::span<const LoggedDay> now,
                           const Counts& counts, const std::array<std::string_view, size>& words) {
    std::vector<std::optional<double>> earlier;
    std::vector<std::optional<double>> later;
    for (const LoggedDay& day : before) earlier.push_back(minutes_for(day, counts, words));
    for (const LoggedDay& day : now) later.push_back(minutes_for(day, counts, words));
    DailyMinutes minutes{.change = level_change(earlier, later),
                         .mean_before = mean_of(earlier),
                         .mean_now = mean_of(later)};
    minutes.course = course_of(minutes.change);
    return minutes;
}

}  // namespace

Reliance reliance(std::span<const LoggedDay> before, std::span<const LoggedDay> now) {
    const auto has_ai = [](const LoggedDay& day) {
        return std::ranges::any_of(day.use, [](const UseEntry& entry) {
            return entry.group == UseGroup::ai && entry.minutes && entry.minutes->reveal() > 0;
        });
    };
    return {.any_ai = std::ranges::any_of(before, has_ai) || std::ranges::any_of(now, has_ai),
            .comfort = daily_minutes(before, now, is_ai, comfort_words),
            .contact = daily_minutes(before, now, is_not_ai, contact_words)};
}

}  // namespace evenkeel::insight
