#include "app/ui/screens/passphrase.h"

#include "app/ui/screens/screens.h"
#include "core/domain/text.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

constexpr std::size_t passphrase_characters_min = 15;  // as the lock asks, without a key store
constexpr std::size_t passphrase_characters_good = 24;
constexpr FieldOptions secret_field{.kind = FieldKind::secret, .characters_max = 200};

std::string_view strength_of(std::string_view passphrase) {
    const std::size_t characters = count_characters(passphrase).value_or(0);
    const bool one_repeated =
        std::all_of(passphrase.begin(), passphrase.end(),
                    [&](char character) { return character == passphrase.front(); });
    if (characters == 0) return tr("Four or five words that only you would put together are good.");
    if (characters < passphrase_characters_min)
        return tr("Too short: 15 characters are the least.");
    if (one_repeated) return tr("Too easy to guess: use several words.");
    if (characters < passphrase_characters_good)
        return tr("Strength: fair. Another word makes it strong.");
    return tr("Strength: strong.");
}

void change_button(const Screen& screen, bool entered) {
    Ui& ui = screen.ui;
    PassphraseForm& form = screen.local.passphrase;
    const std::string_view why =
        form.now.empty() ? tr("Type the current passphrase first.") : missing(form.chosen);
    if (!why.empty()) {
        ui.disabled_button("change", tr("Change the passphrase"), why);
    } else if (ui.button("change", tr("Change the passphrase"), ButtonStyle::primary) || entered) {
        screen.post(model::ChangePassphrase{form.now, form.chosen.words});
        forget(form);
    }
}

}  // namespace

bool new_passphrase_fields(const Screen& screen, std::string_view label, NewPassphrase& chosen) {
    Ui& ui = screen.ui;
    ui.field("passphrase", label, chosen.words, secret_field);
    ui.text(strength_of(chosen.words), TextStyle::caption, Tone::muted);
    ui.space(16);
    return ui.field("again", tr("The same passphrase again"), chosen.again, secret_field).submitted;
}

std::string_view missing(const NewPassphrase& chosen) {
    if (count_characters(chosen.words).value_or(0) < passphrase_characters_min) {
        return tr("Choose a passphrase of 15 characters or more.");
    }
    return chosen.again == chosen.words ? "" : tr("Type the same passphrase again.");
}

void forget(std::string& words) {
    std::fill(words.begin(), words.end(), '\0');
    words.clear();
}

void forget(NewPassphrase& chosen) {
    forget(chosen.words);
    forget(chosen.again);
}

void forget(PassphraseForm& form) {
    forget(form.now);
    forget(form.chosen);
}

void passphrase(const Screen& screen) {
    Ui& ui = screen.ui;
    PassphraseForm& form = screen.local.passphrase;
    ui.page("passphrase", [&] {
        if (page_head(screen, tr("Another passphrase"), tr("Back"))) {
            forget(form);
            screen.local.above = Above::none;
        }
        ui.text(
            tr("It locks everything that is on this device. If you forget it, nobody can open "
               "what is only here: not your clinician, not the practice, not us."));
        ui.space(16);
        ui.card([&] {
            if (screen.snapshot.busy) {
                ui.notice(tr("Opening. This takes a moment on purpose."));
                return;
            }
            ui.field("now", tr("Current passphrase"), form.now, secret_field);
            ui.space(16);
            const bool entered = new_passphrase_fields(screen, tr("New passphrase"), form.chosen);
            ui.space(16);
            change_button(screen, entered);
        });
    });
}

}  // namespace evenkeel::ui
