// What lists and screens read of an entity, computed from its log: pure functions.
#pragma once

#include "core/store/store.h"

namespace evenkeel::store {

struct Projection {
    EntityRow row;
    std::optional<Instant> deleted_at;  // of the newest deletion, if the entity is deleted
};

// Nothing if no write was seen yet (only a deletion, say): then there is nothing to show.
std::optional<Projection> project(RecordId record, EntityId id, const delta::EntityLog& log);

// Empties care values that a redaction took back, keeping their places, so that what a client took
// back is not kept on anybody's disk. Where there is no private vault to save a late one to
// (`saves_late` false), also values the redaction could not yet name, but for the `unsent` deltas
// of this device: until the client's device has those, nobody else could save their words.
delta::EntityLog without_redacted_bytes(delta::EntityLog log, bool saves_late,
                                        const std::vector<DeltaId>& unsent);

}  // namespace evenkeel::store
