// A device's identity: made on the device, never leaves it, lost with it.
#pragma once

#include "core/base/ids.h"
#include "sync/trust/primitives.h"

namespace evenkeel::trust {

// What others know of a device.
struct DevicePublic {
    DeviceId id;
    PublicKey signing_key{};
    PublicKey box_key{};
    friend bool operator==(const DevicePublic&, const DevicePublic&) = default;
};

// Signing and unwrapping use two key pairs, as libsodium advises.
struct DeviceKeys {
    DeviceId id;
    SigningKeys signing;
    BoxKeys box;

    static DeviceKeys generate(Random& random);
    [[nodiscard]] DevicePublic public_part() const;
};

// For the encrypted local store only: 'K' ‖ version 1 ‖ id(16) ‖ signing seed(32) ‖ box secret(32).
using StoredDeviceKeys = SecretBytes<82, struct StoredDeviceKeysKind>;
StoredDeviceKeys store_device_keys(const DeviceKeys& keys);
// Public keys are computed again, never read. Anything but exactly this layout is refused.
Result<DeviceKeys> parse_device_keys(ByteView stored);

}  // namespace evenkeel::trust
