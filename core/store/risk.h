// What clients told about their safety: told by the client, acknowledged by a named person. Neither
// is an undo step: what was told is not untold, and who said that they have read it has.
#pragma once

#include "core/domain/risk.h"
#include "core/store/entries.h"

namespace evenkeel::store {

struct KeptRisk {
    EntityId id;
    RiskAnswer answer;
    // It is in the record's own vault. Else it is on the client's devices alone: sharing was paused
    // before it left, and the care team cannot see it.
    bool shared = false;
    std::vector<RiskAcknowledgement> acknowledged;  // the first one first

    [[nodiscard]] bool waits() const { return shared && acknowledged.empty(); }
};

// Newest first. One whose device had it deleted stands all the same.
Result<std::vector<KeptRisk>> read_risks(Store& store, RecordId record);

// Durable when it returns, and sent at the next turn. Refused while sharing is paused: then it
// would not leave this device.
Result<SavedEntry> tell_risk(Store& store, RecordId record, RiskAnswer answer);

// Refuses an answer that is not there. One that somebody acknowledged already may be acknowledged
// again: both are kept. In a record that has ended for this device it is kept on this device.
Result<SavedEntry> acknowledge_risk(Store& store, RecordId record,
                                    RiskAcknowledgement acknowledgement);

// Whether the server has given its receipt for all that this device wrote of an entity, and the
// receipt is durable here. What another device wrote came from the server.
Result<bool> has_left(Store& store, RecordId record, EntityId id);

// Remembers of answers in that record that are new here that they came now. Not shared: each device
// knows it of itself.
Result<void> note_arrivals(Store& store, RecordId record);
// When that answer came to this device; nothing where it was not noted.
Result<std::optional<Instant>> arrival_of(Store& store, EntityId id);

}  // namespace evenkeel::store
