// Reads again what was set aside (R35, R37): when lists of members or keys arrive, and when a newer
// program opens the profile.
#pragma once

#include "sync/client/keyring.h"

namespace evenkeel::client {

// The store's value that says what the program could read that opened it last.
constexpr const char* understanding_value = "read.understanding";

// Everything that is set aside, once. What still cannot be read stays so, with its reason.
Result<store::ApplySummary> read_parked_again(store::Store& store, const Identity& identity,
                                              Keyring& keyring, Instant server_time);

// Reads everything again, lists included, if the program that opened the store last could not read
// the same. Needs no network.
Result<void> read_after_upgrade(store::Store& store, Instant now);

}  // namespace evenkeel::client
