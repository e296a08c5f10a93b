// R19: what this device stamped under a wrong clock gets the right time, lost and doubled nowhere.
//
// A stamp is accepted once a server's time said that it is not too far ahead. That is asked at
// every answer, before the receipts in it take deltas out of the outbox; so whatever is not
// accepted yet is still there, even what the server already has. Accepted stamps never change: a
// server whose own clock goes back cannot make a device date its whole record anew.
#pragma once

#include "core/store/database.h"

namespace evenkeel::store {

// Deltas of the outbox further ahead than `server_time` allows get new stamps, in their order, and
// a higher revision (rule 6). Sealed ones are queued again beside what is under way. The clock goes
// on behind them.
Result<void> restamp_ahead(Database& database, Instant server_time);

// Accepts every stamp given so far, unless the clock is still too far ahead.
Result<void> accept_clock(Database& database, Instant server_time);

}  // namespace evenkeel::store
