// Screen time of one day, group by group, with what it was for.
#include "app/ui/screens/chart_axes.h"
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using model::ScreenTimeView;
using model::UseItem;

constexpr float minutes_per_hour = 60;
constexpr std::int32_t days_before_today_in_week = 6;

struct Amount {
    std::uint32_t minutes;
    std::string_view label;
};
constexpr std::array<Amount, 7> amounts = {
    Amount{0, "0"},     Amount{15, "15 min"}, Amount{30, "30 min"}, Amount{60, "1 h"},
    Amount{120, "2 h"}, Amount{180, "3 h"},   Amount{240, "4 h +"}};

void group_card(const Screen& screen, Day day, const model::UseLine& line) {
    Ui& ui = screen.ui;
    ui.card([&] {
        const std::string agreed =
            line.limit_minutes ? tr("Agreed {0}", duration(*line.limit_minutes)) : std::string();
        ui.pair(group_name(line.group), agreed);
        use_stepper(screen, day, line);
        ui.flow([&] {
            for (const Amount& amount : amounts) {
                ui.scope(amount.minutes, [&] {
                    const bool is_last = amount.minutes == amounts.back().minutes;
                    const bool chosen = line.minutes && (is_last ? *line.minutes >= amount.minutes
                                                                 : *line.minutes == amount.minutes);
                    if (ui.chip("amount", amount.label, chosen)) {
                        screen.post(model::SetUse{
                            .day = day, .group = line.group, .minutes = amount.minutes});
                    }
                });
            }
        });
    });
}

void item_purposes(const Screen& screen, const UseItem& item) {
    Ui& ui = screen.ui;
    ui.text(tr("What was it for? (optional)"), TextStyle::caption, Tone::muted);
    ui.flow([&] {
        for (std::size_t i = 0; i < use_purposes.size(); ++i) {
            ui.scope(i, [&] {
                const bool chosen = item.purpose == use_purposes[i].text;
                if (ui.chip("purpose", tr(use_purposes[i]), chosen)) {
                    screen.post(model::SetPurpose{
                        .entry = item.id,
                        .purpose = chosen ? std::string() : std::string(use_purposes[i].text)});
                }
            });
        }
    });
    item_tool(screen, item);
    if (ui.button("delete", tr("Delete this entry"), ButtonStyle::quiet)) {
        screen.post(model::DeleteEntry{item.id});
    }
}

void item_row(const Screen& screen, const UseItem& item) {
    const bool is_open = screen.local.open_item == item.id;
    const std::string title = std::string(group_name(item.group)) + " · " + duration(item.minutes);
    std::string detail = item.when.empty() ? item.source : item.when + " · " + item.source;
    if (!item.purpose.empty()) detail += " · " + tr_known(item.purpose);
    if (!item.tool.empty()) detail += " · " + item.tool;
    if (screen.ui.row("item", {.title = title,
                               .detail = detail,
                               .badge = item.is_private ? tr("Only for you") : "",
                               .chosen = is_open,
                               .opens = !is_open})) {
        screen.local.open_item = is_open ? std::nullopt : std::optional(item.id);
    }
    if (is_open) screen.ui.group("about", title, [&] { item_purposes(screen, item); });
}

void items_card(const Screen& screen, const ScreenTimeView& view) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("Entries of this day"), 3);
        if (view.items.empty()) {
            ui.text(tr("No entry yet. Say how long above, and it stands here."), TextStyle::body,
                    Tone::muted);
        }
        for (const UseItem& item : view.items) {
            ui.scope(scope_of(item.id), [&] { item_row(screen, item); });
        }
    });
}

void week_card(const Screen& screen, const ScreenTimeView& view) {
    BarChart chart{.title = tr("The last seven days"),
                   .sentence = view.week_sentence,
                   .values = {},
                   .axis = {},
                   .goal = std::nullopt,
                   .goal_label = {}};
    float hours_max = 1;
    for (const auto& minutes : view.week_minutes) {
        chart.values.push_back(minutes
                                   ? std::optional(static_cast<float>(*minutes) / minutes_per_hour)
                                   : std::nullopt);
        hours_max = std::max(hours_max, chart.values.back().value_or(0));
    }
    chart.axis = hours_axis(hours_max);
    screen.ui.card([&] {
        screen.ui.bar_chart(
            chart, day_axis(view.day + -days_before_today_in_week, view.week_minutes.size()));
    });
}

}  // namespace

void screen_time(const Screen& screen) {
    const ScreenTimeView& view = screen.snapshot.client->screen_time;
    Ui& ui = screen.ui;
    constexpr float group_card_min_dp = 210;
    ui.page("screen-time", [&] {
        if (page_head(screen, tr("Screen time"), tr("Back"))) screen.local.above = Above::none;
        ui.text(view.day == view.today ? tr("Today, {0}", long_day(view.day)) : long_day(view.day),
                TextStyle::body, Tone::muted);
        counted_cards(screen);
        ui.columns(view.use.size(), group_card_min_dp, [&](std::size_t i) {
            ui.scope(i, [&] {
                ui.group("group", group_name(view.use[i].group),
                         [&] { group_card(screen, view.day, view.use[i]); });
            });
        });
        ui.card([&] { day_complete(screen, view.day, view.today, view.complete); });
        items_card(screen, view);
        phone_numbers(screen, view.day);
        counting_row(screen);
        week_card(screen, view);
        client_tools(screen);
    });
}

}  // namespace evenkeel::ui
