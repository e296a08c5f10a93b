// Parts that several screens have, and what lies over the page.
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"
#include "core/base/limits.h"
#include "core/words/tr.h"

namespace evenkeel::ui {
namespace {

Icon sync_icon(model::SyncLineState state) {
    using enum model::SyncLineState;
    switch (state) {
        case offline:
        case refused:
            return Icon::cloud_off;
        case waiting:
        case sending:
            return Icon::cloud;
        case settled:
            return Icon::check;
    }
    return Icon::cloud;
}

Tone sync_tone(model::SyncLineState state) {
    if (state == model::SyncLineState::settled) return Tone::positive;
    if (state == model::SyncLineState::refused) return Tone::caution;
    return Tone::muted;
}

// Whoever can read a record is no secret from its people.
void arrivals(const Screen& screen) {
    if (screen.snapshot.arrivals.empty()) return;
    for (std::size_t i = 0; i < screen.snapshot.arrivals.size(); ++i) {
        screen.ui.banner(Icon::people, screen.snapshot.arrivals[i], Tone::info);
    }
    screen.ui.flow([&] {
        if (screen.ui.button("arrivals-seen", tr("I have read this"))) {
            screen.post(model::ArrivalsSeen{});
        }
    });
}

}  // namespace

bool hand_has_paused(Ui& ui, std::int64_t changed_ms) {
    constexpr std::int64_t pause_ms = 1000;
    if (ui.now_ms() - changed_ms >= pause_ms) return true;
    ui.draw_again_at(changed_ms + pause_ms);
    return false;
}

bool page_head(const Screen& screen, std::string_view title, std::string_view back_label) {
    const auto press = screen.ui.head(title, back_label, Icon::lifebuoy, tr("Help now"));
    if (press == Ui::HeadPress::action) screen.local.crisis_open = true;
    errors(screen);
    return press == Ui::HeadPress::back;
}

void errors(const Screen& screen) {
    arrivals(screen);
    for (const model::ErrorNotice& error : screen.snapshot.errors) {
        screen.ui.scope(error.number, [&] {
            screen.ui.banner(Icon::bell, error.sentence, Tone::caution);
            screen.ui.group("error", error.sentence, [&] {
                screen.ui.flow([&] {
                    if (screen.ui.button("dismiss", tr("Dismiss"))) {
                        screen.post(model::Dismiss{error.number});
                    }
                });
            });
        });
    }
}

void held_deletions(const Screen& screen) {
    const std::size_t held = screen.snapshot.deletions_held;
    if (held == 0) return;
    Ui& ui = screen.ui;
    const bool one = held == 1;
    const std::string title = tr_n("{0} entry was deleted on another device. It is still here.",
                                   "{0} entries were deleted on another device. They are still "
                                   "here.",
                                   held);
    const auto answer = [&](bool apply) {
        screen.post(model::AnswerDeletions{.count = held, .apply = apply});
    };
    ui.card([&] {
        ui.status(Icon::bell, title, Tone::caution);
        ui.text(tr(
            "That is a lot at once, so you are asked first. If you did not mean it, or do not know "
            "who did it, keep them: they come back on the other devices too."));
        ui.group("deletions", title, [&] {
            ui.flow([&] {
                if (ui.button("keep", one ? tr("Keep it") : tr("Keep them"),
                              ButtonStyle::primary)) {
                    answer(false);
                }
                if (ui.button("delete", tr("Delete here too"), ButtonStyle::danger)) answer(true);
            });
        });
    });
}

void path_field(const Screen& screen, std::string_view label, PathForm& form,
                const std::string& proposed) {
    constexpr std::size_t path_characters_max = 400;
    if (!form.typed) form.path = proposed;
    if (screen.ui.field("path", label, form.path, {.characters_max = path_characters_max})
            .changed) {
        form.typed = true;
    }
}

void sync_line(const Screen& screen) {
    const model::SyncLine& sync = screen.snapshot.sync;
    screen.ui.status(sync_icon(sync.state), sync.sentence, sync_tone(sync.state));
}

void confirmation(const Screen& screen) {
    std::optional<Confirmation>& asked = screen.local.confirmation;
    if (!asked) return;
    bool done = false;
    const bool closed = screen.ui.sheet("confirm", asked->title, [&] {
        screen.ui.text(asked->sentence);
        screen.ui.space(16);
        screen.ui.flow([&] {
            if (screen.ui.button("yes", asked->button, ButtonStyle::danger)) {
                screen.post(asked->intent);
                done = true;
            }
            if (screen.ui.button("no", tr("Leave it as it is"))) done = true;
        });
    });
    if (closed || done) asked.reset();
}

void saved_toast(const Screen& screen) {
    const auto& saved = screen.snapshot.saved;
    if (!saved) return;
    const bool undone = screen.ui.toast("saved", saved->number, saved->text,
                                        saved->can_undo ? tr("Undo") : std::string_view{});
    if (undone && saved->can_undo) screen.post(model::Undo{});
}

bool one_more_line(Ui& ui, std::string_view label, std::string& line) {
    const bool entered =
        ui.field("line", label, line, {.characters_max = limits::agenda_line_characters_max})
            .submitted;
    bool pressed = false;
    if (line.empty()) {
        ui.disabled_button("add", tr("Add"), tr("Write a line first."));
    } else {
        ui.flow([&] { pressed = ui.button("add", tr("Add"), ButtonStyle::primary, Icon::plus); });
    }
    return (entered || pressed) && !line.empty();
}

}  // namespace evenkeel::ui
