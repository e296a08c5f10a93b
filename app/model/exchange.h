// Export and import of one person's record: everything out, and in again without doubling.
#pragma once

#include "core/report/json_format.h"
#include "core/store/operation.h"
#include "sync/client/profile.h"

namespace evenkeel::model {

// All live entities of a record; one with shared and private fields appears once for each part.
Result<report::Export> export_record(store::Store& store, VaultId record);

struct ImportSummary {
    std::size_t entries = 0;        // new here
    std::size_t already_here = 0;   // same id: what is here was kept as it is
    std::size_t not_ours = 0;       // written by the other side, or of a kind that is not imported
    std::size_t days_left_out = 0;  // of screen time that another program counted already
};

// One operation: all of it or nothing, and one undo step. An entity that is here, even in the
// trash, is left alone, so that importing twice makes nothing new and brings nothing back.
Result<ImportSummary> import_record(store::Store& store, VaultId record,
                                    const report::Export& exported);

}  // namespace evenkeel::model
