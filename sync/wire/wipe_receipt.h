// What a removed device says when it has erased itself, since it was asked to. Anyone who knows its
// key can check it; nobody can say it in its name, the server included.
//
//   off  len
//     0    1  'W'
//     1    1  version 1
//     2   16  root fingerprint of the practice
//    18   16  device
//    34    8  when, milliseconds since 1970 by the device's clock, big-endian
//    42   64  Ed25519("EVEN-WIP" ‖ all bytes before)
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"
#include "sync/trust/device_keys.h"
#include "sync/trust/roster_frame.h"

namespace evenkeel::wire {

constexpr std::size_t wipe_receipt_bytes = 106;

struct WipeReceipt {
    trust::RootFingerprint root{};
    DeviceId device;
    Instant when;
};

Bytes sign_wipe_receipt(const WipeReceipt& receipt, const trust::SigningSecret& secret);
// Structure only; the signature is checked by verify_wipe_receipt with the named device's key.
Result<WipeReceipt> parse_wipe_receipt(ByteView bytes);
[[nodiscard]] bool verify_wipe_receipt(ByteView bytes, const trust::PublicKey& device_key);

}  // namespace evenkeel::wire
