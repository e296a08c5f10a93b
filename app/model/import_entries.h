// What other programs recorded, written into a record: one operation and one undo step each.
#pragma once

#include "app/model/exchange.h"
#include "core/report/daylio.h"
#include "core/report/imported_use.h"

#include <span>

namespace evenkeel::model {

// Which program counted. Two of them count the same hours, so a day that one of them was imported
// for takes nothing from another: minutes of several programs are never added up.
enum class UseMeter { activitywatch, rescuetime };

// An entry that is here and was edited or deleted is left as it is; one that a longer file has more
// minutes for is completed.
Result<ImportSummary> import_use(store::Store& store, VaultId record, UseMeter meter,
                                 std::span<const report::ImportedUse> use,
                                 std::span<const report::ImportedCoverage> coverage,
                                 store::Placement placement);

// The last mood of a day becomes its check-in where it has none; every other one is a mood of its
// moment. Notes are for their writer alone, whatever `placement` says. A check-in that is here
// stays as it is.
Result<ImportSummary> import_moods(store::Store& store, VaultId record,
                                   std::span<const report::ImportedMood> moods,
                                   store::Placement placement);

}  // namespace evenkeel::model
