// From the outbox to sealed envelopes: the first step of every turn.
#pragma once

#include "sync/client/keyring.h"

namespace evenkeel::client {

struct Sealed {
    std::size_t envelopes = 0;
    std::size_t too_large = 0;   // deltas no envelope can hold; they stay and are told
    std::size_t locked_out = 0;  // vaults with unsealed deltas this device may not write to
};

// Seals what waits, oldest first, under the newest list of members seen, until the new envelopes
// take `bytes_max` (at least one is sealed). Each is persisted with what it took out of the outbox
// before anything is sent, in one transaction; sealed bytes never change again (R11).
Result<Sealed> seal_outbox(store::Store& store, const Identity& identity, Keyring& keyring,
                           Instant server_time, std::size_t bytes_max);

}  // namespace evenkeel::client
