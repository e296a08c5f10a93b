// Ninety invented days for demonstrations, written through the operations a person's taps use and
// labelled "demo" in every entry that has words.
#pragma once

#include "sync/client/profile.h"

#include <functional>

namespace evenkeel::model {

struct DemoDays {
    std::size_t moods = 0;
    std::size_t uses = 0;
    std::size_t answers = 0;          // to boundaries that were in force on the day
    std::size_t days_left_blank = 0;  // as real people leave them
};

// Logs the `days` days before today, plans a session for the week that comes and answers two
// intakes. `set_now` moves the profile's clock to the moment of each entry. The same days come out
// every time.
Result<DemoDays> log_demo_days(client::Profile& profile, VaultId record, std::int32_t days,
                               const std::function<void(Instant)>& set_now);

}  // namespace evenkeel::model
