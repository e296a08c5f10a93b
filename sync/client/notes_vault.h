// The vault of a clinician's own notes: this person's devices and the recovery sheet, nobody else.
//
// It is made when the first note is written, without a network. The next turn publishes its first
// list of members. Where two devices began before either had told the server, the first list to
// arrive stands; its device lets the other in, and what the other wrote waits on it, unsealed,
// until then. So nothing is ever sealed under a list that the server did not take.
#pragma once

#include "sync/client/keyring.h"
#include "sync/client/profile.h"

namespace evenkeel::client {

// The record notes are written to. Makes it here if it is not there yet; refuses clients.
Result<VaultId> need_notes_vault(store::Store& store, const Identity& identity);
// The same, without making one: nothing where no note was ever written or fetched.
Result<std::optional<VaultId>> find_notes_vault(store::Store& store, const Identity& identity);

// The first list of members, if the vault was begun here and no list of it has come.
Result<std::optional<Bytes>> first_notes_roster(Profile& profile, const Identity& identity,
                                                const Keyring& keyring);

}  // namespace evenkeel::client
