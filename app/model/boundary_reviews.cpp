#include "app/model/boundary_reviews.h"

#include "app/model/phrases.h"
#include "app/model/record_desk.h"
#include "core/words/tr.h"

namespace evenkeel::model {

namespace {

Result<const VersionRecord*> need_version(const client::BoundaryBook& book,
                                          const ReviewAsked& asked) {
    const BoundaryStanding* standing = find_standing(book, asked.boundary);
    if (standing == nullptr || !standing->in_force) {
        return Error(ErrorCode::refused, "Only a boundary in force can be reviewed.");
    }
    const VersionRecord& version = book.versions[*standing->in_force];
    if (version.document.version == asked.version) return &version;
    return Error(ErrorCode::refused,
                 "This boundary has changed meanwhile. Nothing was saved; read it again.");
}

// The decision that goes with the outcome; a paused boundary is not paused again.
std::optional<Decision> decision_of(ReviewOutcome outcome, BoundaryState state) {
    if (outcome == ReviewOutcome::end) return Decision::withdraw;
    const bool pauses = outcome == ReviewOutcome::pause && state != BoundaryState::paused;
    return pauses ? std::optional(Decision::pause) : std::nullopt;
}

}  // namespace

Result<store::SavedEntry> review_boundary(client::Profile& profile, VaultId record,
                                          const ReviewAsked& asked) {
    TRY_ASSIGN(const auto book, client::boundaries(profile, record));
    TRY_ASSIGN(const VersionRecord* version, need_version(book, asked));
    BoundaryReview review{.when = {},
                          .boundary = asked.boundary,
                          .version = asked.version,
                          .outcome = asked.outcome,
                          .words = std::nullopt,
                          .next = asked.next,
                          .author = asked.author};
    if (!asked.words.empty()) review.words = PhiText(asked.words);
    const auto decision = decision_of(asked.outcome, find_standing(book, asked.boundary)->state);
    store::SavedEntry saved;
    const auto write = [&]() -> Result<void> {
        TRY_ASSIGN(saved, store::write_review(profile.store(), record, std::move(review)));
        if (!decision) return {};
        return client::decide(profile, record, asked.boundary, *decision, std::nullopt,
                              version->hash);
    };
    TRY(profile.store().transaction(write));
    return saved;
}

std::vector<ReviewLine> review_lines(const std::vector<BoundaryReview>& reviews, EntityId boundary,
                                     const NameOf& name_of) {
    std::vector<ReviewLine> lines;
    for (auto review = reviews.rbegin(); review != reviews.rend(); ++review) {
        if (review->boundary != boundary) continue;
        std::string text = tr("{0}, {1}: {2}.", short_date(review->when.day),
                              name_of(review->author), tr(outcome_words(review->outcome)));
        if (review->next) text = tr("{0} Next review on {1}.", text, short_date(*review->next));
        lines.push_back(
            {.text = std::move(text), .words = review->words ? review->words->reveal() : ""});
    }
    return lines;
}

Literal outcome_words(ReviewOutcome outcome) {
    switch (outcome) {
        case ReviewOutcome::keep:
            return tr_later("kept as it is");
        case ReviewOutcome::change:
            return tr_later("to be changed");
        case ReviewOutcome::pause:
            return tr_later("paused");
        case ReviewOutcome::end:
            return tr_later("ended");
    }
    return tr_later("reviewed");
}

}  // namespace evenkeel::model
