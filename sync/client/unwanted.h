// What other devices wrote and this server refused as it is. It is kept, is not offered to the same
// server again and again, and is offered to the next one.
#pragma once

#include "core/base/ids.h"
#include "core/store/store.h"

#include <map>

namespace evenkeel::client {

// From which sequence on the author's envelopes are left out: those after a refused one build on
// it.
using Unwanted = std::map<std::pair<VaultId, DeviceId>, std::uint64_t>;

Result<Unwanted> load_unwanted(store::Store& store);
// True if the author's envelopes were offered so far.
Result<bool> add_unwanted(store::Store& store, VaultId vault, DeviceId author,
                          std::uint64_t sequence);
// The server lost its log of the vault (none: the lists of members changed), so that it may take
// now what it refused before.
Result<void> forget_unwanted(store::Store& store, std::optional<VaultId> vault);

}  // namespace evenkeel::client
