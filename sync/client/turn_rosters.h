// Lists of members that came with a response, and what follows from them.
#pragma once

#include "sync/client/turn_state.h"

namespace evenkeel::client {

// Staff lists first, then vault lists that refer to them, each checked by the whole rule; proposals
// the server took come into force, others that lost their race are dropped and made again. New
// records are entered, records this device was removed from are closed. True if anything changed.
Result<bool> take_rosters(TurnState& state, const wire::TurnResponse& response);

}  // namespace evenkeel::client
