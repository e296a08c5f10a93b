// An invented register of tools and resources, for the demonstration.
#pragma once

#include "sync/client/profile.h"

namespace evenkeel::model {

// Reviewed by `reviewer` today; no entry is about a real product. Returns how many were written.
Result<std::size_t> write_demo_register(client::Profile& profile, const client::Identity& reviewer);

}  // namespace evenkeel::model
