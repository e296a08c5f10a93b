#include "app/ui/screens/day_charts.h"

#include "app/ui/screens/chart_axes.h"
#include "app/ui/screens/words.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

constexpr float minutes_per_hour = 60;

std::optional<float> hours(const std::optional<std::uint32_t>& minutes) {
    if (!minutes) return std::nullopt;
    return static_cast<float>(*minutes) / minutes_per_hour;
}

}  // namespace

DayNames names_of(const std::vector<model::OverviewDay>& days) {
    return days.empty() ? DayNames{} : day_names(days.front().day);
}

LineChart mood_chart(const std::vector<model::OverviewDay>& days, std::string_view sentence) {
    LineChart chart{.title = tr("Mood"), .sentence = sentence, .values = {}, .axis = mood_axis()};
    for (const model::OverviewDay& day : days) {
        chart.values.push_back(day.mood ? std::optional(static_cast<float>(*day.mood))
                                        : std::nullopt);
    }
    return chart;
}

void use_charts(Ui& ui, const std::vector<model::OverviewDay>& days,
                const std::array<std::string, use_group_count>& sentences,
                const std::array<std::optional<std::uint32_t>, use_group_count>& agreed_minutes) {
    const DayAxis axis = day_axis(days.front().day, days.size());
    const DayAxis unlabelled = bare_day_axis(days.front().day, days.size());
    for (const UseGroup group : all_groups) {
        const std::size_t which = index_of(group);
        const auto& agreed = agreed_minutes[which];
        const std::string goal_label = agreed ? tr("agreed {0}", duration(*agreed)) : std::string();
        BarChart chart{.title = group_name(group),
                       .sentence = sentences[which],
                       .values = {},
                       .axis = {},
                       .goal = hours(agreed),
                       .goal_label = goal_label};
        float hours_max = std::max(1.0F, chart.goal.value_or(0));
        for (const model::OverviewDay& day : days) {
            chart.values.push_back(hours(day.minutes[which]));
            hours_max = std::max(hours_max, chart.values.back().value_or(0));
        }
        chart.axis = hours_axis(hours_max);
        if (group != all_groups.front()) ui.space(16);
        ui.bar_chart(chart, group == all_groups.back() ? axis : unlabelled);
    }
}

void agreed_strips(const Screen& screen, const std::vector<model::AgreedStrip>& agreed,
                   const std::vector<model::OverviewDay>& days) {
    if (agreed.empty()) return;
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("Boundaries"), 3);
        for (const model::AgreedStrip& one : agreed) {
            DotStrip strip{.title = one.title,
                           .sentence = one.sentence,
                           .days = {},
                           .day_labels = {},
                           .names = names_of(days)};
            for (const model::DayOutcome outcome : one.days) {
                strip.days.push_back(static_cast<DotState>(outcome));
            }
            ui.scope(scope_of(one.boundary), [&] { ui.dot_strip(strip); });
        }
    });
}

}  // namespace evenkeel::ui
