#include "app/model/trends_view.h"

#include "app/model/agreed_strips.h"
#include "app/model/day_use.h"
#include "app/model/impact.h"
#include "core/words/tr.h"

namespace evenkeel::model {

namespace {

std::string noted_words(const KnownDays& known) {
    if (known.logged == 0) return tr("Nothing was noted in the last {0} days.", known.all);
    if (known.late == 0) {
        return tr("You noted {0} of the last {1} days. A day without an entry is left blank.",
                  known.logged, known.all);
    }
    return tr(
        "You noted {0} of the last {1} days, {2} of them later. A day without an entry is "
        "left blank.",
        known.logged, known.all, known.late);
}

}  // namespace

Result<TrendsView> trends_view(RecordDesk& desk, Day today, std::size_t day_count) {
    const auto count = static_cast<std::int32_t>(day_count);
    TRY_ASSIGN(const client::BoundaryBook* book, desk.book());
    TRY_ASSIGN(const auto summaries,
               summarise(desk.entries, desk.now().zone, {today + (1 - 2 * count), today}, *book));
    const Days all(summaries);
    const Ranges ranges{.before = all.first(day_count), .now = all.last(day_count)};

    TrendsView view{.day_count = day_count};
    const KnownDays known = known_days(desk.entries, ranges.now);
    view.noted = noted_words(known);
    view.days_noted = known.logged;
    view.days = shown_days(desk.entries, ranges.now);
    view.mood = mood_sentence(compare(ranges, &mood_of), day_count);
    view.agreed_minutes = agreed_minutes(*book, today);
    for (std::size_t i = 0; i < use_group_count; ++i) {
        view.use[i] = use_sentence_of(use_groups[i], ranges, view.agreed_minutes[i], day_count);
    }
    view.kept = agreed_days(*book, ranges.now, Role::client).strips;
    TRY_ASSIGN(const auto impact, read_impact(desk, today));
    if (!impact.empty()) view.impact = impact_sentences(impact);
    return view;
}

}  // namespace evenkeel::model
