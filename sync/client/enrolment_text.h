// What a joiner reads before anything of theirs leaves the device.
#pragma once

#include "sync/trust/invite.h"

#include <string>

namespace evenkeel::client {

// Says what is shared and with whom, what stays private, that nobody watches, and how to stop.
std::string joining_text(trust::InviteRole role);

}  // namespace evenkeel::client
