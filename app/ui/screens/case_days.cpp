// A client's days as the clinician sees them: figures and charts over one axis of days, then each
// day.
#include "app/ui/screens/chart_axes.h"
#include "app/ui/screens/day_charts.h"
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using model::OverviewView;

void range(const Screen& screen, const OverviewView& view) {
    const std::array<std::string_view, 3> names = {tr("14 days"), tr("28 days"), tr("90 days")};
    constexpr std::array<std::size_t, 3> counts = {14, 28, 90};
    const auto place = std::find(counts.begin(), counts.end(), view.day_count);
    const auto chosen = place == counts.end()
                            ? std::nullopt
                            : std::optional(static_cast<std::size_t>(place - counts.begin()));
    if (const auto picked = screen.ui.segmented("range", tr("Range"), names, chosen)) {
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

void charts(const Screen& screen, const OverviewView& view) {
    if (view.days.empty()) return;
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.line_chart(mood_chart(view.days, view.mood_sentence),
                      bare_day_axis(view.days.front().day, view.days.size()));
        ui.space(16);
        use_charts(ui, view.days, view.use_sentences, view.agreed_minutes);
    });
}

std::string day_words(const model::OverviewDay& day) {
    std::string words;
    const auto add = [&](const std::string& part) {
        if (!words.empty()) words += " · ";
        words += part;
    };
    if (day.mood) add(tr("mood {0}", *day.mood));
    const std::array<const char*, use_group_count> names = {
        tr("internet"), tr_as("minutes of social media", "social"), tr("AI")};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!day.minutes[i]) continue;
        add(tr_as("internet 2 h: group, duration", "{0} {1}", names[i], duration(*day.minutes[i])));
    }
    if (words.empty()) return tr("no entry");
    if (day.late) add(tr("entered later"));
    return words;
}

}  // namespace

void client_days(const Screen& screen, const OverviewView& view) {
    Ui& ui = screen.ui;
    constexpr float half_min_dp = 300;
    ui.columns(2, half_min_dp, [&](std::size_t column) {
        if (column == 0) return ui.status(Icon::eye, view.coverage_sentence, Tone::normal);
        range(screen, view);
    });
    tiles(screen, view);
    charts(screen, view);
    agreed_strips(screen, view.kept, view.days);
    ui.card([&] {
        for (auto day = view.days.rbegin(); day != view.days.rend(); ++day) {
            ui.pair(weekday_and_date(day->day), day_words(*day));
            if (!day->beside.empty()) ui.text(day->beside, TextStyle::caption, Tone::muted);
            ui.space(ui.is_phone() ? 12 : 4);
        }
        if (view.days.empty()) ui.text(tr("No day yet."), TextStyle::body, Tone::muted);
    });
}

}  // namespace evenkeel::ui
