// The care team as its client sees it, and the client's "not now" to a colleague they were asked
// about.
#pragma once

#include "app/model/client_view.h"
#include "sync/client/profile.h"

namespace evenkeel::model {

// Nothing where this device holds no list of members of the record yet. Who is outside is known to
// the client only once their name was told, which is how the practice asks.
Result<std::optional<OwnTeamView>> own_team(client::Profile& profile, VaultId record);

// Kept on this device alone: nobody is told, and the colleague can be let in at any time.
Result<void> decline_colleague(store::Store& store, UserId user);

}  // namespace evenkeel::model
