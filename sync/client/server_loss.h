// When the server is not the one it was: restored, wiped, replaced. Everything held here is pushed
// again, own envelopes and others'; nothing is deleted (R30).
#pragma once

#include "sync/client/turn_state.h"

namespace evenkeel::client {

// The server's log of this vault is not ours at the cursor. Goes back to `position`, where both may
// still agree, or to the start if what lies before it is not all held; what lies behind is sent
// again.
Result<void> step_back(TurnState& state, VaultId vault, std::uint64_t position);

// The server knows nothing of this vault: lists of members from the first on, then all envelopes.
Result<void> start_over(TurnState& state, VaultId vault);
// The server knows nothing at all: an empty one took the staff chain of this practice.
Result<void> start_over(TurnState& state);

}  // namespace evenkeel::client
