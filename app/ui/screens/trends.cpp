// Trends: what a client's days give back to them, in lines, bars and words.
#include "app/ui/screens/chart_axes.h"
#include "app/ui/screens/day_charts.h"
#include "app/ui/screens/screens.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using model::TrendsView;

void range(const Screen& screen) {
    const std::array<std::string_view, 3> names = {tr("14 days"), tr("28 days"), tr("90 days")};
    constexpr std::array<std::size_t, 3> counts = {14, 28, 90};
    TrendsForm& form = screen.local.trends;
    const auto place = std::ranges::find(counts, form.day_count) - counts.begin();
    const auto picked =
        screen.ui.segmented("range", tr("Range"), names, static_cast<std::size_t>(place));
    if (!picked) return;
    form.day_count = counts[*picked];
    screen.post(model::ShowTrends{form.day_count});
}

void nothing_yet(const Screen& screen, const TrendsView& view) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(view.noted, 3);
        ui.text(tr(
            "One mood a day is enough. Your days stand here as a line, and a day without an entry "
            "stays a gap: nothing is counted against you."));
        ui.flow([&] {
            if (ui.button("to-today", tr("Note today"), ButtonStyle::primary)) {
                screen.local.client_tab = ClientTab::today;
            }
        });
    });
}

void days(const Screen& screen, const TrendsView& view) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.line_chart(mood_chart(view.days, view.mood),
                      day_axis(view.days.front().day, view.days.size()));
    });
    ui.card([&] { use_charts(ui, view.days, view.use, view.agreed_minutes); });
}

void together(const Screen& screen, const TrendsView& view) {
    if (view.impact.empty()) return;
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("Screen time and mood together"), 3);
        for (const std::string& text : view.impact) ui.text(text);
        ui.text(tr("Days whose mood was noted later are left out here. Your clinician reads the "
                   "same, as "
                   "far as you share it."),
                TextStyle::caption, Tone::muted);
    });
}

}  // namespace

void trends(const Screen& screen) {
    const auto& view = screen.snapshot.trends;
    Ui& ui = screen.ui;
    ui.page("trends", [&] {
        page_head(screen, tr("Trends"));
        range(screen);
        if (!view) return;
        if (view->days_noted == 0) return nothing_yet(screen, *view);
        ui.text(view->noted);
        days(screen, *view);
        agreed_strips(screen, view->kept, view->days);
        together(screen, *view);
        ui.text(tr("Minutes are what you said or a device measured; they are not a score."),
                TextStyle::caption, Tone::muted);
    });
}

void look_after_trends(const Screen& screen) {
    TrendsForm& form = screen.local.trends;
    const bool is_shown = screen.snapshot.stage == model::Stage::client &&
                          screen.local.client_tab == ClientTab::trends &&
                          screen.local.above == Above::none;
    if (is_shown == form.asked) return;
    form.asked = is_shown;
    screen.post(model::ShowTrends{is_shown ? form.day_count : 0});
}

}  // namespace evenkeel::ui
