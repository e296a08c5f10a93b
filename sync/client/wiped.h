// That a removed device erased itself, since it was asked to: said by the device, shown to those
// who asked.
//
// The device signs its word before it erases its keys, keeps it beside the profile, and sends it
// only when nothing of the profile opens any more: so what the others read is true, wherever the
// device was cut off. A device that never comes back says nothing, and is shown as not confirmed.
#pragma once

#include "sync/client/enrolment.h"
#include "sync/wire/wipe_receipt.h"

namespace evenkeel::client {

// Signs the word and keeps it in the profile's directory, with the address it is for. A profile
// that never joined has nobody to tell.
Result<void> keep_wipe_receipt(store::Store& store, const std::string& directory, Instant now);
Result<void> forget_wipe_receipt(const std::string& directory);
// Sends the word of a profile that is erased by now, and forgets it when the server has it. Nothing
// to send is no error.
Result<void> send_wipe_receipt(const std::string& directory,
                               const Connect& connect = make_http_transport);

// A verified word came with a record's log.
Result<void> note_wiped(store::Store& store, const wire::WipeReceipt& receipt);

// A device that was removed from a record.
struct RemovedDevice {
    DeviceId device;
    UserId user;
    std::string name;              // of its person; empty if not known
    bool asked_to_erase = false;   // itself
    std::optional<Instant> wiped;  // by its own clock; none: it was not asked, or has not said so
};
Result<std::vector<RemovedDevice>> removed_devices(Profile& profile);

}  // namespace evenkeel::client
