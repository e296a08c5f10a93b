#include "app/model/session_notes.h"

#include "app/model/sessions.h"
#include "sync/client/notes_vault.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

// Who writes a note does so in the days after; earlier sessions keep the notes they have.
constexpr std::size_t sessions_offered = 4;

std::string words_of(const std::vector<PlannedSession>& sessions,
                     const std::optional<EntityId>& wanted, const std::string& zone) {
    const auto found = std::ranges::find_if(
        sessions, [&](const PlannedSession& one) { return wanted && one.id == *wanted; });
    return found == sessions.end() ? "" : session_words(found->entity, zone);
}

std::vector<NoteSession> sessions_begun(const std::vector<PlannedSession>& sessions,
                                        const Moment& now) {
    std::vector<NoteSession> begun;
    for (auto session = sessions.rbegin(); session != sessions.rend(); ++session) {
        if (session->entity.when.instant > now.instant) continue;
        begun.push_back({.id = session->id, .text = session_words(session->entity, now.zone)});
        if (begun.size() == sessions_offered) break;
    }
    return begun;
}

Result<Appointment> need_session(store::Store& store, VaultId record, EntityId session) {
    TRY_ASSIGN(const auto sessions, read_sessions(store, record));
    const auto found = std::ranges::find(sessions, session, &PlannedSession::id);
    if (found != sessions.end()) return found->entity;
    return Error(ErrorCode::not_found, "There is no such session.");
}

}  // namespace

Result<NotesView> notes_view(store::Store& store, const client::Identity& self, VaultId record,
                             const Moment& now) {
    NotesView view;
    if (self.role == Role::client) return view;
    TRY_ASSIGN(const auto sessions, read_sessions(store, record));
    view.sessions = sessions_begun(sessions, now);
    TRY_ASSIGN(const auto vault, client::find_notes_vault(store, self));
    if (!vault) return view;
    TRY_ASSIGN(const Day today, store::today(store));
    TRY_ASSIGN(const auto notes, store::read_notes(store, *vault, record));
    for (const store::KeptNote& kept : notes) {
        NoteLine line{.id = kept.id,
                      .day = relative_day(kept.note.when.day, today),
                      .session = words_of(sessions, kept.note.appointment, now.zone),
                      .text = kept.note.text ? kept.note.text->reveal() : "",
                      .other_texts = {}};
        for (const PhiText& other : kept.other_texts) line.other_texts.push_back(other.reveal());
        view.notes.push_back(std::move(line));
    }
    TRY_ASSIGN(const auto trashed, store::read_trashed_notes(store, *vault, record));
    for (const store::KeptNote& kept : trashed) {
        view.trash.push_back(
            {.id = kept.id,
             .first_line = kept.note.text ? first_line(kept.note.text->reveal()) : "",
             .day = relative_day(kept.note.when.day, today)});
    }
    return view;
}

Result<store::SavedEntry> write_note(store::Store& store, const client::Identity& self,
                                     const NoteAbout& about, PhiText text) {
    SessionNote note{
        .when = {}, .client = about.record, .appointment = about.session, .text = std::move(text)};
    store::EntryTime time{.day = about.day, .minute = std::nullopt};
    if (about.session) {
        TRY_ASSIGN(const Appointment session, need_session(store, about.record, *about.session));
        time.day = session.when.day;
    }
    store::SavedEntry saved;
    const auto write = [&]() -> Result<void> {
        TRY_ASSIGN(const VaultId vault, client::need_notes_vault(store, self));
        TRY_ASSIGN(saved, store::write_note(store, vault, time, std::move(note)));
        return {};
    };
    TRY(store.transaction(write));
    return saved;
}

}  // namespace evenkeel::model
