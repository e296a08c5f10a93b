// Whether clients are asked before a colleague comes into their record; admins decide it.
#include "app/ui/screens/screens.h"
#include "core/words/tr.h"

namespace evenkeel::ui {

void client_approval(const Screen& screen) {
    const model::ClinicianViews& views = *screen.snapshot.clinician;
    if (!views.is_admin) return;
    Ui& ui = screen.ui;
    const std::string detail =
        tr("A colleague reads a record only after its client let them in, on the client's device");
    if (!ui.toggle("clients-approve", tr("Ask clients before a colleague comes in"), detail,
                   views.clients_approve)) {
        return;
    }
    const model::SetClientApproval asked{!views.clients_approve};
    if (!asked.asked) return screen.post(asked);
    screen.local.confirmation = Confirmation{
        .title = tr("Ask clients from now on?"),
        .sentence = tr("Each record begins to ask as the practice syncs, and goes on asking: "
                       "switching this off again is for new clients only."),
        .button = tr("Ask them"),
        .intent = asked};
}

}  // namespace evenkeel::ui
