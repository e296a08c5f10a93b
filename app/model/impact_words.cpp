// The wording of the clinical design, section 4.8: days and intervals, "too early" and "cannot
// tell" as ordinary answers, and never what led to what. Each sentence is whole, so that every
// language has its own order; a paragraph is sentences after one another.
#include "app/model/impact.h"
#include "app/model/phrases.h"
#include "core/words/tr.h"

#include <array>
#include <cstdio>

namespace evenkeel::model {

namespace {

using insight::Association;
using insight::Estimate;
using insight::Finding;
using insight::StepFinding;

constexpr std::size_t pairs_needed = insight::looks_pairs.front();

std::string number(double value, const char* form) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), form, value);
    const std::string printed = text.data();
    return printed == "-0.0" || printed == "+0.0" || printed == "-0" || printed == "+0"
               ? printed.substr(1)
               : printed;
}
std::string points(double value) { return number(value, "%+.1f"); }
std::string minutes(double value) { return number(value, "%+.0f"); }
std::string unsigned_minutes(double value) { return number(value, "%.0f"); }

class Paragraph {
public:
    void add(const std::string& sentence) { text_ += (text_.empty() ? "" : " ") + sentence; }
    std::string finished() && { return std::move(text_); }

private:
    std::string text_;
};

const char* source_sentence(UseSource source) {
    switch (source) {
        case UseSource::estimated:
            break;
        case UseSource::device:
            return tr("This is an association in minutes from a device and self-reported mood.");
        case UseSource::imported:
            return tr("This is an association in imported minutes and self-reported mood.");
    }
    return tr("This is an association in self-reported data.");
}

std::string link_sentence(const BoundaryImpact::Use& use) {
    const Association& found = use.association;
    const std::string value = points(found.per_hour.value);
    const std::string low = points(found.per_hour.low);
    const std::string high = points(found.per_hour.high);
    return found.finding == Finding::higher
               ? tr("On days with more {0} time, mood tended to be higher (about {1} points per "
                    "extra hour; range {2} to {3}; {4} days).",
                    use.words, value, low, high, found.looked)
               : tr("On days with more {0} time, mood tended to be lower (about {1} points per "
                    "extra hour; range {2} to {3}; {4} days).",
                    use.words, value, low, high, found.looked);
}

void add_finding(Paragraph& said, const BoundaryImpact::Use& use) {
    const Association& found = use.association;
    switch (found.finding) {
        case Finding::too_early:
            return said.add(
                tr("{0} of {1} days with mood and minutes so far. Too early to look for patterns.",
                   found.pairs, pairs_needed));
        case Finding::too_many_gaps:
            return said.add(
                tr("{0} days with mood and minutes, but more than half of the days lack one of the "
                   "two. Too many gaps to look for patterns.",
                   found.looked));
        case Finding::hardly_varies:
            return said.add(
                tr("{0} days with mood and minutes. One of the two hardly changes from day to day, "
                   "so no pattern could be seen.",
                   found.looked));
        case Finding::cannot_tell:
            return said.add(
                tr("Cannot tell yet whether {0} time and mood go together: the ways of counting do "
                   "not agree ({1} days).",
                   use.words, found.looked));
        case Finding::no_clear_link:
            return said.add(tr(
                "No clear link so far between {0} time and mood. The data fit anything from {1} "
                "to {2} mood points per extra hour ({3} days).",
                use.words, points(found.per_hour.low), points(found.per_hour.high), found.looked));
        case Finding::higher:
        case Finding::lower:
            break;
    }
    said.add(link_sentence(use));
    said.add(source_sentence(found.source));
    said.add(
        tr("It does not show that one caused the other; mood can also lead to more or less use, "
           "and sleep, work or events may explain both."));
}

void add_next_look(Paragraph& said, const Association& found) {
    for (const std::size_t look : insight::looks_pairs) {
        if (found.looked == 0 || look <= found.looked) continue;
        return said.add(
            tr("So far there are {0} such days; the next look is at {1}.", found.pairs, look));
    }
}

// Both directions together, since mood may lead use.
void add_day_after(Paragraph& said, const Association& found) {
    if (!found.next_day || !found.minutes_after) return;
    said.add(
        tr("From one day to the next, the data fit {0} to {1} mood points after an extra hour, and "
           "{2} to {3} minutes after a mood one point higher.",
           points(found.next_day->low), points(found.next_day->high),
           minutes(found.minutes_after->low), minutes(found.minutes_after->high)));
}

void add_blank(Paragraph& said, const insight::BlankDays& blank) {
    if (!blank.cluster) return;
    said.add(
        tr("After lower moods the next day is blank more often ({0} of {1}) than after others ({2} "
           "of {3}): what is not noted may matter.",
           blank.blank_after_low, blank.low, blank.blank_after_other, blank.other));
}

std::string side_sentence(const insight::BeforeAfter& step) {
    const std::size_t before = std::min(step.minutes.days_before, step.mood.days_before);
    const std::size_t after = std::min(step.minutes.days_after, step.mood.days_after);
    if (before < insight::side_days_min) {
        return tr("Before it began there are {0} of {1} days: too few to compare with.", before,
                  insight::side_days_min);
    }
    if (after < insight::side_days_min) {
        return tr("Before and after: {0} of {1} days after it began. Too early to compare.", after,
                  insight::side_days_min);
    }
    return tr("Before and after: the values hardly change, so the two cannot be compared.");
}

std::string minutes_sentence(const Estimate& level) {
    if (level.value < 0) {
        return tr("After it began, recorded minutes a day were lower by {0} ({1} to {2}).",
                  unsigned_minutes(-level.value), unsigned_minutes(-level.high),
                  unsigned_minutes(-level.low));
    }
    return tr("After it began, recorded minutes a day were higher by {0} ({1} to {2}).",
              unsigned_minutes(level.value), unsigned_minutes(level.low),
              unsigned_minutes(level.high));
}

const char* mood_verdict(const BoundaryImpact::Use& use) {
    switch (use.step.finding) {
        case StepFinding::mood_alike:
            return tr(
                "Mood was {0} ({1} to {2}) in one analysis and {3} ({4} to {5}) when the trend is "
                "allowed for: no clear change.");
        case StepFinding::mood_higher:
            return tr(
                "Mood was {0} ({1} to {2}) in one analysis and {3} ({4} to {5}) when the trend is "
                "allowed for: higher in both.");
        case StepFinding::mood_lower:
            return tr(
                "Mood was {0} ({1} to {2}) in one analysis and {3} ({4} to {5}) when the trend is "
                "allowed for: lower in both.");
        default:
            break;
    }
    if (use.events == insight::OtherEvents::near) {
        return tr(
            "Mood was {0} ({1} to {2}) in one analysis and {3} ({4} to {5}) when the trend is "
            "allowed for: we can't tell, since a session or another boundary lies within a week "
            "of it.");
    }
    return tr(
        "Mood was {0} ({1} to {2}) in one analysis and {3} ({4} to {5}) when the trend is allowed "
        "for: we can't tell.");
}

void add_step(Paragraph& said, const BoundaryImpact::Use& use) {
    const insight::BeforeAfter& step = use.step;
    if (step.finding == StepFinding::too_early) return said.add(side_sentence(step));
    if (step.finding == StepFinding::minutes_alike) {
        return said.add(
            tr("After it began, recorded minutes a day show no clear change ({0} to {1}).",
               minutes(step.minutes.level.low), minutes(step.minutes.level.high)));
    }
    said.add(minutes_sentence(step.minutes.level));
    const Estimate& level = step.mood.level;
    const Estimate& trend = step.mood.with_trend;
    said.add(fill(mood_verdict(use), {points(level.value), points(level.low), points(level.high),
                                      points(trend.value), points(trend.low), points(trend.high)}));
    if (step.finding == StepFinding::mood_higher || step.finding == StepFinding::mood_lower) {
        said.add(tr("Other things changed in that time too; this does not show what led to it."));
    }
}

std::string use_paragraph(const BoundaryImpact::Use& use) {
    Paragraph said;
    said.add(association_sentence(use));
    add_day_after(said, use.association);
    add_blank(said, use.association.blank);
    add_step(said, use);
    return std::move(said).finished();
}

std::string paragraph_of(const BoundaryImpact& one) {
    const std::string began = short_date(one.began);
    Paragraph said;
    said.add(one.use ? tr("{0}, since {1}: {2}", one.title, began, use_paragraph(*one.use))
                     : tr("{0}, since {1}: no minutes are counted for it, so there is nothing to "
                          "set beside mood.",
                          one.title, began));
    if (!one.study_question.empty()) {
        said.add(tr("Agreed to find out: “{0}”", one.study_question));
    }
    return std::move(said).finished();
}

}  // namespace

std::string association_sentence(const BoundaryImpact::Use& use) {
    Paragraph said;
    add_finding(said, use);
    add_next_look(said, use.association);
    return std::move(said).finished();
}

std::vector<std::string> impact_sentences(const std::vector<BoundaryImpact>& impact) {
    std::vector<std::string> paragraphs;
    for (const BoundaryImpact& one : impact) paragraphs.push_back(paragraph_of(one));
    if (paragraphs.empty()) paragraphs.emplace_back(tr("No boundary is in force."));
    return paragraphs;
}

}  // namespace evenkeel::model
