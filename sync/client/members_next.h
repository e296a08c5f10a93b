// The next vault roster: who goes, where they end, who comes.
#pragma once

#include "sync/client/keyring.h"
#include "sync/client/profile.h"

namespace evenkeel::client {

// Where a device ends as far as this device knows: the newest envelope of it that is held here.
Result<trust::Cut> known_end(store::Store& store, const Identity& identity, VaultId vault,
                             DeviceId device);

// Signs `draft`, made on top of the newest roster held, as this device, and checks it with the rule
// every reader applies.
Result<Bytes> sign_next(Profile& profile, const Identity& identity, Keyring& keyring,
                        trust::VaultRoster draft);

// Devices a person wants removed from every vault they may change.
struct RemovalWish {
    DeviceId device;
    bool wipe = false;
};
Result<std::vector<RemovalWish>> removal_wishes(store::Store& store);
Result<void> add_removal_wish(store::Store& store, const RemovalWish& wish);
Result<void> drop_removal_wish(store::Store& store, DeviceId device);

}  // namespace evenkeel::client
