// Reviews of boundaries: what came out is read by both, and no signed term changes by it.
#include "tests/app/model/people.h"

namespace evenkeel::test {
namespace {

using namespace model;

struct Pair : Couple {
    EntityId boundary;
    Pair() {
        for (Person* person : {&clinician, &client}) {
            person->does(ChangeSettings{{.lock_after_minutes = 0}});
        }
        BoundaryForm form{.groups = {UseGroup::social}, .minutes_max = 60};
        form.reason = "The evenings slip away";
        form.review_weeks = 2;
        boundary = agree(client, clinician, form);
        sync();
    }
    BoundaryCard at_client() { return only_card(client.sees()->client->boundaries.cards); }
    BoundaryCard at_clinician() {
        return only_card(clinician.does(OpenClient{record})->clinician->overview->boundaries);
    }
    std::string need_words() { return clinician.sees()->clinician->caseload.front().need; }
    Day day() { return clinician.sees()->clinician->overview->today; }
    void days_go_by(int count) {
        client.waits(count * ms_per_day);
        clinician.waits(0);
        sync();
        clinician.does(OpenClient{record});
    }
    void review(ReviewOutcome outcome, const std::string& words, std::optional<Day> next) {
        clinician.does(ReviewBoundary{.record = record,
                                      .boundary = boundary,
                                      .version = 1,
                                      .outcome = outcome,
                                      .words = words,
                                      .next = next});
        sync();
    }
    SessionBrief brief() { return clinician.does(OpenClient{record})->clinician->overview->brief; }
};

bool says(const std::vector<std::string>& lines, const std::string& part) {
    return std::ranges::any_of(
        lines, [&](const std::string& line) { return line.find(part) != std::string::npos; });
}

TEST_CASE("Kept with a new day, a boundary is due no more, and its signed terms stay") {
    Pair pair;
    pair.days_go_by(15);
    CHECK(pair.at_clinician().review_due);
    CHECK(pair.at_client().review_due);
    CHECK_FALSE(pair.at_client().reviewable);
    CHECK(pair.need_words().find("oundary review due") != std::string::npos);
    CHECK(says(pair.brief().to_do, "Review, due on"));
    CHECK(pair.brief().boundaries.front().review_due);
    const std::string signed_sentence = pair.at_client().sentence;

    const Day next = pair.day() + 28;
    pair.review(ReviewOutcome::keep, "It helps at night.", next);
    for (const BoundaryCard& card : {pair.at_clinician(), pair.at_client()}) {
        CHECK_FALSE(card.review_due);
        CHECK(card.review_day == next);
        CHECK(card.stage == BoundaryStage::in_force);
        CHECK(card.version == 1);
        CHECK(card.sentence == signed_sentence);
        REQUIRE(card.reviews.size() == 1);
        CHECK(card.reviews.front().words == "It helps at night.");
        CHECK(card.reviews.front().text.find("kept as it is. Next review on") != std::string::npos);
    }
    CHECK(pair.need_words().find("oundary review due") == std::string::npos);
    CHECK_FALSE(says(pair.brief().to_do, "Review, due on"));
    CHECK(pair.brief().boundaries.front().review.starts_with("Review on "));

    pair.days_go_by(28);
    CHECK(pair.at_clinician().review_due);
}

TEST_CASE("A review is undone for a while, and an earlier one is read below the newest") {
    Pair pair;
    pair.review(ReviewOutcome::keep, "First", pair.day() + 7);
    pair.world.pass(ms_per_minute);
    pair.review(ReviewOutcome::keep, "Second", pair.day() + 14);
    auto card = pair.at_client();
    REQUIRE(card.reviews.size() == 2);
    CHECK(card.reviews.front().words == "Second");
    CHECK(card.reviews.back().words == "First");
    pair.clinician.does(Undo{});
    pair.sync();
    card = pair.at_client();
    REQUIRE(card.reviews.size() == 1);
    CHECK(card.review_day == pair.day() + 7);
}

TEST_CASE("A review pauses or ends by the negotiation, and to be changed alone changes nothing") {
    Pair pair;
    pair.review(ReviewOutcome::change, "Weekends differ", std::nullopt);
    CHECK(pair.at_client().stage == BoundaryStage::in_force);
    CHECK(pair.at_client().version == 1);
    pair.review(ReviewOutcome::pause, "", pair.day() + 7);
    CHECK(pair.at_client().stage == BoundaryStage::paused);
    pair.client.does(Decide{.record = std::nullopt,
                            .boundary = pair.boundary,
                            .decision = Decision::resume,
                            .version = 1});
    pair.sync();
    CHECK(pair.at_clinician().stage == BoundaryStage::in_force);
    pair.review(ReviewOutcome::end, "Done with it", std::nullopt);
    CHECK(pair.at_client().stage == BoundaryStage::ended);
    CHECK(pair.at_client().reviews.size() == 3);
    CHECK(pair.clinician.refused(ReviewBoundary{.record = pair.record,
                                                .boundary = pair.boundary,
                                                .version = 1,
                                                .outcome = ReviewOutcome::keep}) ==
          "Only a boundary in force can be reviewed.");
}

TEST_CASE("A client notes no review, and a version that changed meanwhile is not reviewed") {
    Pair pair;
    CHECK(pair.client.refused(
              ReviewBoundary{.record = pair.record, .boundary = pair.boundary, .version = 1}) ==
          "That is for clinicians; nothing was changed.");
    CHECK(pair.clinician.refused(
              ReviewBoundary{.record = pair.record, .boundary = pair.boundary, .version = 2}) ==
          "This boundary has changed meanwhile. Nothing was saved; read it again.");
    CHECK(pair.clinician.refused(ReviewBoundary{.record = pair.record,
                                                .boundary = pair.boundary,
                                                .version = 1,
                                                .outcome = ReviewOutcome::keep,
                                                .words = {},
                                                .next = pair.day()}) ==
          "The next review comes after this one.");
}

}  // namespace
}  // namespace evenkeel::test
