// What was typed and is not finished: kept on this device at each pause of the hand, so that a kill
// takes at most the last second.
#pragma once

#include "app/model/journal_view.h"
#include "app/model/phrases.h"
#include "core/store/store.h"

namespace evenkeel::model {

// Durable when it returns. No text is no draft.
Result<void> keep_draft(store::Store& store, const DraftKey& key, const std::string& title,
                        const std::string& text);
Result<void> forget_draft(store::Store& store, const DraftKey& key);
// All of this device. What a newer version kept in another form is left alone.
Result<std::vector<DraftLine>> read_drafts(store::Store& store, const Moment& now);

}  // namespace evenkeel::model
