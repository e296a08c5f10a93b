#include "app/model/boundary_reviews.h"
#include "app/model/member_names.h"
#include "app/model/views.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

BoundaryStage stage_of(const client::BoundaryBook& book, const BoundaryStanding& standing,
                       Role reader) {
    const Role other = reader == Role::client ? Role::clinician : Role::client;
    if (open_version(book, standing, other) != nullptr) return BoundaryStage::waits_for_me;
    if (open_version(book, standing, reader) != nullptr) return BoundaryStage::waits_for_them;
    switch (standing.state) {
        case BoundaryState::contested:
            return BoundaryStage::contested;
        case BoundaryState::paused:
            return BoundaryStage::paused;
        case BoundaryState::accepted:
            return BoundaryStage::in_force;
        default:
            return standing.in_force ? BoundaryStage::in_force : BoundaryStage::ended;
    }
}

int rank_of(BoundaryStage stage) {
    switch (stage) {
        case BoundaryStage::waits_for_me:
            return 0;
        case BoundaryStage::contested:
            return 1;
        case BoundaryStage::waits_for_them:
            return 2;
        case BoundaryStage::in_force:
            return 3;
        case BoundaryStage::paused:
            return 4;
        case BoundaryStage::ended:
            return 5;
    }
    return 5;
}

std::string proposer(const VersionRecord& version, const CardReader& reader) {
    return name_for(reader.self, reader.members, version.document.proposed_by,
                    version.written_by == Role::client ? tr("your client") : tr("your clinician"));
}

std::string kept_words(const BoundaryCard& card, const BoundaryTerms& terms) {
    if (card.stage != BoundaryStage::in_force) return "";
    if (std::holds_alternative<WeeklyLimit>(terms.rule)) return tr("Counted by the week");
    std::size_t kept = 0;
    std::size_t known = 0;
    for (const DayOutcome day : card.week) {
        kept += day == DayOutcome::kept ? 1 : 0;
        known += day == DayOutcome::kept || day == DayOutcome::partly || day == DayOutcome::broken;
    }
    if (known == 0) return tr("No day of the last 7 is known yet");
    return tr_n("Kept on {1} of {0} known day", "Kept on {1} of {0} known days", known, kept);
}

// Of the version in force; a proposal says for itself when it is to be reviewed.
void add_reviews(BoundaryCard& card, const VersionRecord& agreed,
                 const std::vector<BoundaryReview>& reviews, const CardReader& reader, Day today) {
    const auto next = next_review(agreed.document, reviews);
    card.review_due = next && *next <= today;
    card.reviewable = reader.role != Role::client;
    if (agreed.document.version == card.version) card.review_day = next;
}

BoundaryCard card_of(const client::BoundaryBook& book, const BoundaryStanding& standing,
                     const std::vector<BoundaryReview>& reviews, const CardReader& reader,
                     const std::vector<insight::DaySummary>& week) {
    const VersionRecord& version = shown_version(book, standing, reader.role);
    const BoundaryDocument& document = version.document;
    BoundaryCard card{.id = standing.boundary,
                      .stage = stage_of(book, standing, reader.role),
                      .sentence = document.text.reveal(),
                      .reason = document.reason.reveal(),
                      .study_question = document.study_question.reveal(),
                      .proposed_by = proposer(version, reader),
                      .in_force_sentence = {},
                      .version = document.version,
                      .since = std::nullopt,
                      .review_day = document.review_day,
                      .form = form_of(document)};
    if (standing.in_force) {
        const VersionRecord& agreed = book.versions[*standing.in_force];
        if (agreed.hash != version.hash) card.in_force_sentence = agreed.document.text.reveal();
        if (!standing.days.empty()) card.since = standing.days.back().first;
        add_reviews(card, agreed, reviews, reader, week.back().day);
    }
    card.reviews = review_lines(reviews, standing.boundary, [&](UserId author) {
        return name_for(reader.self, reader.members, author, tr("your clinician"));
    });
    for (std::size_t i = 0; i < card.week.size(); ++i) {
        card.week_days[i] = week[i].day;
        card.week[i] = outcome_of(week[i], standing.boundary);
    }
    card.kept_sentence = kept_words(card, document.terms);
    return card;
}

}  // namespace

DayOutcome outcome_of(insight::Verdict verdict) {
    switch (verdict) {
        case insight::Verdict::kept:
            return DayOutcome::kept;
        case insight::Verdict::broken:
            return DayOutcome::broken;
        case insight::Verdict::not_applicable:
            return DayOutcome::not_applicable;
        case insight::Verdict::unknown:
            return DayOutcome::blank;
    }
    return DayOutcome::blank;
}

DayOutcome outcome_of(const insight::Evaluation& evaluation) {
    const DayOutcome counted = outcome_of(evaluation.counts);
    const bool partly = evaluation.answered && evaluation.answered->reveal() == Answer::partly &&
                        evaluation.log != insight::Verdict::broken;
    return counted == DayOutcome::broken && partly ? DayOutcome::partly : counted;
}

DayOutcome outcome_of(const insight::DaySummary& day, EntityId boundary) {
    const auto found =
        std::ranges::find(day.boundaries, boundary, &insight::BoundaryOfDay::boundary);
    if (found == day.boundaries.end()) return DayOutcome::not_applicable;
    return outcome_of(found->evaluation);
}

Result<std::vector<BoundaryCard>> boundary_cards(RecordDesk& desk, const CardReader& reader,
                                                 const std::vector<insight::DaySummary>& week) {
    TRY_ASSIGN(const client::BoundaryBook* book, desk.book());
    TRY_ASSIGN(const auto* reviews, desk.reviews());
    std::vector<BoundaryCard> cards;
    for (const BoundaryStanding& standing : book->standings) {
        cards.push_back(card_of(*book, standing, *reviews, reader, week));
    }
    std::ranges::sort(cards, [](const BoundaryCard& left, const BoundaryCard& right) {
        return std::tuple(rank_of(left.stage), left.sentence, left.id) <
               std::tuple(rank_of(right.stage), right.sentence, right.id);
    });
    return cards;
}

}  // namespace evenkeel::model
