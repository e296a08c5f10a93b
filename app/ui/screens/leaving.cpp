// Leaving the practice: what happens and what stays, said before it is asked for; and afterwards.
#include "app/ui/screens/screens.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using model::SharingView;

void what_happens(const Screen& screen, const std::string& who) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("What happens"), 3);
        ui.text(
            tr("From that moment nothing you note reaches {0}, also without a network. It stays "
               "on your own devices.",
               who));
        ui.text(
            tr("With the next sync your practice is taken out of your record, and sees that you "
               "left."));
        ui.text(tr(
            "Boundaries cannot be agreed on or changed any more, pages are not answered, and what "
            "you tell from the card with numbers to call reaches nobody there."));
    });
}

void what_stays(const Screen& screen, const std::string& who) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("What stays"), 3);
        ui.text(
            tr("What you shared until now stays with {0}: a practice has to keep its records. "
               "Ask them if you want to know how long.",
               who));
        ui.text(tr(
            "Everything stays here for you, and Evenkeel goes on for you alone, on this device and "
            "your others."));
        ui.text(
            tr("This cannot be undone. To work together again you would begin anew, with a new "
               "invite; an exported file brings your entries along."));
    });
}

void before_you_go(const Screen& screen) {
    Ui& ui = screen.ui;
    const auto& told = screen.snapshot.client->risk.told;
    if (std::ranges::any_of(
            told, [](const auto& line) { return line.state == model::RiskState::here; })) {
        ui.banner(
            Icon::bell,
            tr("What you told your clinician about your safety has not left this device yet. If "
               "you leave now, they will not know. If you need them, please call."),
            Tone::caution);
    }
    ui.card([&] {
        ui.heading(tr("Before you go"), 3);
        if (ui.row("own-data", {.title = tr("Your data as a file"),
                                .detail = tr("All of it, to read or to bring along"),
                                .icon = Icon::book})) {
            screen.local.own_data = {};
            screen.local.above = Above::own_data;
        }
        if (ui.row("help", {.title = tr("Numbers to call now"), .icon = Icon::lifebuoy})) {
            screen.local.crisis_open = true;
        }
    });
}

// Two different places to press: no slip does it.
void leave_now(const Screen& screen) {
    Ui& ui = screen.ui;
    bool& read = screen.local.leaving_read;
    ui.card([&] {
        ui.group("leaving", tr("Leaving"), [&] {
            if (ui.toggle("read", tr("I have read this, and I want to leave"), "", read)) {
                read = !read;
            }
            if (!read) {
                ui.disabled_button("leave", tr("Leave the practice"),
                                   tr("Say above that you read it."));
                return;
            }
            ui.flow([&] {
                if (!ui.button("leave", tr("Leave the practice"), ButtonStyle::danger)) return;
                read = false;
                screen.local.above = Above::none;
                screen.post(model::LeavePractice{});
            });
        });
    });
}

}  // namespace

void leave_row(const Screen& screen) {
    if (screen.ui.row("leave", {.title = tr("Leave the practice"),
                                .detail = tr("Stop sharing for good"),
                                .icon = Icon::people})) {
        screen.local.leaving_read = false;
        screen.local.above = Above::leave;
    }
}

void leave_practice(const Screen& screen) {
    const std::string who = seen_by_names(screen.snapshot.client->sharing);
    Ui& ui = screen.ui;
    ui.page("leave", [&] {
        if (page_head(screen, tr("Leave the practice"), tr("Back"))) {
            screen.local.above = Above::none;
        }
        what_happens(screen, who);
        what_stays(screen, who);
        before_you_go(screen);
        leave_now(screen);
    });
}

void left_card(const Screen& screen, const SharingView& view) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("You left the practice"), 3);
        ui.text(
            view.leaving == model::Leaving::asked
                ? tr("Nothing you note reaches them any more. With the next sync they are taken "
                     "out of your record and see that you left.")
                : tr("Nothing you note reaches them any more: they are out of your record, and "
                     "see that you left."));
        ui.text(tr("What you shared before stays with them. What you note now stays on your own "
                   "devices."),
                TextStyle::body, Tone::muted);
        ui.hairline();
        if (ui.row("opened", {.title = tr("Who opened my record"), .icon = Icon::people})) {
            screen.local.above = Above::opened;
        }
        if (ui.row("intake", {.title = tr("Your digital habits"), .icon = Icon::pencil})) {
            screen.local.intake = {};
            screen.local.above = Above::intake;
        }
    });
}

}  // namespace evenkeel::ui
