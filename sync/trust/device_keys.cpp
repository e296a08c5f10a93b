#include "sync/trust/device_keys.h"

#include "sync/trust/layout.h"

#include <sodium.h>

namespace evenkeel::trust {

DeviceKeys DeviceKeys::generate(Random& random) {
    return {random.id<DeviceId>(), generate_signing_keys(random), generate_box_keys(random)};
}

DevicePublic DeviceKeys::public_part() const { return {id, signing.public_key, box.public_key}; }

StoredDeviceKeys store_device_keys(const DeviceKeys& keys) {
    StoredDeviceKeys stored;
    const auto target = stored.writable();
    target[0] = 'K';
    target[1] = 1;
    std::copy(keys.id.bytes.begin(), keys.id.bytes.end(), target.begin() + 2);
    std::copy_n(keys.signing.secret.view().begin(), 32, target.begin() + 18);
    std::copy_n(keys.box.secret.view().begin(), 32, target.begin() + 50);
    return stored;
}

Result<DeviceKeys> parse_device_keys(ByteView stored) {
    if (stored.size() != StoredDeviceKeys::size || stored[0] != 'K' || stored[1] != 1) {
        return Error(ErrorCode::damaged, "The stored keys of this device are damaged.");
    }
    DeviceKeys keys{.id = *DeviceId::from(stored.subspan(2, 16))};
    if (keys.id.is_none()) return Error(ErrorCode::damaged, "The stored keys name no device.");
    keys.signing = signing_keys_from_seed(*SymmetricKey::from(stored.subspan(18, 32)));
    keys.box.secret = *BoxSecret::from(stored.subspan(50, 32));
    crypto_scalarmult_base(keys.box.public_key.data(), keys.box.secret.view().data());
    return keys;
}

}  // namespace evenkeel::trust
