// A clinician's own notes on sessions, in the record of their notes vault.
#pragma once

#include "core/domain/session_note.h"
#include "core/store/entries.h"

namespace evenkeel::store {

struct KeptNote {
    EntityId id;
    SessionNote note;
    std::vector<PhiText> other_texts;  // two devices changed it at once: all are kept
};

// Those about one client, the newest day first.
Result<std::vector<KeptNote>> read_notes(Store& store, RecordId notes, VaultId client);
// A deleted one that can be brought back, newest first.
Result<std::vector<KeptNote>> read_trashed_notes(Store& store, RecordId notes, VaultId client);

// On that day, today where none is said. Refuses a note without words.
Result<SavedEntry> write_note(Store& store, RecordId notes, const EntryTime& time,
                              SessionNote note);
// Other words for it. Refuses none, and what is no note that is there.
Result<void> change_note(Store& store, RecordId notes, EntityId id, PhiText text);
// To the trash, for 30 days.
Result<void> delete_note(Store& store, RecordId notes, EntityId id);

}  // namespace evenkeel::store
