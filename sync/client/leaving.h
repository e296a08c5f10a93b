// A client who leaves the practice: their own record goes on without the practice's people.
//
// What they note goes to their private record from the moment they say so, on this device without a
// network, on their other devices from the next turn on. The next turn also publishes the list of
// members without staff: then the server gives the practice's devices nothing of the record any
// more, and they read from that list that the client left. What they had, they keep.
#pragma once

#include "sync/client/keyring.h"
#include "sync/client/profile.h"

namespace evenkeel::client {

// Durable when it returns; needs no network. Once more changes nothing. Refused to staff.
Result<void> leave_practice(Profile& profile);
// It was said here, and the list of members does not show it yet.
Result<bool> is_leaving(store::Store& store);

// Whether the client of that record took the practice's people out of it, by the lists known here.
// Where the practice took its last one out, or nobody was ever in it, the client did not leave.
bool has_left(const Keyring& keyring, VaultId record);

// Run when lists of members have come: what a client's further device notes stays private too, and
// what was wished is done.
Result<void> follow_leaving(store::Store& store, const Identity& identity, const Keyring& keyring);

}  // namespace evenkeel::client
