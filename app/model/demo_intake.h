// Two invented intakes, months apart, for the demonstration.
#pragma once

#include "sync/client/profile.h"

#include <functional>

namespace evenkeel::model {

// One at the first of the `days` before today and one a week ago, with what changed between them;
// both are shared. Of fewer than two weeks only the second. `set_now` moves the profile's clock,
// which is back at the present when this returns.
Result<void> answer_demo_intakes(client::Profile& profile, VaultId record, std::int32_t days,
                                 const std::function<void(Instant)>& set_now);

}  // namespace evenkeel::model
