// The plan of a record: what happens online, in the room and outside. Either side writes lines.
#pragma once

#include "core/domain/plan_item.h"
#include "core/store/entries.h"

namespace evenkeel::store {

struct KeptPlanItem {
    EntityId id;
    PlanItem item;
    bool has_shared = false;  // the other side has it, or will at the next sync
};

// All of a record, done and ended ones too, the oldest first.
Result<std::vector<KeptPlanItem>> read_plan(Store& store, RecordId record);
// Refuses a line without words.
Result<SavedEntry> add_plan_item(Store& store, RecordId record, PlanPlace place, PhiText text,
                                 UserId author);
// Done, or ended; either side may say so. Refuses a line that is not there.
Result<void> set_plan_state(Store& store, RecordId record, EntityId id, PlanState state);

}  // namespace evenkeel::store
