// What one turn says to the server: what is held, and what is pushed.
#pragma once

#include "sync/client/turn_state.h"

namespace evenkeel::client {

// Brings the outbox and the lists of members up to date here, as the first step of a turn.
Result<void> prepare_turn(TurnState& state, Instant now);

// Cursors of all vaults; lists of members, marks and invites that wait; then envelopes, oldest
// first, as far as the request has room.
Result<wire::TurnRequest> make_turn_request(TurnState& state, Instant now);

// Whether something waits that a turn could bring to the server.
Result<bool> has_work(TurnState& state, Instant now);

// The practice's staff chain, offered to an empty server; nothing if this device holds none.
Result<std::optional<Bytes>> make_rebirth_call(TurnState& state);

}  // namespace evenkeel::client
