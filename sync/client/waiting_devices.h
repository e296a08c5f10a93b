// Further devices of this person that answered an invite and wait until a person compared their
// digits: who stole the link gets no further than here.
#pragma once

#include "core/base/ids.h"
#include "core/store/store.h"

#include <string>
#include <vector>

namespace evenkeel::client {

struct WaitingDevice {
    InviteId invite;
    DeviceId device;
    std::string name;           // as the device calls itself
    std::string safety_number;  // thirty digits over its keys; the new device shows the same
};

// Those nobody has decided about yet, in the order they answered.
Result<std::vector<WaitingDevice>> waiting_devices(store::Store& store);

// The digits are the same on both screens: the next sync lets the device in. Only these keys are
// let in; another answer under the same id waits anew. not_found if no such device waits.
Result<void> let_in(store::Store& store, DeviceId device);
// They are not, or nobody knows the device: its answer is left aside, now and later. not_found as
// above.
Result<void> turn_away(store::Store& store, DeviceId device);

enum class Entry { waits, let_in, turned_away };
// What was decided about exactly this device; one that is new here is noted and waits.
Result<Entry> entry_of(store::Store& store, const WaitingDevice& device);
// The invite has ended, one way or the other: nothing of it waits any more.
Result<void> forget_waiting(store::Store& store, const InviteId& invite);

}  // namespace evenkeel::client
