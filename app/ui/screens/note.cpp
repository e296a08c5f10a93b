// The note of a day, or what is said of an answer of it; saved while it is typed.
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"
#include "core/words/tr.h"

namespace evenkeel::ui {
namespace {

constexpr std::size_t note_characters_max = 2000;

void changed(const Screen& screen) {
    screen.local.note.unsaved = true;
    screen.local.note.changed_ms = screen.ui.now_ms();
}

void read_from(const model::TodayView& view, NoteForm& form) {
    form.day = view.day;
    if (!form.boundary) {
        form.text = view.note;
        form.is_private = view.note_private;
        return;
    }
    const auto line =
        std::ranges::find(view.boundaries, *form.boundary, &model::AnswerLine::boundary);
    if (line == view.boundaries.end()) return;
    form.title = line->title;
    form.text = line->note;
    form.is_private = line->note_private;
}

void save_after_pause(const Screen& screen) {
    const NoteForm& form = screen.local.note;
    if (form.unsaved && hand_has_paused(screen.ui, form.changed_ms)) save_note(screen);
}

}  // namespace

void save_note(const Screen& screen) {
    NoteForm& form = screen.local.note;
    if (!form.unsaved || !form.day) return;
    form.unsaved = false;
    if (form.boundary) {
        return screen.post(model::SetAnswerNote{.day = *form.day,
                                                .boundary = *form.boundary,
                                                .note = form.text,
                                                .is_private = form.is_private});
    }
    screen.post(model::SetNote{.day = *form.day, .note = form.text, .is_private = form.is_private});
}

void note(const Screen& screen) {
    const model::TodayView& view = screen.snapshot.client->today;
    NoteForm& form = screen.local.note;
    const bool opens = !form.day;
    if (opens) read_from(view, form);
    Ui& ui = screen.ui;
    ui.page("note", [&] {
        const bool back = page_head(screen, tr("Note, {0}", short_day(*form.day)), tr("Back"));
        if (form.boundary) ui.text(form.title, TextStyle::body, Tone::muted);
        ui.card([&] {
            if (ui.field("text",
                         form.boundary ? tr("What was different that day")
                                       : tr("What you want to remember"),
                         form.text,
                         {.kind = FieldKind::lines,
                          .characters_max = note_characters_max,
                          .rows = 8,
                          .takes_focus = opens})
                    .changed) {
                changed(screen);
            }
            if (ui.toggle("private", tr("Only for me"),
                          form.is_private ? tr("This note stays on your devices")
                                          : tr("Your care team can read this note"),
                          form.is_private)) {
                form.is_private = !form.is_private;
                changed(screen);
                save_note(screen);
            }
        });
        ui.text(tr("It is saved as you type."), TextStyle::caption, Tone::muted);
        ui.space(0);
        ui.text(screen.snapshot.nobody_watches, TextStyle::caption, Tone::muted);
        if (back) {
            save_note(screen);
            screen.local.above = Above::none;
        }
    });
    save_after_pause(screen);
}

}  // namespace evenkeel::ui
