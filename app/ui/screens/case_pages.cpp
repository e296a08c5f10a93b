// A client's boundaries and device as the clinician sees them.
#include "app/ui/screens/screens.h"
#include "core/words/tr.h"

namespace evenkeel::ui {

void case_boundaries(const Screen& screen, const model::OverviewView& view) {
    Ui& ui = screen.ui;
    if (view.boundaries.empty()) {
        ui.card([&] {
            ui.heading(tr("Nothing is agreed yet"), 3);
            ui.text(
                tr("Propose one sentence. It counts once the client has accepted it on their own "
                   "device."));
        });
    }
    boundary_cards(screen, view.record, view.boundaries);
    ui.flow([&] {
        if (ui.button("propose", tr("Propose a boundary"),
                      view.boundaries.empty() ? ButtonStyle::primary : ButtonStyle::secondary,
                      Icon::plus)) {
            open_composer(screen, view.record);
        }
    });
}

namespace {

// For who lost every device, or the passphrase of the only one.
void back_card(const Screen& screen, const model::OverviewView& view) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("If they lost their devices"), 3);
        ui.text(
            tr("Invite them back into this record when you meet, and be sure that it is them: who "
               "joins by that link reads all that was shared. What they kept private went with "
               "their devices."));
        ui.flow([&] {
            if (!ui.button("back", tr("Invite them back"))) return;
            begin_invite(screen, Invitee::client);
            screen.local.invite_again = true;
            screen.post(model::InviteBack{view.record, view.name});
        });
    });
}

}  // namespace

void case_device(const Screen& screen, const model::OverviewView& view) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("Safety number"), 3);
        ui.text(view.safety_number, TextStyle::display);
        ui.space(12);
        ui.text(
            tr("Ask the client to read theirs to you when you meet. The same digits on both "
               "screens mean that nobody stands between you."));
        ui.space(12);
        if (view.verified) {
            ui.status(Icon::check, tr("You compared these digits."), Tone::positive);
        } else {
            ui.flow([&] {
                if (ui.button("verified", tr("We compared them: the same"), ButtonStyle::primary)) {
                    screen.post(model::MarkVerified{view.record});
                }
            });
        }
    });
    care_team_card(screen, view);
    if (!view.has_left) back_card(screen, view);
    ui.card([&] {
        ui.heading(tr("Hand over this record"), 3);
        ui.text(
            tr("For the client, or for another practice they go to: encrypted, to be opened "
               "without Evenkeel."));
        if (ui.row("archive",
                   {.title = tr("An encrypted copy to hand over"), .icon = Icon::lock})) {
            screen.local.above = Above::archive;
        }
    });
}

}  // namespace evenkeel::ui
