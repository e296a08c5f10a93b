#include "core/store/boundary_reviews.h"

#include "core/codec/entity.h"

#include <algorithm>

namespace evenkeel::store {

Result<std::vector<BoundaryReview>> read_reviews(Store& store, RecordId record) {
    TRY_ASSIGN(const auto rows,
               store.list({.record = record, .kind = EntityKind::boundary_review}));
    std::vector<BoundaryReview> reviews;
    for (const EntityRow& row : rows) {
        auto review = codec::decode_boundary_review(row.fragment);
        if (review.ok()) reviews.push_back(std::move(review).value());
    }
    std::ranges::stable_sort(reviews, {},
                             [](const BoundaryReview& one) { return one.when.instant; });
    return reviews;
}

Result<SavedEntry> write_review(Store& store, RecordId record, BoundaryReview review) {
    TRY_ASSIGN(review.when, entry_when(store, {}));
    TRY(validate(review));
    const bool is_decision =
        review.outcome == ReviewOutcome::pause || review.outcome == ReviewOutcome::end;
    Operation operation(store, record, "review of a boundary",
                        is_decision ? UndoStep::none : UndoStep::kept);
    TRY_ASSIGN(const EntityId id, operation.write({.kind = EntityKind::boundary_review,
                                                   .id = std::nullopt,
                                                   .fragment = codec::encode(review)}));
    TRY(operation.commit());
    return SavedEntry{.id = id, .day = review.when.day, .late = false};
}

}  // namespace evenkeel::store
