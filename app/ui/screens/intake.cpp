// Where an intake is asked for, begun and read: the card on Today, the client's page, and the
// clinician's.
#include "app/ui/screens/intake.h"

#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"
#include "core/words/tr.h"

namespace evenkeel::ui {
namespace {

using model::IntakePage;
using model::IntakesView;

constexpr Literal card_title = tr_later("Your digital habits");
constexpr Literal what_it_is = tr_later(
    "A few questions about your digital habits. About 8 minutes; you can stop at any time and "
    "leave out what you like. Nothing is scored.");

// Goes on with the open one, or with `id` to correct it.
void fill(const Screen& screen, const std::optional<EntityId>& id) {
    screen.local.intake = {.filling = true, .id = id};
    screen.local.above = Above::intake;
}

void begin(const Screen& screen, const IntakesView& view, const std::optional<VaultId>& record,
           IntakeMode mode) {
    if (!view.open) screen.post(model::StartIntake{.record = record, .mode = mode});
    fill(screen, view.open ? std::optional(view.open->id) : std::nullopt);
}

std::string progress(const IntakePage& page) {
    return tr_n("{1} of {0} question answered", "{1} of {0} questions answered", page.asked_count,
                page.said_count);
}

bool is_begun(const IntakesView& view) { return view.open && view.open->said_count > 0; }

// The one that is being filled in: the open one where none is named.
const IntakePage* filled(const Screen& screen, const IntakesView& view) {
    const IntakeDraft& draft = screen.local.intake;
    if (!draft.filling) return nullptr;
    if (draft.id) return find_page(view, *draft.id);
    return view.open ? &*view.open : nullptr;
}

void read_one(const Screen& screen, const IntakePage& page) {
    Ui& ui = screen.ui;
    ui.space(16);
    ui.heading(page.title, 2);
    ui.text(page.detail, TextStyle::body, Tone::muted);
    if (page.can_answer) {
        ui.flow([&] {
            const bool is_new = page.stage == model::IntakeStage::only_here ||
                                page.stage == model::IntakeStage::changed_since;
            if (ui.button("correct",
                          is_new ? tr("Look at it and share") : tr("Correct an answer"))) {
                fill(screen, page.id);
                screen.local.intake.part = is_new ? page.parts.size() : 0;
            }
        });
    }
    intake_reading(screen, page, false);
}

// The newest is read at once, an older one when it is chosen.
void finished_ones(const Screen& screen, const IntakesView& view) {
    if (view.finished.empty()) return;
    std::optional<EntityId>& reading = screen.local.intake.reading;
    const IntakePage* chosen = reading ? find_page(view, *reading) : nullptr;
    const IntakePage& shown = chosen ? *chosen : view.finished.front();
    screen.ui.scope(scope_of(shown.id), [&] { read_one(screen, shown); });
    if (view.finished.size() < 2) return;
    screen.ui.card([&] {
        screen.ui.heading(tr("Others"), 3);
        for (const IntakePage& page : view.finished) {
            if (page.id == shown.id) continue;
            screen.ui.scope(scope_of(page.id), [&] {
                if (screen.ui.row("other", {.title = page.title, .detail = page.detail})) {
                    reading = page.id;
                }
            });
        }
    });
}

void clients_buttons(const Screen& screen, const IntakesView& view) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.text(view.standing);
        ui.text(tr(what_it_is), TextStyle::body, Tone::muted);
        if (is_begun(view)) ui.text(progress(*view.open), TextStyle::caption, Tone::muted);
        ui.flow([&] {
            const std::string_view label = is_begun(view)          ? tr("Go on")
                                           : view.finished.empty() ? tr("Begin")
                                                                   : tr("Answer it again");
            const auto style =
                view.open || view.finished.empty() ? ButtonStyle::primary : ButtonStyle::secondary;
            if (ui.button("begin", label, style)) {
                begin(screen, view, std::nullopt, IntakeMode::alone);
            }
        });
    });
}

void clinicians_buttons(const Screen& screen, const IntakesView& view, VaultId record) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.status(view.is_due ? Icon::bell : Icon::check,
                  view.is_due ? tr("Due. {0}", view.standing) : view.standing,
                  view.is_due ? Tone::accent : Tone::muted);
        if (view.open) ui.text(progress(*view.open), TextStyle::caption, Tone::muted);
        ui.flow([&] {
            if (view.open) {
                if (ui.button("go-on", tr("Go on with it"), ButtonStyle::primary)) {
                    fill(screen, view.open->id);
                }
            } else {
                if (ui.button("together", tr("Answer it together"), ButtonStyle::primary)) {
                    begin(screen, view, record, IntakeMode::together);
                }
                if (ui.button("interview", tr("Ask in an interview"))) {
                    begin(screen, view, record, IntakeMode::interview);
                }
            }
            if (!view.is_asked && ui.button("ask", tr("Ask the client to answer alone"))) {
                screen.post(model::StartIntake{.record = record, .mode = IntakeMode::alone});
            }
        });
        ui.text(tr("Alone, the client sees every answer before you do and shares it when they want "
                   "to. Together or in an interview, both of you see it at once."),
                TextStyle::caption, Tone::muted);
    });
}

}  // namespace

void intake_card(const Screen& screen) {
    const IntakesView& view = screen.snapshot.client->intakes;
    const bool is_wanted = view.open || (view.is_due && view.finished.empty());
    if (!is_wanted) return;
    Ui& ui = screen.ui;
    ui.group("intake", tr(card_title), [&] {
        ui.card([&] {
            ui.heading(tr(card_title), 3);
            if (view.open) ui.text(is_begun(view) ? progress(*view.open) + "." : view.standing);
            ui.text(tr(what_it_is), TextStyle::body, Tone::muted);
            ui.flow([&] {
                if (ui.button("begin", is_begun(view) ? tr("Go on") : tr("Begin"))) {
                    begin(screen, view, std::nullopt, IntakeMode::alone);
                }
            });
        });
    });
}

void client_intake(const Screen& screen) {
    const IntakesView& view = screen.snapshot.client->intakes;
    if (const IntakePage* page = filled(screen, view)) {
        return intake_filling(screen, std::nullopt, *page);
    }
    screen.ui.page("intakes", [&] {
        if (page_head(screen, tr(card_title), tr("Back"))) screen.local.above = Above::none;
        clients_buttons(screen, view);
        finished_ones(screen, view);
    });
}

void case_intake(const Screen& screen, const model::OverviewView& view) {
    if (const IntakePage* page = filled(screen, view.intakes)) {
        return intake_filling(screen, view.record, *page);
    }
    screen.ui.page("intakes", [&] {
        if (page_head(screen, tr("{0}: digital habits", view.name), tr("Back"))) {
            screen.local.above = Above::none;
        }
        clinicians_buttons(screen, view.intakes, view.record);
        finished_ones(screen, view.intakes);
    });
}

void intake_row(const Screen& screen, const model::OverviewView& view) {
    screen.ui.card([&] {
        if (screen.ui.row("intake", {.title = tr("Digital-habits intake"),
                                     .detail = view.intakes.standing,
                                     .badge = view.intakes.is_due ? tr_as("intake", "Due") : "",
                                     .badge_tone = Tone::accent})) {
            screen.local.intake = {};
            screen.local.above = Above::intake;
        }
    });
}

}  // namespace evenkeel::ui
