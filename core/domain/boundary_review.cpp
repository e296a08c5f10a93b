#include "core/domain/boundary_review.h"

#include "core/base/limits.h"

namespace evenkeel {

Result<void> validate(const BoundaryReview& review) {
    TRY(validate(review.when));
    if (review.boundary.is_none() || review.author.is_none() || review.version == 0) {
        return Error(ErrorCode::invalid_input,
                     "A review needs its boundary, the version and who wrote it.");
    }
    if (review.outcome < ReviewOutcome::keep || review.outcome > ReviewOutcome::end) {
        return Error(ErrorCode::unsupported, "This outcome of a review is not known.");
    }
    if (review.next && *review.next <= review.when.day) {
        return Error(ErrorCode::invalid_input, "The next review comes after this one.");
    }
    return check_text(review.words, "What was said", limits::note_characters_max);
}

std::optional<Day> next_review(const BoundaryDocument& in_force,
                               std::span<const BoundaryReview> reviews) {
    const BoundaryReview* newest = nullptr;
    for (const BoundaryReview& review : reviews) {
        if (review.boundary != in_force.boundary || review.version != in_force.version) continue;
        if (newest == nullptr || review.when.instant >= newest->when.instant) newest = &review;
    }
    if (newest == nullptr) return in_force.review_day;
    if (newest->next) return newest->next;
    const bool is_ahead = in_force.review_day && *in_force.review_day > newest->when.day;
    return is_ahead ? in_force.review_day : std::nullopt;
}

Literal name(ReviewOutcome outcome) {
    switch (outcome) {
        case ReviewOutcome::keep:
            return "keep";
        case ReviewOutcome::change:
            return "change";
        case ReviewOutcome::pause:
            return "pause";
        case ReviewOutcome::end:
            return "end";
    }
    return "unknown";
}

}  // namespace evenkeel
