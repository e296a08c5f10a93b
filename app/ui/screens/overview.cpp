// The session brief: what a clinician reads in the five minutes before a session, in that order.
#include "app/ui/screens/chart_axes.h"
#include "app/ui/screens/day_charts.h"
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using model::OverviewView;
using model::SessionBrief;

void lines(Ui& ui, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) ui.text(text);
}

// What has to be read before anything else: whether somebody reported something, and how much of
// the time is known at all.
void safety_and_coverage(const Screen& screen, const SessionBrief& brief) {
    Ui& ui = screen.ui;
    constexpr float half_min_dp = 300;
    ui.card([&] {
        ui.columns(2, half_min_dp, [&](std::size_t column) {
            ui.heading(column == 0 ? tr("Safety") : tr("Coverage"), 3);
            if (column == 0) {
                ui.text(brief.safety);
                return lines(ui, brief.risks);
            }
            lines(ui, brief.coverage);
        });
    });
}

void mood(const Screen& screen, const SessionBrief& brief) {
    if (brief.days.empty()) return;
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.line_chart(mood_chart(brief.days, brief.mood),
                      day_axis(brief.days.front().day, brief.days.size()));
    });
}

// The words say it; the arrow is for whoever looks again.
void trend(Ui& ui, const model::BriefBoundary& agreed) {
    using enum model::Trend;
    if (agreed.trend == too_early) {
        return ui.text(agreed.trend_words, TextStyle::caption, Tone::muted);
    }
    const Icon icon = agreed.trend == more   ? Icon::arrow_up
                      : agreed.trend == less ? Icon::arrow_down
                                             : Icon::arrow_right;
    ui.status(icon, agreed.trend_words);
}

void boundary(const Screen& screen, const OverviewView& view, const model::BriefBoundary& agreed) {
    Ui& ui = screen.ui;
    DotStrip strip{.title = agreed.title,
                   .sentence = agreed.kept,
                   .days = {},
                   .day_labels = {},
                   .names = names_of(view.brief.days)};
    for (const model::DayOutcome outcome : agreed.days) {
        strip.days.push_back(static_cast<DotState>(outcome));
    }
    ui.dot_strip(strip);
    trend(ui, agreed);
    if (!agreed.review.empty()) ui.text(agreed.review, TextStyle::caption, Tone::muted);
    if (!agreed.waiting.empty()) ui.text(agreed.waiting);
    for (const std::string& line : agreed.overrides) {
        ui.text(line, TextStyle::caption, Tone::muted);
    }
    if (!agreed.review_due) return;
    ui.group("due", agreed.title, [&] {
        ui.flow([&] {
            if (ui.button("review", tr("Review it"), ButtonStyle::secondary, Icon::check)) {
                open_review(screen, view, agreed.boundary);
            }
        });
    });
}

void boundaries(const Screen& screen, const OverviewView& view) {
    const SessionBrief& brief = view.brief;
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("Boundaries"), 3);
        if (brief.boundaries.empty()) {
            ui.text(tr("No boundary was in force."), TextStyle::body, Tone::muted);
        }
        for (std::size_t i = 0; i < brief.boundaries.size(); ++i) {
            ui.scope(i, [&] {
                if (i > 0) ui.hairline();
                boundary(screen, view, brief.boundaries[i]);
            });
        }
    });
}

void use(const Screen& screen, const SessionBrief& brief) {
    if (brief.days.empty()) return;
    Ui& ui = screen.ui;
    ui.card([&] {
        use_charts(ui, brief.days, brief.use, brief.agreed_minutes);
        lines(ui, brief.use_details);
    });
}

std::string about(const model::BriefPage& page) {
    std::string text = page.day;
    if (page.brought) text += std::string(" · ") + tr("brought to the session");
    if (page.waits) text += std::string(" · ") + tr("waits for a reply");
    if (page.shortened) text += std::string(" · ") + tr_as("of a page", "its beginning");
    return text;
}

// The same editor as in Words, under the beginning that the brief shows.
void reply(const Screen& screen, const OverviewView& view, const model::BriefPage& page) {
    const model::PageLine* line = model::find_page(view.words.pages, page.id);
    if (line == nullptr || !page.waits) return;
    screen.ui.group("page", page.day + " " + model::first_line(page.text), [&] {
        screen.ui.scope(scope_of(page.id), [&] { reply_part(screen, view, *line); });
    });
}

void pages(const Screen& screen, const OverviewView& view) {
    const SessionBrief& brief = view.brief;
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("Words"), 3);
        for (std::size_t i = 0; i < brief.pages.size(); ++i) {
            const model::BriefPage& page = brief.pages[i];
            if (i > 0) ui.hairline();
            ui.text(about(page), TextStyle::caption, Tone::muted);
            if (!page.title.empty()) ui.text(page.title, TextStyle::label);
            ui.text(page.text);
            reply(screen, view, page);
        }
        if (!brief.pages_sentence.empty()) {
            ui.text(brief.pages_sentence, TextStyle::body, Tone::muted);
        }
    });
}

void last_lines(const Screen& screen, const SessionBrief& brief) {
    Ui& ui = screen.ui;
    constexpr float half_min_dp = 300;
    ui.columns(2, half_min_dp, [&](std::size_t column) {
        ui.card([&] {
            ui.heading(column == 0 ? tr("Since each boundary began") : tr("To do"), 3);
            lines(ui, column == 0 ? brief.impact : brief.to_do);
        });
    });
}

void plan_part(const Screen& screen, const SessionBrief& brief) {
    if (brief.plan.empty()) return;
    screen.ui.card([&] {
        screen.ui.heading(tr("Plan together"), 3);
        lines(screen.ui, brief.plan);
    });
}

void save_card(const Screen& screen, const OverviewView& view) {
    Ui& ui = screen.ui;
    PathForm& form = screen.local.brief_to;
    ui.card([&] {
        ui.heading(tr("Save the brief"), 3);
        path_field(screen, tr("File for the brief"), form, screen.snapshot.brief_path);
        ui.text(tr("It ends in .pdf, .html or .txt. The file is not encrypted: keep it where only "
                   "you read it, and delete it afterwards."),
                TextStyle::caption, Tone::muted);
        ui.flow([&] {
            if (!ui.button("save-brief", tr("Save the brief"))) return;
            screen.post(model::SaveBrief{.record = view.record, .path = form.path});
            form.typed = false;
        });
        const std::string& saved = screen.snapshot.brief_saved_to;
        if (!saved.empty()) ui.status(Icon::check, tr("Written to {0}", saved), Tone::positive);
    });
}

}  // namespace

void overview(const Screen& screen, const OverviewView& view) {
    const SessionBrief& brief = view.brief;
    Ui& ui = screen.ui;
    ui.text(brief.next.empty() ? brief.period : brief.period + " " + brief.next, TextStyle::caption,
            Tone::muted);
    safety_and_coverage(screen, brief);
    mood(screen, brief);
    boundaries(screen, view);
    use(screen, brief);
    pages(screen, view);
    last_lines(screen, brief);
    plan_part(screen, brief);
    intake_row(screen, view);
    sessions_card(screen, view);
    recommended_card(screen, view);
    save_card(screen, view);
    ui.text(tr("Minutes are what the client said or a device measured; they are not a score."),
            TextStyle::caption, Tone::muted);
}

}  // namespace evenkeel::ui
