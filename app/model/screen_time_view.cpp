#include "app/model/day_use.h"
#include "app/model/own_use.h"
#include "app/model/reliance_words.h"
#include "app/model/views.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

std::string source_words(UseSource source) {
    switch (source) {
        case UseSource::estimated:
            return tr("estimated");
        case UseSource::device:
            return tr("counted by a device");
        case UseSource::imported:
            return tr("imported");
    }
    return tr("estimated");
}

UseItem item_of(const Kept<UseEntry>& kept) {
    const UseEntry& entry = kept.entity;
    return {.id = kept.id,
            .group = entry.group.value_or(UseGroup::internet),
            .minutes = entry.minutes ? entry.minutes->reveal() : 0,
            .purpose = entry.purpose ? entry.purpose->reveal() : "",
            .tool = entry.tool ? entry.tool->reveal() : "",
            .source = source_words(entry.source),
            .when = entry.span ? clock_words(entry.when.instant, entry.when.zone) : "",
            .is_private = !kept.has_shared};
}

std::string week_words(const std::array<std::optional<std::uint32_t>, 7>& week) {
    std::uint32_t sum = 0;
    std::size_t known = 0;
    for (const auto& minutes : week) {
        sum += minutes.value_or(0);
        known += minutes ? 1 : 0;
    }
    if (known == 0) return tr("No screen time was logged in the last 7 days.");
    return tr_n("{1} a day on the {0} day you logged of the last 7.",
                "{1} a day on the {0} days you logged of the last 7.", known,
                short_duration(sum / static_cast<std::uint32_t>(known)));
}

}  // namespace

Result<ScreenTimeView> screen_time_view(RecordDesk& desk, const ClientDays& days) {
    TRY_ASSIGN(const client::BoundaryBook* book, desk.book());
    ScreenTimeView view{.day = days.shown, .today = days.today};
    view.use = use_lines(desk.entries, *book, days.shown, month_days);
    view.complete = desk.entries.is_complete(days.shown);
    for (const Kept<UseEntry>& kept : desk.entries.day(days.shown).uses) {
        view.items.push_back(item_of(kept));
    }
    std::ranges::reverse(view.items);  // they come oldest first
    for (std::size_t i = 0; i < view.week_minutes.size(); ++i) {
        const Day day = days.today + (static_cast<std::int32_t>(i) + 1 - week_days);
        view.week_minutes[i] = day_total(desk.entries.day(day), day);
    }
    view.week_sentence = week_words(view.week_minutes);
    TRY_ASSIGN(view.reliance, reliance_sentences(desk.entries, days.today));
    TRY_ASSIGN(view.own_use, own_use_sentences(desk.store(), days.today));
    return view;
}

}  // namespace evenkeel::model
