// The lock: neutral, so that it tells nobody what is behind it, with help above it.
#include "app/ui/screens/passphrase.h"
#include "app/ui/screens/screens.h"
#include "core/words/tr.h"

#include <utility>

namespace evenkeel::ui {
namespace {

constexpr std::size_t passphrase_characters_max = 200;

void unlock(const Screen& screen) {
    LockForm& form = screen.local.lock;
    screen.post(model::Unlock{form.passphrase});
    forget(form.passphrase);
    form.focused = false;
}

void unlock_card(const Screen& screen) {
    Ui& ui = screen.ui;
    LockForm& form = screen.local.lock;
    ui.card([&] {
        ui.status(Icon::lock, tr("Locked"), Tone::normal);
        if (screen.snapshot.busy) {
            ui.notice(tr("Opening. This takes a moment on purpose."));
            return;
        }
        // Whoever opens the program starts to type; wrong once, they type again.
        const bool entered = ui.field("passphrase", tr("Passphrase"), form.passphrase,
                                      {.kind = FieldKind::secret,
                                       .characters_max = passphrase_characters_max,
                                       .takes_focus = !std::exchange(form.focused, true)})
                                 .submitted;
        ui.space(16);
        if (ui.button("unlock", tr("Unlock"), ButtonStyle::primary) || entered) unlock(screen);
        if (ui.button("forgotten", tr("I forgot my passphrase"), ButtonStyle::quiet)) {
            forget(form.passphrase);
            form = {.forgotten = true};
        }
    });
}

// Two different places to press: no slip does it.
void set_aside(const Screen& screen) {
    Ui& ui = screen.ui;
    LockForm& form = screen.local.lock;
    ui.card([&] {
        ui.heading(tr("Begin anew on this device"), 3);
        ui.text(
            tr("What is here is set aside first: it stays on this device, locked as it is. It can "
               "still be opened if the passphrase comes back to you."));
        ui.text(tr("It goes to the folder {0}.", screen.snapshot.set_aside_to), TextStyle::caption,
                Tone::muted);
        if (ui.toggle("read", tr("I have read this, and I want to begin anew"), "", form.read)) {
            form.read = !form.read;
        }
        if (!form.read) {
            ui.disabled_button("set-aside", tr("Set it aside and begin anew"),
                               tr("Say above that you read it."));
            return;
        }
        ui.flow([&] {
            if (!ui.button("set-aside", tr("Set it aside and begin anew"), ButtonStyle::danger)) {
                return;
            }
            form = {};
            screen.post(model::SetAside{});
        });
    });
}

void forgotten(const Screen& screen) {
    Ui& ui = screen.ui;
    ui.page("forgotten", [&] {
        if (page_head(screen, tr("Without the passphrase"), tr("Back"))) screen.local.lock = {};
        ui.card([&] {
            ui.text(
                tr("Nobody can open what is on this device without it, and nobody can send you "
                   "another one: not your practice, not us."));
            ui.text(
                tr("What you shared is not lost: your practice has it. It comes back to you when "
                   "they invite you anew, or through another device of yours."));
            ui.text(
                tr("What was only for you is nowhere else, unless another device of yours has "
                   "it."));
        });
        set_aside(screen);
    });
}

}  // namespace

void lock(const Screen& screen) {
    if (screen.local.lock.forgotten) return forgotten(screen);
    screen.ui.page("lock", [&] {
        page_head(screen, tr("Evenkeel"));
        screen.ui.space(24);
        unlock_card(screen);
    });
}

void failed(const Screen& screen) {
    screen.ui.page("failed", [&] {
        page_head(screen, tr("Evenkeel"));
        screen.ui.space(24);
        screen.ui.banner(Icon::bell, screen.snapshot.failure, Tone::caution);
        if (!screen.snapshot.set_aside_to.empty()) set_aside(screen);
    });
}

}  // namespace evenkeel::ui
