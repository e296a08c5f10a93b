// Which devices of this person stand behind each other, as the care record's lists tell it.
#pragma once

#include "sync/client/keyring.h"

namespace evenkeel::client {

// Whether `author` may introduce this device into a private record: it is a device of this person
// that was there first, or that such a device let in, or one on the way by which this device itself
// came. A device that only claims an invite is none of them: a clinician could have put it there to
// read what the client keeps private.
bool is_own_family(const Keyring& keyring, const Identity& identity, DeviceId author);

// The same for staff, as the staff list tells it: whether both devices go back to one that this
// person began with, each let in by another of theirs. An admin may certify a device in anybody's
// name; it goes back to none of theirs.
bool is_own_staff_device(const Keyring& keyring, DeviceId one, DeviceId other);

// Whether every device on the list of a notes vault is one of its owner's, seen from `own`. Else
// somebody founded it in their name, and nothing is sealed to it.
bool is_own_notes(const Keyring& keyring, const trust::VaultRoster& roster, DeviceId own);

}  // namespace evenkeel::client
