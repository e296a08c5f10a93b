#include "core/insight/before_after.h"

#include "core/insight/weekend.h"

#include <algorithm>

namespace evenkeel::insight {

namespace {

constexpr double days_per_week = 7;
constexpr std::size_t step_term = 1;

Day day_of(const SteppedDays& days, std::size_t i) {
    return days.first + static_cast<std::int32_t>(i);
}

bool has_weekend_term(const SteppedDays& days) {
    WeekendCount count;
    for (std::size_t i = 0; i < days.values.size(); ++i) {
        if (days.values[i]) count.add(day_of(days, i));
    }
    return count.is_enough();
}

double weeks_since(const SteppedDays& days, std::size_t i) {
    return (static_cast<double>(i) - static_cast<double>(days.begins)) / days_per_week;
}

// The newest known days of before and the first of after the transition; all others are blank.
SteppedDays window_of(const PairedDays& days, const std::vector<std::optional<double>>& values,
                      Day begins) {
    const auto at = static_cast<std::size_t>(
        std::clamp(begins - days.first, 0, static_cast<std::int32_t>(values.size())));
    SteppedDays window{.first = days.first,
                       .values = std::vector<std::optional<double>>(values.size()),
                       .begins = at};
    std::size_t taken = 0;
    for (std::size_t i = at; i > 0 && taken < side_days; --i) {
        window.values[i - 1] = values[i - 1];
        taken += values[i - 1] ? 1 : 0;
    }
    taken = 0;
    for (std::size_t i = at + transition_days; i < values.size() && taken < side_days; ++i) {
        window.values[i] = values[i];
        taken += values[i] ? 1 : 0;
    }
    return window;
}

std::optional<Estimate> trend_before(const SteppedDays& days) {
    std::vector<ModelDay> model;
    for (std::size_t i = 0; i < days.begins; ++i) {
        if (!days.values[i]) continue;
        model.push_back({.day = static_cast<std::int32_t>(i),
                         .terms = {1, weeks_since(days, i)},
                         .outcome = *days.values[i]});
    }
    const auto fit = fit_neighbours(model);
    return fit ? std::optional(fit->terms.back()) : std::nullopt;
}

Step step_of(const SteppedDays& days) {
    const std::span values(days.values);
    Step step{.means = level_change(values.first(days.begins), values.subspan(days.begins))};
    step.days_before = step.means.days_before;
    step.days_after = step.means.days_now;
    if (!step.means.enough || std::min(step.days_before, step.days_after) < side_days_min) {
        return step;
    }
    const auto level = fit_neighbours(level_model(days));
    const auto trend = fit_neighbours(trend_model(days));
    const auto earlier = trend_before(days);
    if (!level || !trend || !earlier) return step;
    step.enough = true;
    step.level = level->terms[step_term];
    step.with_trend = trend->terms[step_term];
    step.trend_before = *earlier;
    return step;
}

bool means_exclude_zero(const LevelChange& means) { return means.low > 0 || means.high < 0; }

StepFinding finding_of(const BeforeAfter& found, OtherEvents events) {
    const Step& mood = found.mood;
    if (!found.minutes.enough || !mood.enough) return StepFinding::too_early;
    if (!excludes_zero(found.minutes.level)) return StepFinding::minutes_alike;
    const bool level = excludes_zero(mood.level);
    const bool agree = level == excludes_zero(mood.with_trend) &&
                       level == means_exclude_zero(mood.means) &&
                       (!level || (mood.level.value < 0) == (mood.with_trend.value < 0));
    const bool was_under_way = excludes_zero(mood.trend_before);
    if (!agree || was_under_way || events == OtherEvents::near) return StepFinding::cannot_tell;
    if (!level) return StepFinding::mood_alike;
    return mood.level.value < 0 ? StepFinding::mood_lower : StepFinding::mood_higher;
}

}  // namespace

std::vector<ModelDay> level_model(const SteppedDays& days) {
    const bool has_weekend = has_weekend_term(days);
    std::vector<ModelDay> model;
    for (std::size_t i = 0; i < days.values.size(); ++i) {
        if (!days.values[i]) continue;
        ModelDay day{.day = static_cast<std::int32_t>(i),
                     .terms = {1, i >= days.begins ? 1.0 : 0.0},
                     .outcome = *days.values[i]};
        if (has_weekend) day.terms.push_back(is_weekend(day_of(days, i)) ? 1 : 0);
        model.push_back(std::move(day));
    }
    return model;
}

std::vector<ModelDay> trend_model(const SteppedDays& days) {
    std::vector<ModelDay> model = level_model(days);
    for (ModelDay& day : model) {
        const double weeks = weeks_since(days, static_cast<std::size_t>(day.day));
        day.terms.push_back(weeks);
        day.terms.push_back(day.terms[step_term] * weeks);
    }
    return model;
}

BeforeAfter before_after(const PairedDays& days, Day begins, OtherEvents events) {
    BeforeAfter found{.minutes = step_of(window_of(days, days.minutes, begins)),
                      .mood = step_of(window_of(days, days.mood, begins))};
    found.finding = finding_of(found, events);
    return found;
}

}  // namespace evenkeel::insight
