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
// What a newer version kept in another form is left alone.
Result<std::vector<ProposalDraft>> read_proposals(store::Store& store, VaultId record);

// The draft as lines of text, and back; nothing if it is none.
std::string print_proposal(const ProposalDraft& draft);
std::optional<ProposalDraft> parse_proposal(std::string_view text);

}  // namespace evenkeel::model
