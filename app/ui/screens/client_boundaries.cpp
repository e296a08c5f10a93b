// The client's boundaries: those that wait for them first.
#include "app/ui/screens/screens.h"
#include "core/words/tr.h"

namespace evenkeel::ui {
namespace {

// Shapes, not colours, tell the days apart.
void legend(const Screen& screen) {
    screen.ui.dot_strip(
        {.title = tr("What the shapes mean"),
         .sentence = tr("Kept, partly, not kept, did not apply, no entry"),
         .days = {DotState::kept, DotState::partly, DotState::broken, DotState::not_applicable,
                  DotState::blank},
         .day_labels = {tr("Kept"), tr("Partly"), tr("Not"), tr("N/A"), tr("Blank")}});
}

}  // namespace

void client_boundaries(const Screen& screen) {
    const auto& cards = screen.snapshot.client->boundaries.cards;
    Ui& ui = screen.ui;
    ui.page("boundaries", [&] {
        page_head(screen, tr("Boundaries"));
        if (cards.empty()) {
            ui.card([&] {
                ui.heading(tr("Nothing is agreed yet"), 3);
                ui.text(
                    tr("A boundary is one sentence about screens that you and your clinician both "
                       "sign. Either of you can propose one, and either can withdraw."));
            });
        }
        boundary_cards(screen, std::nullopt, cards);
        ui.flow([&] {
            if (ui.button("propose", tr("Propose a boundary"),
                          cards.empty() ? ButtonStyle::primary : ButtonStyle::secondary,
                          Icon::plus)) {
                open_composer(screen, std::nullopt);
            }
        });
        ui.card([&] { plan_row(screen, std::nullopt); });
        if (!cards.empty()) ui.card([&] { legend(screen); });
    });
}

}  // namespace evenkeel::ui
