// What a joiner reads before anything of theirs leaves the device.
#pragma once

#include "core/domain/practice.h"
#include "sync/trust/invite.h"

#include <string>

namespace evenkeel::client {

// Says what is shared and with whom, what stays private, that nobody watches, and how to stop.
// A client reads the practice's real times in it, as `policy` has them now.
std::string joining_text(trust::InviteRole role, const std::optional<PracticePolicy>& policy);

}  // namespace evenkeel::client
