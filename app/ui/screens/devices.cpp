// A person's own devices: those that are in, those that ask to be let in, and one more.
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"
#include "core/words/tr.h"

namespace evenkeel::ui {
namespace {

void waiting_device(const Screen& screen, const model::DeviceLine& device) {
    Ui& ui = screen.ui;
    ui.text(tr("{0} asks to be let in. Only say yes if it shows these digits:", device.name));
    ui.text(device.safety_number, TextStyle::title);
    ui.flow([&] {
        if (ui.button("let-in", tr("Same digits, let it in"), ButtonStyle::primary)) {
            screen.post(model::LetDeviceIn{.device = device.id, .let_in = true});
        }
        if (ui.button("turn-away", tr("Turn it away"), ButtonStyle::danger)) {
            screen.post(model::LetDeviceIn{.device = device.id, .let_in = false});
        }
    });
}

}  // namespace

void devices(const Screen& screen, const std::vector<model::DeviceLine>& lines) {
    Ui& ui = screen.ui;
    ui.heading(tr("Your devices"), 3);
    for (const model::DeviceLine& device : lines) {
        ui.scope(scope_of(device.id), [&] {
            if (device.waits) {
                return ui.group("waits", device.name, [&] { waiting_device(screen, device); });
            }
            if (screen.snapshot.client) return removable_device(screen, device);
            const char* const state = device.this_one ? tr("This one") : tr("Let in");
            ui.pair(device.name, device.removed.empty() ? state : device.removed);
        });
    }
    ui.flow([&] {
        if (ui.button("add", tr("Add a device"), ButtonStyle::secondary, Icon::device)) {
            begin_invite(screen, Invitee::device);
        }
    });
}

}  // namespace evenkeel::ui
