// Who of the staff opened a client's record. Written before anything of it is handed out: whoever
// cannot write it down shows nothing.
#pragma once

#include "core/domain/record_keeping.h"
#include "core/store/store.h"

namespace evenkeel::store {

// Durable when it returns. The same person, device and section within limits::view_repeat_ms is the
// same sitting and writes nothing; nor does a record that ended for this device. No undo step.
Result<void> note_view(Store& store, RecordId record, ViewedSection section, UserId viewer);

struct KeptView {
    RecordView view;
    DeviceId device;       // that wrote it
    bool altered = false;  // a program that is not ours changed or deleted it afterwards
};
// Of one record, oldest first.
Result<std::vector<KeptView>> read_views(Store& store, RecordId record);

}  // namespace evenkeel::store
