// The next vault roster: who goes, where they end, who comes.
#pragma once

#include "sync/client/keyring.h"
#include "sync/client/profile.h"
#include "sync/client/transport.h"

#include <functional>

namespace evenkeel::client {

// Where a device ends as far as this device knows: the newest envelope of it that is held here.
Result<trust::Cut> known_end(store::Store& store, const Identity& identity, VaultId vault,
                             DeviceId device);

// Signs `draft`, made on top of the newest roster held, as this device, and checks it with the rule
// every reader applies.
Result<Bytes> sign_next(Profile& profile, const Identity& identity, Keyring& keyring,
                        trust::VaultRoster draft);

// Publishes the next staff list as this admin's device: `change` is run on a draft on top of the
// newest list, again whenever another device came first, until it says that nothing is left to
// change.
Result<void> change_staff_list(Profile& profile, const Identity& identity, Keyring& keyring,
                               Transport& transport,
                               const std::function<Result<bool>(trust::StaffRoster&)>& change);

// Runs turns until nothing is due, so that everybody's newest envelope is known here. False where
// the server could not be reached.
Result<bool> fetch_everything(Profile& profile, const Identity& identity, Transport& transport);

// Publishes what heal_rosters finds until nothing is left; fetches where the server holds more.
Result<void> push_healed(Profile& profile, const Identity& identity, Keyring& keyring,
                         Transport& transport);

// Devices a person wants removed from every vault they may change.
struct RemovalWish {
    DeviceId device;
    bool wipe = false;
};
Result<std::vector<RemovalWish>> removal_wishes(store::Store& store);
Result<void> add_removal_wish(store::Store& store, const RemovalWish& wish);
Result<void> drop_removal_wish(store::Store& store, DeviceId device);

}  // namespace evenkeel::client
