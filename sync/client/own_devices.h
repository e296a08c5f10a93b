// Which devices of this person stand behind each other, as the care record's lists tell it.
#pragma once

#include "sync/client/keyring.h"

namespace evenkeel::client {

// Whether `author` may introduce this device into a private record: it is a device of this person
// that was there first, or that such a device let in, or one on the way by which this device itself
// came. A device that only claims an invite is none of them: a clinician could have put it there to
// read what the client keeps private.
bool is_own_family(const Keyring& keyring, const Identity& identity, DeviceId author);

}  // namespace evenkeel::client
