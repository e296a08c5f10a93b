// A new identity for this device. A profile that was copied or restored from a backup shares its
// device id with what the server already knows (R2, R3). It keeps everything it holds and goes on
// as a new device, which the old key vouches for in a list of members.
#pragma once

#include "sync/client/turn_state.h"

namespace evenkeel::client {

// Notes durably that this device must become another one. Doing it twice is doing it once.
Result<void> begin_successor(TurnState& state);
Result<bool> successor_under_way(store::Store& store);

// Proposes the lists of members that still lack the new device. Once every vault has it, this
// profile is that device: what the server never confirmed goes back to the outbox and is sealed
// anew under the new key. The old id stays until a person retires it.
Result<void> advance_successor(TurnState& state);

}  // namespace evenkeel::client
