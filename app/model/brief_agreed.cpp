// What was agreed, and how it went: boundaries, use in the hours without, days since each began.
#include "app/model/brief_parts.h"
#include "app/model/day_use.h"
#include "app/model/views.h"
#include "core/domain/boundary_text.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace evenkeel::model {

namespace {

constexpr std::size_t purposes_max = 6;

const insight::Evaluation* evaluation_of(const insight::DaySummary& day, EntityId boundary) {
    const auto found =
        std::ranges::find(day.boundaries, boundary, &insight::BoundaryOfDay::boundary);
    return found == day.boundaries.end() ? nullptr : &found->evaluation;
}

std::string percent(double rate) {
    return std::to_string(static_cast<int>(std::lround(rate * 100)));
}

std::string kept_words(const insight::Adherence& adherence) {
    const std::string text = kept_sentence(adherence);
    if (!adherence.enough) return text + ".";
    return text + ". That is likely " + percent(adherence.low) + " to " + percent(adherence.high) +
           " % of days.";
}

// Of the stretch, the days this boundary was judged on.
std::vector<insight::Evaluation> evaluations_in(Days days, EntityId boundary) {
    std::vector<insight::Evaluation> evaluations;
    for (const insight::DaySummary& day : days) {
        const auto* evaluation = evaluation_of(day, boundary);
        if (evaluation != nullptr) evaluations.push_back(*evaluation);
    }
    return evaluations;
}

void add_trend(BriefBoundary& shown, const insight::KeptTrend trend, std::size_t before_days) {
    const std::string before = "the " + count_of(before_days, "day", "days") + " before.";
    switch (trend) {
        case insight::KeptTrend::too_early:
            shown.trend_words = "Too early to compare with " + before;
            return;
        case insight::KeptTrend::less_often:
            shown.trend = Trend::less;
            shown.trend_words = "Kept less often than in " + before;
            return;
        case insight::KeptTrend::as_often:
            shown.trend = Trend::same;
            shown.trend_words = "Kept about as often as in " + before;
            return;
        case insight::KeptTrend::more_often:
            shown.trend = Trend::more;
            shown.trend_words = "Kept more often than in " + before;
            return;
    }
}

std::string review_words(const std::optional<Day>& review, Day today) {
    if (!review) return "";
    if (*review > today) return "Review on " + short_date(*review) + ".";
    return *review == today ? "Review is due today."
                            : "Review was due on " + short_date(*review) + ".";
}

std::string waiting_words(const client::BoundaryBook& book, const BoundaryStanding& standing) {
    if (open_version(book, standing, Role::client) != nullptr) {
        return "A proposal of the client waits for your answer.";
    }
    if (open_version(book, standing, Role::clinician) != nullptr) {
        return "A proposal waits for the client's answer.";
    }
    return "";
}

std::string override_line(Day day, Answer word, const std::string& note) {
    return short_date(day) + ": " + (word == Answer::partly ? "partly kept" : "not kept") + ". “" +
           note + "”";
}

// Days that were not kept by the client's own word: each with the note that came with it, and those
// without one in one line.
std::vector<std::string> overrides_of(const BriefSource& source, EntityId boundary) {
    std::vector<std::string> lines;
    std::vector<std::string> bare;
    for (const insight::DaySummary& day : source.ranges.now) {
        for (const auto& kept : source.desk.entries.day(day.day).answers) {
            const BoundaryAnswer& answer = kept.entity;
            if (answer.boundary != boundary || !answer.answer || !kept.has_shared) continue;
            const Answer word = answer.answer->reveal();
            if (word != Answer::partly && word != Answer::broken) continue;
            if (answer.note) {
                lines.push_back(override_line(day.day, word, answer.note->reveal()));
            } else {
                bare.push_back(short_date(day.day));
            }
        }
    }
    if (!bare.empty()) {
        lines.push_back("Not kept, or partly, without a shared note: " + joined(bare) + ".");
    }
    return lines;
}

std::string hours_without(const BriefSource& source, EntityId boundary, const Curfew& curfew) {
    std::size_t days = 0;
    std::size_t judged = 0;
    std::uint32_t minutes = 0;
    for (const insight::DaySummary& day : source.ranges.now) {
        const insight::Evaluation* evaluation = evaluation_of(day, boundary);
        if (evaluation == nullptr) continue;
        ++judged;
        const std::uint32_t known = evaluation->known ? evaluation->known->reveal() : 0;
        days += known > 0 ? 1 : 0;
        minutes += known;
    }
    const std::string hours = print_time_of_day(static_cast<std::int32_t>(curfew.from_minute)) +
                              " and " +
                              print_time_of_day(static_cast<std::int32_t>(curfew.to_minute));
    std::string text = "Between " + hours + ", agreed to be without " +
                       describe_groups(curfew.groups) + ": use is recorded on " +
                       std::to_string(days) + " of " + count_of(judged, "day", "days");
    if (days > 0) text += ", " + short_duration(minutes) + " in all";
    return text + ". Minutes without a time of day cannot be counted here.";
}

std::string purposes_sentence(const BriefSource& source) {
    std::map<std::string, std::uint32_t> minutes;  // by what it was for
    std::uint32_t unsaid = 0;
    for (const insight::DaySummary& day : source.ranges.now) {
        for (const auto& kept : source.desk.entries.day(day.day).uses) {
            const UseEntry& use = kept.entity;
            const bool counts = use.group == UseGroup::ai && use.minutes && kept.has_shared;
            if (!counts) continue;
            const bool said = use.purpose && !use.purpose->reveal().empty();
            (said ? minutes[use.purpose->reveal()] : unsaid) += use.minutes->reveal();
        }
    }
    if (minutes.empty() && unsaid == 0) return "";
    std::vector<std::pair<std::uint32_t, std::string>> most;
    for (const auto& [purpose, sum] : minutes) most.emplace_back(sum, purpose);
    std::ranges::sort(most, [](const auto& left, const auto& right) {
        return std::pair(right.first, left.second) < std::pair(left.first, right.second);
    });
    std::vector<std::string> words;
    for (std::size_t i = 0; i < std::min(most.size(), purposes_max); ++i) {
        words.push_back(most[i].second + " " + short_duration(most[i].first));
    }
    if (most.size() > purposes_max) {
        words.push_back(count_of(most.size() - purposes_max, "other thing", "other things"));
    }
    if (unsaid > 0) words.push_back("nothing said for " + short_duration(unsaid));
    return "AI was used for: " + joined(words) + ".";
}

}  // namespace

std::vector<BriefBoundary> brief_boundaries(const BriefSource& source) {
    std::vector<BriefBoundary> boundaries;
    for (const BoundaryStanding& standing : source.book.standings) {
        const auto evaluations = evaluations_in(source.ranges.now, standing.boundary);
        BriefBoundary shown{.boundary = standing.boundary};
        for (const insight::DaySummary& day : source.ranges.now) {
            shown.days.push_back(outcome_of(day, standing.boundary));
        }
        if (evaluations.empty() && !standing.in_force) continue;
        const BoundaryDocument& document =
            standing.in_force ? source.book.versions[*standing.in_force].document
                              : shown_version(source.book, standing, Role::clinician).document;
        shown.title = short_title(document);
        shown.sentence = document.text.reveal();
        const insight::Adherence kept = insight::adherence(evaluations);
        const insight::Adherence before =
            insight::adherence(evaluations_in(source.ranges.before, standing.boundary));
        shown.kept = kept_words(kept);
        add_trend(shown, insight::kept_trend(before, kept), source.ranges.before.size());
        const auto review = next_review(document, source.reviews);
        shown.review = review_words(review, source.time.today);
        shown.review_due = standing.in_force && review && *review <= source.time.today;
        shown.waiting = waiting_words(source.book, standing);
        shown.overrides = overrides_of(source, standing.boundary);
        boundaries.push_back(std::move(shown));
    }
    std::ranges::sort(boundaries, {}, &BriefBoundary::title);
    return boundaries;
}

std::vector<std::string> use_details(const BriefSource& source) {
    std::vector<std::string> details;
    if (std::string text = purposes_sentence(source); !text.empty()) {
        details.push_back(std::move(text));
    }
    for (const BoundaryStanding& standing : source.book.standings) {
        if (!standing.in_force) continue;
        const BoundaryRule& rule = source.book.versions[*standing.in_force].document.terms.rule;
        const auto* curfew = std::get_if<Curfew>(&rule);
        if (curfew != nullptr) details.push_back(hours_without(source, standing.boundary, *curfew));
    }
    return details;
}

std::vector<std::string> to_do(const BriefSource& source, const BriefPages& pages, bool intake_due,
                               const std::vector<std::string>& tools) {
    std::vector<std::string> lines;
    for (const BoundaryStanding& standing : source.book.standings) {
        const VersionRecord* open = open_version(source.book, standing, Role::client);
        if (open != nullptr) {
            lines.push_back("Answer the proposal: " + open->document.text.reveal());
        }
        if (!standing.in_force) continue;
        const BoundaryDocument& document = source.book.versions[*standing.in_force].document;
        const auto review = next_review(document, source.reviews);
        if (review && *review <= source.time.today) {
            lines.push_back("Review, due on " + short_date(*review) + ": " + short_title(document) +
                            ".");
        }
    }
    if (pages.waiting > 0) {
        lines.push_back(count_of(pages.waiting, "shared page waits", "shared pages wait") +
                        " for a reply, the oldest since " + short_date(*pages.oldest_waiting) +
                        ".");
    }
    if (intake_due) lines.emplace_back("The intake is due.");
    lines.insert(lines.end(), tools.begin(), tools.end());
    if (lines.empty()) lines.emplace_back("Nothing is due.");
    return lines;
}

}  // namespace evenkeel::model
