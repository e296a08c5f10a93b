// What came out of the reviews of a record's boundaries.
#pragma once

#include "core/domain/boundary_review.h"
#include "core/store/entries.h"

namespace evenkeel::store {

// All of a record, the oldest first.
Result<std::vector<BoundaryReview>> read_reviews(Store& store, RecordId record);
// Talked about now. One that pauses or ends a boundary is no undo step, as the decision it goes
// with is none.
Result<SavedEntry> write_review(Store& store, RecordId record, BoundaryReview review);

}  // namespace evenkeel::store
