// The digital-habits intake as a person works through it: begun or asked for, answered one
// question at a time, finished, and, where a client answered alone, shared by an act of its own.
//
// An `alone` one is the client's: each answer goes to their private vault, also after the intake
// was shared, until they share it (again). The other two are the clinician's, and lie in the care
// vault at once.
#pragma once

#include "core/domain/boundary.h"
#include "core/domain/intake.h"
#include "core/store/operation.h"

#include <map>

namespace evenkeel::store {

struct KeptIntake {
    EntityId id;
    Intake intake;                 // all that this device may see
    std::optional<Intake> shared;  // what the care team can read of it; none: nothing
    // Other words that were typed to the same question at once, by question: both are shown until
    // the question is answered again.
    std::map<std::uint32_t, std::vector<PhiText>> also_typed;
};

// Oldest first. One that cannot be read is left out; `history` shows its bytes are kept.
Result<std::vector<KeptIntake>> read_intakes(Store& store, RecordId record);

// A clinician's `alone` one asks the client for it. Returns its id.
Result<EntityId> begin_intake(Store& store, RecordId record, IntakeMode mode, UserId author);

// One answer, which a later one replaces; a blank one clears it. Refuses what the question does not
// offer, and an intake that is the other side's to answer.
Result<void> answer_intake(Store& store, RecordId record, EntityId id, Role writer,
                           std::uint32_t question, const IntakeAnswer& answer);

// Sets the day on which it was finished; a second time changes nothing.
Result<void> finish_intake(Store& store, RecordId record, EntityId id, Role writer);

// Finishes it and shares what was answered to the questions that came up, as it reads now. What was
// shared before and no longer comes up, or was cleared, is taken back. Refused while sharing is
// paused.
Result<void> share_intake(Store& store, RecordId record, EntityId id);

}  // namespace evenkeel::store
