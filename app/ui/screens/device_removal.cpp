// Taking one of one's own devices out, as when it was lost.
#include "app/ui/screens/screens.h"
#include "core/words/tr.h"

namespace evenkeel::ui {

void removable_device(const Screen& screen, const model::DeviceLine& device) {
    Ui& ui = screen.ui;
    const bool is_in = !device.this_one && device.removed.empty();
    const char* const state = device.this_one ? tr("This one") : tr("Let in");
    ui.pair(device.name, device.removed.empty() ? state : device.removed);
    if (!is_in) return;
    ui.group("in", device.name, [&] {
        ui.flow([&] {
            if (ui.button("remove", tr("Remove it"), ButtonStyle::quiet)) {
                screen.local.removal = RemovalForm{.device = device.id};
            }
        });
    });
}

void removal_sheet(const Screen& screen) {
    std::optional<RemovalForm>& form = screen.local.removal;
    if (!form) return;
    Ui& ui = screen.ui;
    bool done = false;
    const bool closed = ui.sheet("removal", tr("Remove that device?"), [&] {
        ui.text(tr(
            "It gets nothing new from now on and cannot come back. What is on it stays on it, "
            "behind its passphrase, unless it is asked to erase itself. Its entries that were not "
            "sent stay there alone."));
        if (ui.toggle("erase", tr("Ask it to erase itself"),
                      tr("It does so when it next reaches the server, and says so here"),
                      form->erase)) {
            form->erase = !form->erase;
        }
        ui.space(16);
        ui.flow([&] {
            if (ui.button("yes", tr("Remove the device"), ButtonStyle::danger)) {
                screen.post(model::RemoveDevice{.device = form->device, .erase = form->erase});
                done = true;
            }
            if (ui.button("no", tr("Leave it as it is"))) done = true;
        });
    });
    if (closed || done) form.reset();
}

}  // namespace evenkeel::ui
