// A clinician's own notes on the sessions with one client, as plain data. No client sees any of it.
#pragma once

#include "app/model/journal_view.h"

namespace evenkeel::model {

struct NoteLine {
    EntityId id;
    std::string day;      // "yesterday"
    std::string session;  // "Thu 3 Dec, 14:00, by video"; empty: not about one
    std::string text;
    std::vector<std::string> other_texts;  // two devices changed it at once: all are kept
};

// A session that a note can be about.
struct NoteSession {
    EntityId id;
    std::string text;  // "Thu 3 Dec, 14:00"
};

struct NotesView {
    std::vector<NoteLine> notes;        // the newest first
    std::vector<NoteSession> sessions;  // of late, the newest first
    std::vector<TrashedPage> trash;     // newest first
};

}  // namespace evenkeel::model
