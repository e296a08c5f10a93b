// Who opened my record: read when somebody wants to know, and never announced.
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"
#include "core/words/tr.h"

namespace evenkeel::ui {

void opened_days(const Screen& screen, const model::OpenedView& view) {
    Ui& ui = screen.ui;
    if (view.days.empty()) {
        ui.card([&] {
            ui.text(tr("Nobody has opened it yet, as far as this device knows."), TextStyle::body,
                    Tone::muted);
        });
    }
    for (const model::OpenedDay& day : view.days) {
        ui.card([&] {
            ui.heading(day.title, 3);
            for (const model::OpenedLine& line : day.lines) {
                ui.pair(tr("{0} opened {1}", line.who, line.what), line.time);
            }
        });
    }
    if (view.has_more) {
        ui.text(tr("Earlier ones are in a copy of the record."), TextStyle::caption, Tone::muted);
    }
}

void opened(const Screen& screen) {
    const model::SharingView& view = screen.snapshot.client->sharing;
    Ui& ui = screen.ui;
    ui.page("opened", [&] {
        if (page_head(screen, tr("Who opened my record"), tr("Back")))
            screen.local.above = Above::none;
        ui.text(tr("Your care team opens your record to prepare a session, or to answer what you "
                   "wrote. "
                   "Each time is noted before anything is shown, also without a network."),
                TextStyle::body, Tone::muted);
        ui.space(12);
        opened_days(screen, view.opened);
        ui.space(12);
        ui.text(
            tr("What their own programs wrote. It comes with the next sync after they opened it. "
               "Staying on one part for a while is one line. A program that was tampered with "
               "could "
               "leave a line out; that their devices were given your entries is noted by the "
               "server "
               "as well."),
            TextStyle::caption, Tone::muted);
    });
}

}  // namespace evenkeel::ui
