// The lock: neutral, so that it tells nobody what is behind it, with help above it.
#include "app/ui/screens/screens.h"
#include "core/words/tr.h"

#include <algorithm>
#include <utility>

namespace evenkeel::ui {
namespace {

constexpr std::size_t passphrase_characters_max = 200;

void unlock(const Screen& screen) {
    std::string& passphrase = screen.local.unlock_passphrase;
    screen.post(model::Unlock{passphrase});
    std::fill(passphrase.begin(), passphrase.end(), '\0');
    passphrase.clear();
    screen.local.passphrase_focused = false;
}

}  // namespace

void lock(const Screen& screen) {
    Ui& ui = screen.ui;
    ui.page("lock", [&] {
        page_head(screen, tr("Evenkeel"));
        ui.space(24);
        ui.card([&] {
            ui.status(Icon::lock, tr("Locked"), Tone::normal);
            if (screen.snapshot.busy) {
                ui.status(Icon::none, tr("Opening. This takes a moment on purpose."));
                return;
            }
            // Whoever opens the program starts to type; wrong once, they type again.
            const bool entered =
                ui.field("passphrase", tr("Passphrase"), screen.local.unlock_passphrase,
                         {.kind = FieldKind::secret,
                          .characters_max = passphrase_characters_max,
                          .takes_focus = !std::exchange(screen.local.passphrase_focused, true)})
                    .submitted;
            ui.space(16);
            if (ui.button("unlock", tr("Unlock"), ButtonStyle::primary) || entered) unlock(screen);
        });
    });
}

void failed(const Screen& screen) {
    screen.ui.page("failed", [&] {
        page_head(screen, tr("Evenkeel"));
        screen.ui.space(24);
        screen.ui.banner(Icon::bell, screen.snapshot.failure, Tone::caution);
    });
}

}  // namespace evenkeel::ui
