// What a client told about their safety, above everything else in their record until a person has
// acknowledged it.
#include "app/ui/screens/screens.h"
#include "core/base/limits.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using model::OverviewView;
using model::RiskLine;

void ask(const Screen& screen, EntityId answer) {
    AcknowledgeForm& form = screen.local.acknowledge;
    if (form.answer != answer) form = {.answer = answer};
    form.open = true;
}

void waiting(const Screen& screen, const RiskLine& line) {
    Ui& ui = screen.ui;
    ui.text(tr("Told {0}", line.told), TextStyle::label);
    if (!line.words.empty()) ui.text(tr("“{0}”", line.words));
    ui.text(line.arrived + " " + line.status);
    ui.text(line.shown, TextStyle::caption, Tone::muted);
    ui.group("risk", line.told, [&] {
        ui.flow([&] {
            if (ui.button("acknowledge", tr("I have read this"), ButtonStyle::primary,
                          Icon::check)) {
                ask(screen, line.id);
            }
        });
    });
}

}  // namespace

void acknowledge_sheet(const Screen& screen) {
    AcknowledgeForm& form = screen.local.acknowledge;
    const auto& clinician = screen.snapshot.clinician;
    if (!form.open || !clinician || !clinician->overview) return;
    const OverviewView& view = *clinician->overview;
    const auto line = std::ranges::find(view.risks, form.answer, &RiskLine::id);
    if (line == view.risks.end()) {
        form = {};
        return;
    }
    Ui& ui = screen.ui;
    const std::string& name = clinician->name;
    const bool closed = ui.sheet("acknowledge", tr("You have read this?"), [&] {
        ui.text(
            tr("{0} will see your name, {1}, the time, and what you write here. It says that you "
               "have read it and act on it; it cannot be taken back.",
               view.name, name));
        const bool entered =
            ui.field("sentence", tr("A sentence to {0}, if you like", view.name), form.sentence,
                     {.hint = tr("As: I call you today at six"),
                      .characters_max = limits::acknowledgement_characters_max,
                      .takes_focus = form.focus_in > 0 && --form.focus_in == 0})
                .submitted;
        ui.flow([&] {
            if (ui.button("yes", tr("Acknowledge as {0}", name), ButtonStyle::primary,
                          Icon::check) ||
                entered) {
                screen.post(model::AcknowledgeRisk{
                    .record = view.record, .answer = line->id, .sentence = form.sentence});
                form.open = false;  // the sentence stays until it is gone from the list
            }
            if (ui.button("no", tr("Not yet"))) form.open = false;
        });
    });
    if (closed) form.open = false;
}

void case_risks(const Screen& screen, const OverviewView& view) {
    if (view.risks.empty()) return;
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.status(Icon::lifebuoy, tr("{0} told you about their safety", view.name), Tone::caution);
        for (const RiskLine& line : view.risks) {
            ui.scope(scope_of(line.id), [&] {
                ui.hairline();
                waiting(screen, line);
            });
        }
    });
}

void acknowledge_by_key(const Screen& screen) {
    const auto& overview = screen.snapshot.clinician->overview;
    if (!overview || overview->risks.empty() || screen.local.above != Above::none) return;
    if (screen.local.clinician_tab != ClinicianTab::clients) return;
    ask(screen, overview->risks.back().id);  // the one that waits longest
    screen.local.acknowledge.focus_in = 2;
}

}  // namespace evenkeel::ui
