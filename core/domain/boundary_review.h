// What came out when two people looked at a boundary together in a session. It changes no signed
// term: whatever is to change goes through the negotiation, and needs both signatures.
#pragma once

#include "core/domain/boundary.h"

#include <span>

namespace evenkeel {

enum class ReviewOutcome : std::uint8_t { keep = 1, change = 2, pause = 3, end = 4 };

struct BoundaryReview {
    When when;  // the day it was talked about
    EntityId boundary;
    std::uint32_t version = 1;  // the one that was in force
    ReviewOutcome outcome = ReviewOutcome::keep;
    std::optional<PhiText> words;
    std::optional<Day> next;  // when it is looked at again; none: as the signed terms say
    UserId author;
    friend bool operator==(const BoundaryReview&, const BoundaryReview&) = default;
};

// Refuses more than 2,000 characters of words, and a next review that is not after this one.
[[nodiscard]] Result<void> validate(const BoundaryReview& review);

// When the version in force is looked at next: as its newest review said, else as the signed terms
// say. A signed day that came before the newest review is done with. `reviews` may be in any order;
// those of other boundaries and of other versions do not count.
std::optional<Day> next_review(const BoundaryDocument& in_force,
                               std::span<const BoundaryReview> reviews);

// "keep", "change", "pause", "end": the words JSON and the command line use.
Literal name(ReviewOutcome outcome);

}  // namespace evenkeel
