#include "app/model/day_book.h"

#include "app/model/entry_cache.h"

namespace evenkeel::model {

Result<DayBook> read_days(client::Profile& profile, VaultId record, Day first, Day last) {
    DayBook result;
    TRY_ASSIGN(result.boundaries, client::boundaries(profile, record));
    EntryCache cache(profile.store(), record);
    TRY_ASSIGN(result.days, summarise(cache, profile.ports().clock.zone_name(), {first, last},
                                      result.boundaries));
    return result;
}

}  // namespace evenkeel::model
