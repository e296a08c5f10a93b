// A client's boundaries and device as the clinician sees them.
#include "app/ui/screens/screens.h"

namespace evenkeel::ui {

void case_boundaries(const Screen& screen, const model::OverviewView& view) {
    Ui& ui = screen.ui;
    if (view.boundaries.empty()) {
        ui.card([&] {
            ui.heading("Nothing is agreed yet", 3);
            ui.text(
                "Propose one sentence. It counts once the client has accepted it on their own "
                "device.");
        });
    }
    boundary_cards(screen, view.record, view.boundaries);
    ui.flow([&] {
        if (ui.button("propose", "Propose a boundary",
                      view.boundaries.empty() ? ButtonStyle::primary : ButtonStyle::secondary,
                      Icon::plus)) {
            open_composer(screen, view.record);
        }
    });
}

void case_device(const Screen& screen, const model::OverviewView& view) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading("Safety number", 3);
        ui.text(view.safety_number, TextStyle::display);
        ui.space(12);
        ui.text(
            "Ask the client to read theirs to you when you meet. The same digits on both "
            "screens mean that nobody stands between you.");
        ui.space(12);
        if (view.verified) {
            ui.status(Icon::check, "You compared these digits.", Tone::positive);
        } else {
            ui.flow([&] {
                if (ui.button("verified", "We compared them: the same", ButtonStyle::primary)) {
                    screen.post(model::MarkVerified{view.record});
                }
            });
        }
    });
    care_team_card(screen, view);
    ui.card([&] {
        ui.heading("Hand over this record", 3);
        ui.text(
            "For the client, or for another practice they go to: encrypted, to be opened "
            "without Evenkeel.");
        if (ui.row("archive", {.title = "An encrypted copy to hand over", .icon = Icon::lock})) {
            screen.local.above = Above::archive;
        }
    });
}

}  // namespace evenkeel::ui
