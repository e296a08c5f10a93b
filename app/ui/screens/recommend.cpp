// Recommending an entry of the register to the open client, with the reason in a sentence.
#include "app/model/tools.h"
#include "app/ui/screens/screens.h"
#include "core/base/limits.h"
#include "core/words/tr.h"

namespace evenkeel::ui {
namespace {

using model::ToolLine;

bool can_be_recommended(const ToolLine& line) {
    return line.form.status == ToolStatus::allowed ||
           line.form.status == ToolStatus::with_conditions;
}

void choices(const Screen& screen) {
    Ui& ui = screen.ui;
    RecommendForm& form = screen.local.recommend;
    bool any = false;
    for (const ToolLine& line : screen.snapshot.clinician->tools.lines) {
        if (!can_be_recommended(line)) continue;
        any = true;
        ui.scope(scope_of(line.id), [&] {
            if (ui.row("tool", {.title = line.form.name,
                                .detail = line.detail,
                                .badge = line.verdict,
                                .chosen = form.tool == line.id,
                                .opens = false})) {
                form.tool = line.id;
            }
        });
    }
    if (any) return;
    ui.text(tr("Only what the practice has looked at and allows can be recommended. Add it under "
               "Tools first."),
            TextStyle::body, Tone::muted);
}

void send(const Screen& screen) {
    Ui& ui = screen.ui;
    RecommendForm& form = screen.local.recommend;
    ui.field(
        "why", tr("Why, in a sentence (your client reads it)"), form.why,
        {.kind = FieldKind::lines, .characters_max = limits::tool_why_characters_max, .rows = 3});
    if (!form.tool) {
        ui.disabled_button("recommend", tr("Recommend"), tr("Choose one above."));
    } else if (plain_words(form.why).empty()) {
        ui.disabled_button("recommend", tr("Recommend"),
                           tr("Say in a sentence why you recommend it."));
    } else {
        ui.flow([&] {
            if (!ui.button("recommend", tr("Recommend"), ButtonStyle::primary, Icon::send)) return;
            screen.post(
                model::RecommendTool{.record = form.record, .tool = *form.tool, .why = form.why});
            screen.local.above = Above::none;
        });
    }
}

}  // namespace

void recommended_card(const Screen& screen, const model::OverviewView& view) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("Recommended tools and resources"), 3);
        if (view.recommended.empty()) {
            ui.text(tr("Nothing is recommended to this client."), TextStyle::body, Tone::muted);
        }
        for (const model::ToolCardLine& line : view.recommended) {
            ui.scope(scope_of(line.tool), [&] {
                ui.pair(line.name, line.title);
                ui.text(line.why);
                ui.text(line.recommended, TextStyle::caption, Tone::muted);
                ui.group("recommended", line.name, [&] {
                    ui.flow([&] {
                        if (ui.button("end", tr("Not any more"), ButtonStyle::quiet)) {
                            screen.post(
                                model::EndRecommendation{.record = view.record, .tool = line.tool});
                        }
                    });
                });
                ui.hairline();
            });
        }
        ui.flow([&] {
            if (ui.button("recommend", tr("Recommend something"), ButtonStyle::secondary,
                          Icon::plus)) {
                // What was typed for this client is still there.
                if (screen.local.recommend.record != view.record) {
                    screen.local.recommend = {.record = view.record, .tool = {}, .why = {}};
                }
                screen.local.above = Above::recommend;
            }
        });
    });
}

void recommend(const Screen& screen) {
    const model::OverviewView& view = *screen.snapshot.clinician->overview;
    Ui& ui = screen.ui;
    ui.page("recommend", [&] {
        if (page_head(screen, tr("Recommend to {0}", view.name), tr("Back"))) {
            screen.local.above = Above::none;
        }
        ui.card([&] { choices(screen); });
        ui.card([&] { send(screen); });
        ui.text(tr("Your client sees it with your name, the day and the verdict."),
                TextStyle::caption, Tone::muted);
    });
}

}  // namespace evenkeel::ui
