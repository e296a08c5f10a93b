// What the practice decided about its clients' records: holds, and when a treatment ended. All of
// it lies in the practice's own vault; the records themselves are not touched.
#pragma once

#include "core/domain/record_keeping.h"
#include "core/store/store.h"

#include <map>

namespace evenkeel::store {

struct RecordKeeping {
    std::map<VaultId, RecordHold> holds;     // that stand: of several for one record, the first
    std::map<VaultId, RecordClosed> closed;  // whose treatment ended
};
Result<RecordKeeping> read_keeping(Store& store, RecordId practice);

// Holds a record. Refuses one that is held already, and an empty reason. No undo step: it is
// lifted.
Result<void> hold_record(Store& store, RecordId practice, VaultId record, PhiText reason,
                         UserId by);
// Lifts every hold of that record; not_found if there is none.
Result<void> lift_hold(Store& store, RecordId practice, VaultId record, UserId by);
// Says on which day the treatment ended; none: it goes on. Refuses a day that has not come.
Result<void> end_treatment(Store& store, RecordId practice, VaultId record,
                           const std::optional<Day>& ended, UserId by);

}  // namespace evenkeel::store
