// What was counted on this computer: a value in its store, never a delta, in no export and in no
// outbox. It becomes an entry only by the person's word.
#pragma once

#include "app/model/counting_view.h"
#include "app/model/entry_cache.h"
#include "core/store/operation.h"

#include <map>

namespace evenkeel::model {

struct Counting {
    CountingBy by = CountingBy::nobody;
    bool paused = false;
    Instant since;        // nothing from before is asked for
    bool closed = false;  // by the window in front: also while this program's window is closed
    friend bool operator==(const Counting&, const Counting&) = default;
};

Result<Counting> read_counting(store::Store& store);
// What was counted and not answered is forgotten when nobody counts any more.
Result<void> write_counting(store::Store& store, const Counting& counting);

// The place in CountedMinutes; of what is not counted none.
std::optional<std::size_t> place_of(UseTarget target);
// Of an entry that an import made, which names its group.
std::size_t place_of(const UseEntry& entry);

using DayCounts = std::map<Day, CountedMinutes>;
constexpr std::int32_t counted_days_kept = 28;  // before today

// Adds to what was counted, or takes the place of it. Older days are forgotten.
Result<void> add_counted(store::Store& store, const DayCounts& counts, Day today);
Result<void> set_counted(store::Store& store, const DayCounts& counts, Day today);

// Of today and the six days before: what has no answer yet, and a day that was kept and has a
// quarter of an hour more since. The days are among what `entries` has read.
Result<std::vector<CountedProposal>> counted_proposals(store::Store& store,
                                                       const EntryCache& entries, Day today);

// Writes the day's minutes as entries of this device, one operation. What differs from what was
// counted is the person's own estimate. Refuses a day that is not proposed.
Result<void> keep_counted(store::Store& store, VaultId record, Day day,
                          const CountedMinutes& minutes, store::Placement placement);
Result<void> decline_counted(store::Store& store, Day day);

// Minutes read off a phone's own page of screen time, one operation; what was read off before for
// that day is replaced. None: left as it is.
Result<void> write_phone_minutes(store::Store& store, VaultId record, Day day,
                                 const std::array<std::optional<std::uint32_t>, use_group_count>&,
                                 store::Placement placement);

}  // namespace evenkeel::model
