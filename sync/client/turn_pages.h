// The pages of a response: what each vault's log has beyond our cursor.
#pragma once

#include "sync/client/turn_state.h"
#include "sync/trust/log_object.h"

namespace evenkeel::client {

struct PagesOutcome {
    bool changed = false;
    bool complete = true;       // false: a record has more that could not be passed yet
    bool stepped_back = false;  // the server asked a cursor back, and there was a way to go
};

// Reads each vault's items together with this answer's receipts in the order of their positions,
// and applies what could be believed with the cursor it brings. Receipts count only for the
// envelopes of `request`, which is the one being answered.
Result<PagesOutcome> take_pages(TurnState& state, const wire::TurnRequest& request,
                                const wire::TurnResponse& response, Instant now);

// Takes the content of a held envelope and leaves its stub, so that the chain still verifies. For a
// verified redaction or void mark.
Result<void> redact_held(TurnState& state, const trust::Redaction& named);

}  // namespace evenkeel::client
