// The sessions of a record: what is planned, what has been, and how both sides read it.
#pragma once

#include "app/model/client_view.h"
#include "app/model/phrases.h"
#include "core/domain/appointment.h"
#include "core/store/store.h"

namespace evenkeel::model {

struct PlannedSession {
    EntityId id;
    Appointment entity;
};

// Those that were not cancelled or missed, by their time.
Result<std::vector<PlannedSession>> read_sessions(store::Store& store, VaultId record);

// Where nobody said how long it takes, an hour.
Instant end_of(const Appointment& session);
// The first that has not ended yet, so that a session that goes on is still the next; null if there
// is none.
const PlannedSession* next_session(const std::vector<PlannedSession>& sessions, Instant now);
// The newest that has ended; null if there is none.
const PlannedSession* last_session(const std::vector<PlannedSession>& sessions, Instant now);

// The newest that has begun, so that one that goes on counts; null if there is none.
const PlannedSession* newest_begun(const std::vector<PlannedSession>& sessions, Instant now);

// "Thu 3 Dec, 14:00, by video", on the reader's wall clock; the zone is named where the session was
// planned by a clock that reads otherwise.
std::string session_words(const Appointment& session, const std::string& zone);
// "in person", "by video", "by phone"; empty where nobody said.
std::string place_words(const std::optional<Place>& place);

// The sessions to come with their agendas, as `reader` sees them.
Result<std::vector<SessionLine>> session_lines(store::Store& store, VaultId record,
                                               const Moment& now, UserId reader);

}  // namespace evenkeel::model
