// A boundary that is being put together: kept on this device at each pause of the hand until it is
// sent or begun anew, so that neither a kill nor leaving the page takes what was typed.
#pragma once

#include "app/model/boundary_form.h"
#include "core/store/store.h"

namespace evenkeel::model {

// One for each boundary of a record, and one for a new one. Durable when they return.
Result<void> keep_proposal(store::Store& store, VaultId record, const ProposalDraft& draft);
Result<void> forget_proposal(store::Store& store, VaultId record,
                             const std::optional<EntityId>& boundary);
// Empty too if another version of the program kept them in a form unknown here.
Result<std::vector<ProposalDraft>> read_proposals(store::Store& store, VaultId record);

// The drafts of a record as bytes, and back; nothing if they are none.
Bytes print_proposals(const std::vector<ProposalDraft>& drafts);
std::optional<std::vector<ProposalDraft>> parse_proposals(ByteView bytes);

}  // namespace evenkeel::model
