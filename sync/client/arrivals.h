// Who came into a record, and by whose word: noted when a list of members says so, and told until a
// person has seen it.
#pragma once

#include "sync/client/keyring.h"

#include <vector>

namespace evenkeel::client {

struct Arrival {
    VaultId record;
    UserId user;
    DeviceId device;
    Role role = Role::client;  // of staff always clinician
    bool new_person = false;   // else a further device of somebody who was there
    UserId by;                 // none: the practice's recovery sheet
};

// Those nobody has seen yet, oldest first.
Result<std::vector<Arrival>> arrivals(store::Store& store);
// A person has read them all.
Result<void> arrivals_seen(store::Store& store);

// Compares the record's lists of members after number `before`, each with the one it builds on.
// What this person did at this device is no news.
Result<void> note_arrivals(store::Store& store, const Keyring& keyring, const Identity& identity,
                           VaultId record, std::uint32_t before);

}  // namespace evenkeel::client
