#include "app/model/impact.h"

#include "app/model/impact_basis.h"
#include "app/model/sessions.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

// Four weeks of known days, where every second one is blank.
constexpr std::int32_t days_before = 2 * static_cast<std::int32_t>(insight::side_days);
// The last look, where every second day is blank: with more gaps nothing is looked for.
constexpr std::int32_t days_after = 2 * static_cast<std::int32_t>(insight::looks_pairs.back());
constexpr std::int32_t near_days = 7;
// A span of use may begin before the day that is asked for.
constexpr std::int32_t margin_days = 2;

// The groups a rule counts, empty for all of them; nothing for rules that count no use.
std::optional<std::vector<UseGroup>> groups_of(const BoundaryRule& rule) {
    return std::visit(
        [](const auto& one) -> std::optional<std::vector<UseGroup>> {
            if constexpr (requires { one.groups; }) {
                return one.groups;
            } else {
                return std::nullopt;
            }
        },
        rule);
}

insight::DayRange range_of(Day began, Day today) {
    return {.first = began + -days_before, .last = std::min(today, began + (days_after - 1))};
}

// What happened beside it: another boundary began, or people met.
insight::OtherEvents events_near(const BoundaryStanding& meant, Day began,
                                 const client::BoundaryBook& book,
                                 const std::vector<PlannedSession>& sessions) {
    const auto is_near = [&](Day day) { return std::abs(day - began) <= near_days; };
    const bool session = std::ranges::any_of(
        sessions, [&](const PlannedSession& planned) { return is_near(planned.entity.when.day); });
    const bool other = std::ranges::any_of(book.standings, [&](const BoundaryStanding& standing) {
        return standing.boundary != meant.boundary &&
               std::ranges::any_of(standing.days, is_near, &InForceDays::first);
    });
    return session || other ? insight::OtherEvents::near : insight::OtherEvents::none_known;
}

struct Entries {
    std::vector<MoodEntry> moods;
    std::vector<UseEntry> use;
};

Result<Entries> entries_in(EntryCache& cache, insight::DayRange range) {
    const Day first = range.first + -margin_days;
    TRY(cache.need(first, range.last));
    Entries entries;
    for (Day day = first; day <= range.last; day = day + 1) {
        for (const auto& kept : cache.day(day).moods) entries.moods.push_back(kept.entity);
        for (const auto& kept : cache.day(day).uses) entries.use.push_back(kept.entity);
    }
    return entries;
}

}  // namespace

Result<std::vector<BoundaryImpact>> read_impact(RecordDesk& desk, Day today) {
    TRY_ASSIGN(const client::BoundaryBook* book, desk.book());
    TRY_ASSIGN(const auto sessions, read_sessions(desk.store(), desk.record()));
    std::vector<BoundaryImpact> impact;
    std::vector<std::size_t> counted;  // which of them have use, in the order of `since`
    std::vector<insight::PairedDays> since;
    for (const BoundaryStanding& standing : book->standings) {
        if (!standing.in_force || standing.days.empty()) continue;
        const BoundaryDocument& document = book->versions[*standing.in_force].document;
        const Day began = standing.days.back().first;
        impact.push_back({.boundary = standing.boundary,
                          .title = short_title(document),
                          .began = began,
                          .study_question = document.study_question.reveal(),
                          .use = {}});
        const auto groups = groups_of(document.terms.rule);
        if (!groups) continue;
        const insight::DayRange range = range_of(began, today);
        TRY_ASSIGN(const Entries entries, entries_in(desk.entries, range));
        const auto days = insight::paired_days(range, *groups, entries.moods, entries.use);
        const auto events = events_near(standing, began, *book, sessions);
        counted.push_back(impact.size() - 1);
        since.push_back(
            insight::paired_days({began, range.last}, *groups, entries.moods, entries.use));
        impact.back().use = BoundaryImpact::Use{.words = group_words(*groups),
                                                .association = {},
                                                .step = insight::before_after(days, began, events),
                                                .events = events,
                                                .data = mark_of(days, desk.store().context().ids)};
    }
    const auto associations = insight::associations(since);
    for (std::size_t i = 0; i < counted.size(); ++i) {
        impact[counted[i]].use->association = associations[i];
    }
    return impact;
}

}  // namespace evenkeel::model
