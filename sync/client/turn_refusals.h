// What the server did not take, and what to do about each.
#pragma once

#include "sync/client/turn_state.h"

namespace evenkeel::client {

struct RefusalOutcome {
    bool progress = false;
    bool quota = false;
};

// A fork means a new identity (R2); a gap sends again from where the server stands; what is refused
// for good is withdrawn by a void mark and its deltas are issued again by id (rule 10). What
// other devices wrote and this server refuses is kept and left unsent; everything else is kept,
// told and tried again: no refusal ever deletes anything (R44, R45).
Result<RefusalOutcome> take_refusals(TurnState& state, const wire::TurnResponse& response);

}  // namespace evenkeel::client
