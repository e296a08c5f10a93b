// A clinician's own notes on the sessions with one client: read, written and thrown away by nobody
// else.
#include "app/model/phrases.h"
#include "app/ui/screens/screens.h"
#include "app/ui/screens/typing.h"
#include "core/base/limits.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using model::DraftKey;
using model::NoteLine;
using model::OverviewView;

DraftKey change_of(const NoteLine& note) { return {.of = DraftKey::Of::note, .about = note.id}; }
DraftKey new_about(EntityId about) { return {.of = DraftKey::Of::new_note, .about = about}; }
EntityId without_session(const OverviewView& view) { return EntityId{view.record.bytes}; }

void begin(const Screen& screen, const DraftKey& key, const std::string& text) {
    begin_typing(screen, key, {}, text);
    screen.local.typing.takes_focus = !screen.ui.is_phone();
}

// Of this client: what was begun for another one stays that one's draft.
bool is_new_note(const Screen& screen, const OverviewView& view) {
    const auto& key = screen.local.typing.key;
    if (!key || key->of != DraftKey::Of::new_note) return false;
    const auto& sessions = view.notes.sessions;
    return key->about == without_session(view) ||
           std::ranges::find(sessions, key->about, &model::NoteSession::id) != sessions.end();
}

void editor(const Screen& screen, std::string_view keep_label) {
    Ui& ui = screen.ui;
    const bool submitted = typing_field(screen, {.label = tr("Your note"),
                                                 .hint = tr("What you want to remember."),
                                                 .characters_max = limits::journal_characters_max,
                                                 .rows = ui.is_phone() ? 8 : 12});
    ui.flow([&] {
        if (const auto why = unfinished(screen); !why.empty()) {
            ui.disabled_button("keep", keep_label, why);
        } else if (ui.button("keep", keep_label, ButtonStyle::primary, Icon::check) || submitted) {
            finish_typing(screen);
        }
        if (ui.button("close", tr("Close"), ButtonStyle::quiet)) {
            keep_typed(screen);
            screen.local.typing = {};
        }
    });
}

// Which session the new note is about; what was typed for another stays its draft.
void choose_session(const Screen& screen, const OverviewView& view) {
    Ui& ui = screen.ui;
    const EntityId chosen = screen.local.typing.key->about;
    ui.text(tr_as("a session", "About"), TextStyle::caption, Tone::muted);
    ui.flow([&] {
        for (const model::NoteSession& session : view.notes.sessions) {
            ui.scope(scope_of(session.id), [&] {
                if (ui.chip("session", session.text, session.id == chosen)) {
                    begin(screen, new_about(session.id), {});
                }
            });
        }
        const EntityId none = without_session(view);
        if (ui.chip("no-session", tr("No session"), chosen == none)) {
            begin(screen, new_about(none), {});
        }
    });
    ui.space(12);
}

void new_note(const Screen& screen, const OverviewView& view) {
    Ui& ui = screen.ui;
    if (is_new_note(screen, view)) {
        ui.card([&] {
            ui.heading(tr("New note"), 3);
            choose_session(screen, view);
            editor(screen, tr("Keep this note"));
        });
        return;
    }
    const auto& sessions = view.notes.sessions;
    const EntityId about = sessions.empty() ? without_session(view) : sessions.front().id;
    const bool has_draft = model::find_draft(view.words.drafts, new_about(about)) != nullptr;
    ui.flow([&] {
        if (ui.button("new-note", has_draft ? tr("Go on with your note") : tr("Write a note"),
                      ButtonStyle::primary, Icon::pencil)) {
            begin(screen, new_about(about), {});
        }
    });
}

void ask_deletion(const Screen& screen, const NoteLine& note) {
    screen.local.confirmation = Confirmation{
        .title = tr("Delete this note?"),
        .sentence = tr("It stays in your trash for 30 days and can be brought back until then."),
        .button = tr("Delete it"),
        .intent = model::DeleteNote{note.id}};
}

void note_card(const Screen& screen, const OverviewView& view, const NoteLine& note) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(note.session.empty() ? model::capitalised(note.day) : note.session, 3);
        if (is_typing(screen, change_of(note))) return editor(screen, tr("Keep the change"));
        ui.text(note.text);
        for (const std::string& other : note.other_texts) {
            ui.hairline();
            ui.text(tr("Another device of yours wrote this at the same time. Both are kept:"),
                    TextStyle::caption, Tone::muted);
            ui.text(other);
        }
        const bool has_draft = model::find_draft(view.words.drafts, change_of(note)) != nullptr;
        ui.group("note", model::first_line(note.text), [&] {
            ui.flow([&] {
                if (ui.button("change", has_draft ? tr("Go on changing it") : tr("Change it"),
                              ButtonStyle::secondary, Icon::pencil)) {
                    begin(screen, change_of(note), note.text);
                }
                if (ui.button("delete", tr("Delete"), ButtonStyle::quiet))
                    ask_deletion(screen, note);
            });
        });
    });
}

void trash(const Screen& screen, const OverviewView& view) {
    if (view.notes.trash.empty()) return;
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("Trash"), 3);
        ui.text(tr("Kept for 30 days after you deleted it."), TextStyle::caption, Tone::muted);
        for (const model::TrashedPage& note : view.notes.trash) {
            ui.scope(scope_of(note.id), [&] {
                ui.hairline();
                ui.text(note.first_line);
                ui.text(note.day, TextStyle::caption, Tone::muted);
                ui.group("trashed", note.first_line, [&] {
                    ui.flow([&] {
                        if (ui.button("restore", tr("Bring it back"), ButtonStyle::secondary,
                                      Icon::undo)) {
                            screen.post(model::RestoreNote{note.id});
                        }
                    });
                });
            });
        }
    });
}

}  // namespace

void notes_row(const Screen& screen, const OverviewView& view) {
    const std::size_t count = view.notes.notes.size();
    const std::string detail = count == 0 ? tr("None yet. Only you can read them.")
                                          : tr_n("{0} note. Only you can read them.",
                                                 "{0} notes. Only you can read them.", count);
    if (screen.ui.row("notes", {.title = tr("Your notes"), .detail = detail, .icon = Icon::lock})) {
        keep_typed(screen);
        screen.local.above = Above::notes;
    }
}

void session_notes(const Screen& screen, const OverviewView& view) {
    Ui& ui = screen.ui;
    ui.page("notes", [&] {
        if (page_head(screen, tr("Your notes"), tr("Back"))) {
            keep_typed(screen);
            screen.local.above = Above::none;
            return;
        }
        ui.status(Icon::lock, tr("Your notes on {0}: only you can read these.", view.name));
        ui.text(tr("They are on your own devices, and in no file for a client. The practice's "
                   "recovery sheet can open them if you cannot any more."),
                TextStyle::caption, Tone::muted);
        ui.space(12);
        new_note(screen, view);
        for (const NoteLine& note : view.notes.notes) {
            ui.scope(scope_of(note.id), [&] { note_card(screen, view, note); });
        }
        if (view.notes.notes.empty() && !is_new_note(screen, view)) {
            ui.text(tr("Nothing is written yet."), TextStyle::body, Tone::muted);
        }
        trash(screen, view);
        if (view.notes.notes.empty()) return;
        if (ui.row("archive",
                   {.title = tr("An encrypted copy of your notes"), .icon = Icon::lock})) {
            keep_typed(screen);
            screen.local.archive_of = model::MakeArchive::Of::notes;
            screen.local.above = Above::archive;
        }
    });
}

}  // namespace evenkeel::ui
