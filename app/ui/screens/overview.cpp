// What a clinician sees before a session: coverage first, then mood, use and boundaries over one
// axis of days.
#include "app/ui/screens/chart_axes.h"
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using model::OverviewView;

constexpr float minutes_per_hour = 60;

void range(const Screen& screen, const OverviewView& view) {
    constexpr std::array<std::string_view, 3> names = {"14 days", "28 days", "90 days"};
    constexpr std::array<std::size_t, 3> counts = {14, 28, 90};
    const auto place = std::find(counts.begin(), counts.end(), view.day_count);
    const auto chosen = place == counts.end()
                            ? std::nullopt
                            : std::optional(static_cast<std::size_t>(place - counts.begin()));
    if (const auto picked = screen.ui.segmented("range", "Range", names, chosen)) {
        screen.post(model::OpenClient{.record = view.record, .day_count = counts[*picked]});
    }
}

void tiles(const Screen& screen, const OverviewView& view) {
    constexpr float tile_min_dp = 150;
    Ui& ui = screen.ui;
    ui.columns(view.tiles.size(), tile_min_dp, [&](std::size_t i) {
        ui.card([&] {
            ui.text(view.tiles[i].title, TextStyle::caption, Tone::muted);
            ui.text(view.tiles[i].figure, TextStyle::title);
            ui.text(view.tiles[i].detail, TextStyle::caption, Tone::muted);
        });
    });
}

LineChart mood_chart(const OverviewView& view) {
    LineChart chart{
        .title = "Mood", .sentence = view.mood_sentence, .values = {}, .axis = mood_axis()};
    for (const model::OverviewDay& day : view.days) {
        chart.values.push_back(day.mood ? std::optional(static_cast<float>(*day.mood))
                                        : std::nullopt);
    }
    return chart;
}

// The bars of one group stand against what was agreed for it, where something was.
BarChart use_chart(const OverviewView& view, UseGroup group, const std::string& goal_label) {
    const std::size_t which = index_of(group);
    BarChart chart{.title = group_name(group),
                   .sentence = view.use_sentences[which],
                   .values = {},
                   .axis = {},
                   .goal = std::nullopt,
                   .goal_label = goal_label};
    float hours_max = 1;
    for (const model::OverviewDay& day : view.days) {
        const auto& minutes = day.minutes[which];
        chart.values.push_back(minutes
                                   ? std::optional(static_cast<float>(*minutes) / minutes_per_hour)
                                   : std::nullopt);
        hours_max = std::max(hours_max, chart.values.back().value_or(0));
    }
    if (const auto& agreed = view.agreed_minutes[which]) {
        chart.goal = static_cast<float>(*agreed) / minutes_per_hour;
        hours_max = std::max(hours_max, *chart.goal);
    }
    chart.axis = hours_axis(hours_max);
    return chart;
}

void charts(const Screen& screen, const OverviewView& view) {
    if (view.days.empty()) return;
    Ui& ui = screen.ui;
    const DayAxis axis = day_axis(view.days.front().day, view.days.size());
    const DayAxis unlabelled{.days = axis.days, .ticks = {}};
    ui.card([&] {
        ui.line_chart(mood_chart(view), unlabelled);
        for (const UseGroup group : all_groups) {
            ui.space(16);
            const auto& agreed = view.agreed_minutes[index_of(group)];
            const std::string goal_label = agreed ? "agreed " + duration(*agreed) : std::string();
            const bool is_last = group == all_groups.back();
            ui.bar_chart(use_chart(view, group, goal_label), is_last ? axis : unlabelled);
        }
    });
}

void boundaries_kept(const Screen& screen, const OverviewView& view) {
    if (view.kept.empty()) return;
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading("Boundaries", 3);
        for (const model::AgreedStrip& agreed : view.kept) {
            DotStrip strip{
                .title = agreed.title, .sentence = agreed.sentence, .days = {}, .day_labels = {}};
            for (const model::DayOutcome outcome : agreed.days) {
                strip.days.push_back(static_cast<DotState>(outcome));
            }
            ui.scope(scope_of(agreed.boundary), [&] { ui.dot_strip(strip); });
        }
    });
}

std::string day_words(const model::OverviewDay& day) {
    std::string words;
    const auto add = [&](const std::string& part) {
        if (!words.empty()) words += " · ";
        words += part;
    };
    if (day.mood) add("mood " + std::to_string(*day.mood));
    constexpr std::array<std::string_view, use_group_count> names = {"internet ", "social ", "AI "};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (day.minutes[i]) add(std::string(names[i]) + duration(*day.minutes[i]));
    }
    if (words.empty()) return "no entry";
    if (day.late) add("entered later");
    return words;
}

}  // namespace

void overview(const Screen& screen, const OverviewView& view) {
    Ui& ui = screen.ui;
    constexpr float half_min_dp = 300;
    ui.columns(2, half_min_dp, [&](std::size_t column) {
        if (column == 0) return ui.status(Icon::eye, view.coverage_sentence, Tone::normal);
        range(screen, view);
    });
    tiles(screen, view);
    intake_row(screen, view);
    charts(screen, view);
    boundaries_kept(screen, view);
    ui.text("Minutes are what the client said or a device measured; they are not a score.",
            TextStyle::caption, Tone::muted);
}

void client_days(const Screen& screen, const OverviewView& view) {
    Ui& ui = screen.ui;
    range(screen, view);
    ui.card([&] {
        for (auto day = view.days.rbegin(); day != view.days.rend(); ++day) {
            ui.pair(weekday_and_date(day->day), day_words(*day));
            ui.space(ui.is_phone() ? 12 : 4);
        }
        if (view.days.empty()) ui.text("No day yet.", TextStyle::body, Tone::muted);
    });
}

}  // namespace evenkeel::ui
