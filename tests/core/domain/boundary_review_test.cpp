#include "core/domain/boundary_review.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;

namespace {

const EntityId boundary{{7}};

BoundaryDocument signed_for(std::uint32_t version, std::optional<Day> review) {
    BoundaryDocument document;
    document.boundary = boundary;
    document.version = version;
    document.review_day = review;
    return document;
}

BoundaryReview review_on(Day day, std::uint32_t version, std::optional<Day> next) {
    return {.when = {.instant = {day.number * ms_per_day}, .zone = "UTC", .day = day},
            .boundary = boundary,
            .version = version,
            .outcome = ReviewOutcome::keep,
            .words = std::nullopt,
            .next = next,
            .author = {{1}}};
}

}  // namespace

TEST_CASE("the newest review of the version in force says the next one, else the signed terms") {
    const BoundaryDocument terms = signed_for(2, Day{100});
    CHECK(next_review(terms, {}) == Day{100});

    std::vector<BoundaryReview> reviews{review_on(Day{101}, 2, Day{140}),
                                        review_on(Day{120}, 2, Day{160}),
                                        review_on(Day{110}, 2, Day{150})};
    CHECK(next_review(terms, reviews) == Day{160});

    // What was said of earlier terms, or of another boundary, is not said of these.
    reviews = {review_on(Day{120}, 1, Day{160})};
    CHECK(next_review(terms, reviews) == Day{100});
    reviews = {review_on(Day{120}, 2, Day{160})};
    reviews.front().boundary = EntityId{{8}};
    CHECK(next_review(terms, reviews) == Day{100});
}

TEST_CASE("a review without a next day ends what was due, and leaves what is to come") {
    const std::vector<BoundaryReview> reviews{review_on(Day{100}, 1, std::nullopt)};
    CHECK_FALSE(next_review(signed_for(1, Day{99}), reviews).has_value());
    CHECK_FALSE(next_review(signed_for(1, Day{100}), reviews).has_value());
    CHECK(next_review(signed_for(1, Day{130}), reviews) == Day{130});
    CHECK_FALSE(next_review(signed_for(1, std::nullopt), reviews).has_value());
}
