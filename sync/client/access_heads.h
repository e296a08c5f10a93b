// How far this device has seen each record's access log, and whether the server's next word about
// it goes on from there. Here it is held against every answer; access_log.h reads the log itself.
#pragma once

#include "sync/client/turn_state.h"

namespace evenkeel::client {

// The end of an access log: its newest line and the chain hash behind that.
struct AccessHead {
    std::uint64_t index = 0;
    Hash32 hash{};
};

// The newest head seen; index 0 if none.
Result<AccessHead> seen_access_head(store::Store& store, VaultId record);
Result<void> keep_access_head(store::Store& store, VaultId record, const AccessHead& head);
// The server was restored or replaced, which the person is told: its log begins anew.
Result<void> forget_access_head(store::Store& store, VaultId record);

// `head` after one more line.
AccessHead next_access_head(VaultId record, const AccessHead& head,
                            const wire::AccessLogEntry& line);

// The heads of one answer. A log that became shorter, or that does not go on from what was seen, is
// a notice at every turn, and what was seen stays as it is: it is the proof.
Result<void> take_access_heads(TurnState& state, const wire::TurnRequest& request,
                               const wire::TurnResponse& response);

}  // namespace evenkeel::client
