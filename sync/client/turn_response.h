// What one answer of the server changes here.
#pragma once

#include "sync/client/turn_state.h"

namespace evenkeel::client {

struct TurnOutcome {
    bool progress = false;  // something changed; where work is left, another turn follows at once
    bool hopeful = false;   // there is something new to offer; the server may still not take it
    bool more = false;      // the server has more for us
    bool quota = false;     // the server asks to wait
};

// Applies everything in one durable transaction (R9): lists of members, receipts, refusals, pages,
// answers to invites. What cannot be believed is left out with a notice; one bad record or item
// never stops the others. An error is a local one, and then nothing was applied.
Result<TurnOutcome> apply_response(TurnState& state, const wire::TurnRequest& request,
                                   const wire::TurnResponse& response, Instant now);

}  // namespace evenkeel::client
