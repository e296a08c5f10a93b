// Reading and writing a clinician's own notes. They are in their notes vault, and nowhere in the
// client's record.
#pragma once

#include "app/model/note_view.h"
#include "app/model/phrases.h"
#include "core/store/session_notes.h"
#include "sync/client/identity.h"

namespace evenkeel::model {

// Of one client, whose record it is. Empty where this person has no notes, or is a client.
Result<NotesView> notes_view(store::Store& store, const client::Identity& self, VaultId record,
                             const Moment& now);

// What a note is to be about.
struct NoteAbout {
    VaultId record;                   // the client's
    std::optional<EntityId> session;  // its day is the note's
    std::optional<Day> day;           // of one without a session; none: today
};
// Makes the notes vault where this is the first note. Errors: not_found (no such session),
// invalid_input (no words, or a session that has not come), refused (a client asks).
Result<store::SavedEntry> write_note(store::Store& store, const client::Identity& self,
                                     const NoteAbout& about, PhiText text);

}  // namespace evenkeel::model
