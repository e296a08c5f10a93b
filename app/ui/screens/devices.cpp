// A person's own devices: those that are in, those that ask to be let in, and one more.
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"

namespace evenkeel::ui {
namespace {

void waiting_device(const Screen& screen, const model::DeviceLine& device) {
    Ui& ui = screen.ui;
    ui.text(device.name + " asks to be let in. Only say yes if it shows these digits:");
    ui.text(device.safety_number, TextStyle::title);
    ui.flow([&] {
        if (ui.button("let-in", "Same digits, let it in", ButtonStyle::primary)) {
            screen.post(model::LetDeviceIn{.device = device.id, .let_in = true});
        }
        if (ui.button("turn-away", "Turn it away", ButtonStyle::danger)) {
            screen.post(model::LetDeviceIn{.device = device.id, .let_in = false});
        }
    });
}

}  // namespace

void devices(const Screen& screen, const std::vector<model::DeviceLine>& lines) {
    Ui& ui = screen.ui;
    ui.heading("Your devices", 3);
    for (const model::DeviceLine& device : lines) {
        ui.scope(scope_of(device.id), [&] {
            if (device.waits) {
                return ui.group("waits", device.name, [&] { waiting_device(screen, device); });
            }
            const char* const state = device.this_one ? "This one" : "Let in";
            ui.pair(device.name, device.removed.empty() ? state : device.removed);
        });
    }
    ui.flow([&] {
        if (ui.button("add", "Add a device", ButtonStyle::secondary, Icon::device)) {
            begin_invite(screen, Invitee::device);
        }
    });
}

}  // namespace evenkeel::ui
