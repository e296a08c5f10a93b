#include "app/ui/screens/crisis_tell.h"

#include "app/model/crisis_numbers.h"
#include "app/ui/screens/screens.h"
#include "core/base/limits.h"
#include "core/words/tr.h"

namespace evenkeel::ui {
namespace {

using model::ClientRisk;
using model::RiskLine;
using model::RiskState;

Tone tone_of(RiskState state) {
    if (state == RiskState::read) return Tone::positive;
    return state == RiskState::sent ? Tone::normal : Tone::caution;
}

Icon icon_of(RiskState state) {
    if (state == RiskState::read) return Icon::check;
    return state == RiskState::sent ? Icon::send : Icon::device;
}

void told(const Screen& screen, const RiskLine& line) {
    Ui& ui = screen.ui;
    ui.text(tr("You told your clinician {0}", line.told), TextStyle::label);
    ui.status(icon_of(line.state), line.status, tone_of(line.state));
    if (!line.sentence.empty()) ui.text(tr("“{0}”", line.sentence));
}

void begin(const Screen& screen, const ClientRisk& risk) {
    TellForm& form = screen.local.tell;
    if (!form.begun) form.words = risk.draft;
    form.begun = true;
    form.open = true;
}

std::uint64_t newest_error(const model::Snapshot& snapshot) {
    return snapshot.errors.empty() ? 0 : snapshot.errors.back().number;
}

// While one tells, the numbers stay before their eyes.
void numbers_in_short(const Screen& screen) {
    Ui& ui = screen.ui;
    ui.hairline();
    ui.text(tr("Or call now"), TextStyle::label);
    for (const model::OwnNumber& number : screen.snapshot.settings.own_numbers) {
        ui.pair(number.name, number.number, Tone::primary);
    }
    for (const model::CrisisNumber& number : model::crisis_numbers_of(shown_country(screen))) {
        ui.pair(tr_known(number.name), number.number, Tone::primary);
    }
}

void tell_form(const Screen& screen) {
    Ui& ui = screen.ui;
    TellForm& form = screen.local.tell;
    for (const std::string& sentence : screen.snapshot.client->risk.before) ui.text(sentence);
    const auto typed = ui.field("words", tr("In your own words, if you like"), form.words,
                                {.kind = FieldKind::lines,
                                 .hint = tr("You can leave this blank"),
                                 .characters_max = limits::note_characters_max,
                                 .rows = 3});
    if (typed.changed) {
        form.unsaved = true;
        form.changed_ms = ui.now_ms();
    }
    ui.flow([&] {
        const bool pressed = ui.button("yes", tr("Tell them"), ButtonStyle::primary, Icon::send);
        if ((pressed || typed.submitted) && !form.telling) {
            form.telling = newest_error(screen.snapshot);
            screen.post(model::TellClinician{.words = form.words,
                                             .country = std::string(shown_country(screen))});
        }
        if (ui.button("no", tr("Not now"))) {
            keep_told_words(screen);
            form.open = false;
        }
    });
    numbers_in_short(screen);
}

}  // namespace

void tell_part(const Screen& screen) {
    Ui& ui = screen.ui;
    if (screen.snapshot.stage == model::Stage::locked) {
        ui.hairline();
        ui.status(Icon::lock, tr("To tell your clinician, unlock first."));
        return;
    }
    if (!screen.snapshot.client) return;
    const ClientRisk& risk = screen.snapshot.client->risk;
    ui.hairline();
    for (const RiskLine& line : risk.told) {
        ui.scope(scope_of(line.id), [&] {
            told(screen, line);
            if (line.words.empty()) return;
            ui.text(tr("What you wrote: “{0}”", line.words), TextStyle::caption, Tone::muted);
        });
    }
    if (!risk.can_tell) {
        ui.text(risk.why_not, TextStyle::body, Tone::muted);
        return;
    }
    if (risk.told.empty()) {
        ui.text(tr("Or let them know, to be read later. You are told first what that means."),
                TextStyle::caption, Tone::muted);
    }
    ui.flow([&] {
        if (ui.button("tell", tr("Tell my clinician"), ButtonStyle::secondary, Icon::send)) {
            begin(screen, risk);
        }
    });
}

void tell_sheet(const Screen& screen) {
    bool& is_open = screen.local.tell.open;
    if (!screen.snapshot.client || !screen.snapshot.client->risk.can_tell) {
        is_open = false;
        return;
    }
    if (!screen.ui.sheet("tell", tr("Tell my clinician"), [&] { tell_form(screen); })) return;
    keep_told_words(screen);
    is_open = false;
}

void keep_told_words(const Screen& screen) {
    TellForm& form = screen.local.tell;
    if (!form.unsaved || !screen.snapshot.client) return;
    form.unsaved = false;
    screen.post(model::KeepRiskWords{form.words});
}

void look_after_told_words(const Screen& screen) {
    TellForm& form = screen.local.tell;
    if (!screen.snapshot.client) return;
    const std::uint64_t told_number = screen.snapshot.client->risk.told_number;
    if (told_number > form.told) {
        form = {.told = told_number, .offered = form.offered};
    } else if (form.telling && newest_error(screen.snapshot) > *form.telling) {
        form.telling.reset();  // it was refused, and says why; the words are still here
    }
    if (form.unsaved && hand_has_paused(screen.ui, form.changed_ms)) keep_told_words(screen);
}

// Without the words: Today lies open more often than the card.
void told_card(const Screen& screen) {
    const auto& lines = screen.snapshot.client->risk.told;
    if (lines.empty()) return;
    screen.ui.card([&] { told(screen, lines.front()); });
}

}  // namespace evenkeel::ui
