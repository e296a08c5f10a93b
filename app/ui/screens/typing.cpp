#include "app/ui/screens/typing.h"

#include "app/ui/screens/screens.h"
#include "core/base/limits.h"
#include "core/domain/text.h"
#include "core/words/tr.h"

#include <algorithm>
#include <utility>

namespace evenkeel::ui {
namespace {

using model::DraftKey;

// From here on the room that is left is said.
constexpr std::size_t characters_told = 2000;

const std::vector<model::DraftLine>& drafts_of(const model::Snapshot& snapshot) {
    static const std::vector<model::DraftLine> none;
    if (snapshot.client) return snapshot.client->journal.drafts;
    const bool is_open = snapshot.clinician && snapshot.clinician->overview;
    return is_open ? snapshot.clinician->overview->words.drafts : none;
}

const model::DraftLine* kept(const model::Snapshot& snapshot, const TypingForm& form) {
    return form.key ? model::find_draft(drafts_of(snapshot), *form.key) : nullptr;
}

bool is_kept(const model::Snapshot& snapshot, const TypingForm& form) {
    const model::DraftLine* draft = kept(snapshot, form);
    if (draft == nullptr) return form.text == form.before;
    return draft->text == form.text && draft->title == form.title;
}

// What was finished last in this run, and what was told last.
TypingForm::Finishing last_told(const model::Snapshot& snapshot) {
    TypingForm::Finishing last;
    if (snapshot.client) last.done = snapshot.client->journal.written.number;
    const bool is_open = snapshot.clinician && snapshot.clinician->overview;
    if (is_open) last.done = snapshot.clinician->overview->words.finished;
    for (const model::ErrorNotice& error : snapshot.errors) {
        last.error = std::max(last.error, error.number);
    }
    return last;
}

void typing_state(const Screen& screen, const TypingWords& words) {
    Ui& ui = screen.ui;
    const TypingForm& form = screen.local.typing;
    if (is_kept(screen.snapshot, form)) {
        const model::DraftLine* draft = kept(screen.snapshot, form);
        const std::string saved = draft == nullptr ? "" : tr("Draft saved {0}", draft->saved);
        ui.text(saved.empty() ? tr("It is saved as you type.") : saved, TextStyle::caption,
                Tone::muted);
    } else {
        ui.text(tr("Not saved yet."), TextStyle::caption, Tone::muted);
    }
    const std::size_t typed = count_characters(form.text).value_or(0);
    const std::size_t left = words.characters_max - std::min(words.characters_max, typed);
    if (left == 0) {
        ui.text(tr("This is full. What does not fit can go on in another one."), TextStyle::caption,
                Tone::caution);
    } else if (left <= std::min(characters_told, words.characters_max / 4)) {
        ui.text(tr_n("Room for {0} more character.", "Room for {0} more characters.", left),
                TextStyle::caption, Tone::muted);
    }
}

void let_go(const Screen& screen) {
    TypingForm& form = screen.local.typing;
    const bool was_page = form.key->of != DraftKey::Of::reply;
    form = {};
    if (was_page && screen.snapshot.client && screen.local.above == Above::writing) {
        open_page(screen, screen.snapshot.client->journal.written.page);
    }
}

}  // namespace

void begin_typing(const Screen& screen, const DraftKey& key, std::string title,
                  const std::string& text) {
    // What is kept is read anew: it may have changed elsewhere meanwhile.
    if (is_typing(screen, key) && !is_kept(screen.snapshot, screen.local.typing)) return;
    keep_typed(screen);
    TypingForm form{.key = key, .title = std::move(title), .text = text, .before = text};
    if (const model::DraftLine* draft = kept(screen.snapshot, form)) {
        form.title = draft->title;
        form.text = draft->text;
    }
    form.asked = form.text;
    screen.local.typing = std::move(form);
}

bool is_typing(const Screen& screen, const DraftKey& key) {
    return screen.local.typing.key && *screen.local.typing.key == key;
}

bool typing_field(const Screen& screen, const TypingWords& words) {
    Ui& ui = screen.ui;
    TypingForm& form = screen.local.typing;
    bool submitted = false;
    // Each page has its own field: undoing within one never shows the words of another.
    ui.scope(scope_of(form.key->about) + static_cast<std::uint64_t>(form.key->of), [&] {
        const auto result = ui.field("typing", words.label, form.text,
                                     {.kind = FieldKind::lines,
                                      .hint = words.hint,
                                      .characters_max = words.characters_max,
                                      .rows = words.rows,
                                      .takes_focus = std::exchange(form.takes_focus, false)});
        if (result.changed) form.changed_ms = ui.now_ms();
        submitted = result.submitted;
    });
    typing_state(screen, words);
    return submitted;
}

std::string_view unfinished(const Screen& screen) {
    const TypingForm& form = screen.local.typing;
    if (form.finishing) return tr("It is being saved.");
    if (model::first_line(form.text).empty()) return tr("Write a word first.");
    if (form.text.size() > limits::journal_bytes_max) {
        return tr("This is more than one page holds. Move some of it to another page.");
    }
    return {};
}

void finish_typing(const Screen& screen) {
    TypingForm& form = screen.local.typing;
    if (!form.key || !unfinished(screen).empty()) return;
    if (screen.snapshot.clinician) {
        if (!screen.snapshot.clinician->overview) return;
        const VaultId record = screen.snapshot.clinician->overview->record;
        if (form.key->of == DraftKey::Of::reply) {
            screen.post(model::Reply{.record = record, .page = form.key->about, .text = form.text});
        } else {
            screen.post(model::WriteNote{.record = record, .key = *form.key, .text = form.text});
        }
    } else {
        screen.post(model::WritePage{.key = *form.key, .title = form.title, .text = form.text});
    }
    form.finishing = last_told(screen.snapshot);
}

std::optional<model::KeepDraft> unkept(const model::Snapshot& snapshot, const TypingForm& form) {
    const bool is_open = snapshot.client || snapshot.clinician;
    if (!form.key || !is_open || form.finishing || is_kept(snapshot, form)) return std::nullopt;
    return model::KeepDraft{.key = *form.key, .title = form.title, .text = form.text};
}

void keep_typed(const Screen& screen) {
    TypingForm& form = screen.local.typing;
    if (auto intent = unkept(screen.snapshot, form)) {
        screen.post(*std::move(intent));
        form.asked = form.text;
    }
}

void look_after_typing(const Screen& screen) {
    TypingForm& form = screen.local.typing;
    if (!form.key) return;
    if (form.finishing) {
        const TypingForm::Finishing now = last_told(screen.snapshot);
        const bool is_over = now.done > form.finishing->done || now.error > form.finishing->error;
        if (is_over) screen.ui.draw_again_at(screen.ui.now_ms());
        if (now.done > form.finishing->done) return let_go(screen);
        if (is_over) form.finishing.reset();
    }
    if (form.text == form.asked || form.finishing) return;
    if (hand_has_paused(screen.ui, form.changed_ms)) keep_typed(screen);
}

}  // namespace evenkeel::ui
