// Reviews of boundaries: what came out of one, and what is said of those that were.
#pragma once

#include "app/model/client_view.h"
#include "core/store/boundary_reviews.h"
#include "sync/client/agreements.h"

namespace evenkeel::model {

struct ReviewAsked {
    EntityId boundary;
    std::uint32_t version = 1;  // that was before the person's eyes
    ReviewOutcome outcome = ReviewOutcome::keep;
    std::string words;
    std::optional<Day> next;
    UserId author;
};
// Notes what came out, and pauses or withdraws where that came out, in one step: no signed term
// changes otherwise. Refuses a version that is not in force (any more).
Result<store::SavedEntry> review_boundary(client::Profile& profile, VaultId record,
                                          const ReviewAsked& asked);

// Who wrote them has a name here.
using NameOf = std::function<std::string(UserId)>;
// Of one boundary, the newest first: "Thu 3 Dec, Dr Stern: kept as it is. Next review on 31 Dec."
std::vector<ReviewLine> review_lines(const std::vector<BoundaryReview>& reviews, EntityId boundary,
                                     const NameOf& name_of);
// "kept as it is", "to be changed", "paused", "ended".
Literal outcome_words(ReviewOutcome outcome);

}  // namespace evenkeel::model
