// What came back to journal pages: that they were seen, and replies.
#pragma once

#include "core/domain/feedback.h"
#include "core/store/store.h"

#include <map>
#include <set>

namespace evenkeel::model {

struct FeedbackLine {
    EntityId id;
    Feedback feedback;
    [[nodiscard]] bool is_reply() const { return feedback.text.has_value(); }
};
// By the page they are about; oldest first.
using FeedbackByPage = std::map<EntityId, std::vector<FeedbackLine>>;
Result<FeedbackByPage> read_feedback(store::Store& store, VaultId record);
// Answered, or read by somebody who plans no written reply.
bool is_settled(const std::vector<FeedbackLine>& lines);

// Replies this person has read on this device; not known elsewhere.
Result<std::set<EntityId>> read_replies(store::Store& store);
Result<void> mark_read(store::Store& store, const std::vector<EntityId>& replies);
// The same for all replies to one page, which is open.
Result<void> mark_read(store::Store& store, const FeedbackByPage& feedback, EntityId page);

}  // namespace evenkeel::model
