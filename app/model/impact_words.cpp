// The wording of the clinical design, section 4.8: days and intervals, "too early" and "cannot
// tell" as ordinary answers, and never what led to what.
#include "app/model/impact.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace evenkeel::model {

namespace {

using insight::Association;
using insight::Estimate;
using insight::Finding;
using insight::StepFinding;

constexpr std::size_t pairs_needed = insight::looks_pairs.front();
constexpr const char* both = " with mood and minutes";

std::string number(double value, const char* form) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), form, value);
    const std::string printed = text.data();
    return printed == "-0.0" || printed == "+0.0" || printed == "-0" || printed == "+0"
               ? printed.substr(1)
               : printed;
}
std::string points(double value) { return number(value, "%+.1f"); }
std::string range_of(const Estimate& estimate) {
    return points(estimate.low) + " to " + points(estimate.high);
}
std::string minutes_range(const Estimate& estimate) {
    return number(estimate.low, "%+.0f") + " to " + number(estimate.high, "%+.0f");
}

std::string source_words(UseSource source) {
    switch (source) {
        case UseSource::estimated:
            return "self-reported data";
        case UseSource::device:
            return "minutes from a device and self-reported mood";
        case UseSource::imported:
            return "imported minutes and self-reported mood";
    }
    return "self-reported data";
}

std::string pattern_words(const BoundaryImpact::Use& use, const char* direction) {
    const Association& found = use.association;
    return "On days with more " + use.words + " time, mood tended to be " + direction + " (about " +
           points(found.per_hour.value) + " points per extra hour; range " +
           range_of(found.per_hour) + "; " + count_of(found.looked, "day", "days") +
           "). This is an association in " + source_words(found.source) +
           ". It does not show that one caused the other; mood can also lead to more or less use, "
           "and sleep, work or events may explain both.";
}

std::string finding_words(const BoundaryImpact::Use& use) {
    const Association& found = use.association;
    const std::string days = count_of(found.looked, "day", "days");
    const std::string what = use.words + " time and mood";
    switch (found.finding) {
        case Finding::too_early:
            return std::to_string(found.pairs) + " of " + std::to_string(pairs_needed) + " days" +
                   both + " so far. Too early to look for patterns.";
        case Finding::too_many_gaps:
            return days + both +
                   ", but more than half of the days lack one of the two. Too many "
                   "gaps to look for patterns.";
        case Finding::hardly_varies:
            return days + both +
                   ". One of the two hardly changes from day to day, so no pattern "
                   "could be seen.";
        case Finding::cannot_tell:
            return "Cannot tell yet whether " + what +
                   " go together: the ways of counting do not "
                   "agree (" +
                   days + ").";
        case Finding::no_clear_link:
            return "No clear link so far between " + what + ". The data fit anything from " +
                   range_of(found.per_hour) + " mood points per extra hour (" + days + ").";
        case Finding::higher:
            return pattern_words(use, "higher");
        case Finding::lower:
            return pattern_words(use, "lower");
    }
    return "";
}

std::string next_look_words(const Association& found) {
    for (const std::size_t look : insight::looks_pairs) {
        if (found.looked == 0 || look <= found.looked) continue;
        return " So far there are " + count_of(found.pairs, "such day", "such days") +
               "; the next look is at " + std::to_string(look) + ".";
    }
    return "";
}

// Both directions together, since mood may lead use.
std::string day_after_words(const Association& found) {
    if (!found.next_day || !found.minutes_after) return "";
    return " From one day to the next, the data fit " + range_of(*found.next_day) +
           " mood points after an extra hour, and " + minutes_range(*found.minutes_after) +
           " minutes after a mood one point higher.";
}

std::string blank_words(const insight::BlankDays& blank) {
    if (!blank.cluster) return "";
    return " After lower moods the next day is blank more often (" +
           std::to_string(blank.blank_after_low) + " of " + std::to_string(blank.low) +
           ") than after others (" + std::to_string(blank.blank_after_other) + " of " +
           std::to_string(blank.other) + "): what is not noted may matter.";
}

// "lower by 54 (28 to 81)".
std::string minutes_words(const Estimate& level) {
    const bool is_lower = level.value < 0;
    const double least = is_lower ? -level.high : level.low;
    const double most = is_lower ? -level.low : level.high;
    return std::string(is_lower ? "lower" : "higher") + " by " +
           number(std::abs(level.value), "%.0f") + " (" + number(least, "%.0f") + " to " +
           number(most, "%.0f") + ")";
}

std::string mood_verdict(const BoundaryImpact::Use& use) {
    constexpr const char* not_because =
        " in both. Other things changed in that time too; this does not show what led to it.";
    switch (use.step.finding) {
        case StepFinding::mood_alike:
            return ": no clear change.";
        case StepFinding::mood_higher:
            return std::string(": higher") + not_because;
        case StepFinding::mood_lower:
            return std::string(": lower") + not_because;
        default:
            break;
    }
    if (use.events == insight::OtherEvents::near) {
        return ": we can't tell, since a session or another boundary lies within a week of it.";
    }
    return ": we can't tell.";
}

std::string side_words(const insight::BeforeAfter& step) {
    const std::size_t before = std::min(step.minutes.days_before, step.mood.days_before);
    const std::size_t after = std::min(step.minutes.days_after, step.mood.days_after);
    const std::string needed = std::to_string(insight::side_days_min);
    if (before < insight::side_days_min) {
        return " Before it began there are " + std::to_string(before) + " of " + needed +
               " days: too few to compare with.";
    }
    if (after < insight::side_days_min) {
        return " Before and after: " + std::to_string(after) + " of " + needed +
               " days after it began. Too early to compare.";
    }
    return " Before and after: the values hardly change, so the two cannot be compared.";
}

std::string step_words(const BoundaryImpact::Use& use) {
    const insight::BeforeAfter& step = use.step;
    if (step.finding == StepFinding::too_early) return side_words(step);
    const std::string began = " After it began, recorded minutes a day ";
    if (step.finding == StepFinding::minutes_alike) {
        return began + "show no clear change (" + minutes_range(step.minutes.level) + ").";
    }
    const Estimate& level = step.mood.level;
    const Estimate& trend = step.mood.with_trend;
    return began + "were " + minutes_words(step.minutes.level) + ". Mood was " +
           points(level.value) + " (" + range_of(level) + ") in one analysis and " +
           points(trend.value) + " (" + range_of(trend) + ") when the trend is allowed for" +
           mood_verdict(use);
}

}  // namespace

std::string association_sentence(const BoundaryImpact::Use& use) {
    return finding_words(use) + next_look_words(use.association);
}

std::vector<std::string> impact_sentences(const std::vector<BoundaryImpact>& impact) {
    std::vector<std::string> sentences;
    for (const BoundaryImpact& one : impact) {
        std::string text = one.title + ", since " + short_date(one.began) + ": ";
        if (one.use) {
            const Association& found = one.use->association;
            text += association_sentence(*one.use) + day_after_words(found) +
                    blank_words(found.blank) + step_words(*one.use);
        } else {
            text += "no minutes are counted for it, so there is nothing to set beside mood.";
        }
        if (!one.study_question.empty()) {
            text += " Agreed to find out: “" + one.study_question + "”";
        }
        sentences.push_back(std::move(text));
    }
    if (sentences.empty()) sentences.emplace_back("No boundary is in force.");
    return sentences;
}

}  // namespace evenkeel::model
