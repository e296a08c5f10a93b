// Two people agree on a boundary, each at their own window, over the real server.
#include "tests/app/model/people.h"

namespace evenkeel::test {
namespace {

using namespace model;

struct Pair : Couple {
    const BoundaryCard& client_card() { return only_card(client.sees()->client->boundaries.cards); }
    const BoundaryCard& clinician_card() {
        return only_card(clinician.sees()->clinician->overview->boundaries);
    }
    // A limit both signed.
    EntityId agreed(const BoundaryForm& form) { return agree(client, clinician, form); }
};

TEST_CASE("A boundary is proposed, countered and signed by both, with the sentence both read") {
    Pair pair;
    const BoundaryForm form{.minutes_max = 60, .reason = "evenings slip away"};
    CHECK(live_sentence(form).starts_with("Social media: at most 60 minutes a day."));
    CHECK(pair.client.does(Propose{std::nullopt, form})->saved->text ==
          "Proposed and signed by you");
    CHECK(pair.client_card().stage == BoundaryStage::waits_for_them);
    CHECK(pair.client_card().proposed_by == "you");
    pair.sync();
    const auto waiting = pair.clinician.sees();
    CHECK(waiting->clinician->caseload.front().waits);
    CHECK(waiting->clinician->caseload.front().need ==
          "A proposal waits for your answer · intake due");
    CHECK(pair.clinician_card().stage == BoundaryStage::waits_for_me);
    CHECK(pair.clinician_card().proposed_by == "Ada");
    CHECK(pair.clinician_card().sentence == live_sentence(form));

    BoundaryForm milder = pair.clinician_card().form.value();
    CHECK(milder.reason == form.reason);
    milder.minutes_max = 90;
    pair.clinician.does(Counter{std::nullopt, pair.clinician_card().id, milder});
    pair.sync();
    CHECK(pair.client_card().stage == BoundaryStage::waits_for_me);
    CHECK(pair.client_card().proposed_by == "Dr Vogel");
    CHECK(pair.client_card().version == 2);
    pair.client.does(Decide{std::nullopt, pair.client_card().id, Decision::accept, 2});
    pair.sync();
    for (const BoundaryCard& card : {pair.client_card(), pair.clinician_card()}) {
        CHECK(card.stage == BoundaryStage::in_force);
        CHECK(card.sentence == live_sentence(milder));
        CHECK(card.since.has_value());
    }
}

TEST_CASE("A decision about a version that is no longer the open one signs nothing") {
    Pair pair;
    pair.client.does(Propose{std::nullopt, {.minutes_max = 60}});
    pair.sync();
    const EntityId id = pair.clinician_card().id;
    pair.client.does(Counter{std::nullopt, id, {.minutes_max = 30}});
    pair.sync();
    CHECK(pair.clinician_card().version == 2);
    const std::string sentence =
        pair.clinician.refused(Decide{std::nullopt, id, Decision::accept, 1});
    CHECK(sentence == "This boundary has changed meanwhile. Nothing was signed; read it again.");
    CHECK(pair.clinician_card().stage == BoundaryStage::waits_for_me);
    pair.sync();
    CHECK(pair.client_card().stage == BoundaryStage::waits_for_them);
    CHECK_FALSE(pair.clinician.refused(Decide{std::nullopt, id, Decision::pause, 2}).empty());
}

TEST_CASE("What was agreed stands while a change waits, and pausing and ending act at once") {
    Pair pair;
    const EntityId id = pair.agreed({.minutes_max = 60});
    pair.client.does(Counter{std::nullopt, id, {.minutes_max = 30}});
    CHECK(pair.client_card().stage == BoundaryStage::waits_for_them);
    CHECK(pair.client_card().in_force_sentence.find("60 minutes") != std::string::npos);
    CHECK(line_of(pair.client.sees()->client->today, UseGroup::social).limit_minutes == 60U);
    pair.client.does(Decide{std::nullopt, id, Decision::withdraw, 2});
    CHECK(pair.client_card().stage == BoundaryStage::in_force);
    pair.client.does(Decide{std::nullopt, id, Decision::pause, 1});
    CHECK(pair.client_card().stage == BoundaryStage::paused);
    pair.client.waits(ms_per_second);
    pair.client.does(Decide{std::nullopt, id, Decision::resume, 1});
    CHECK(pair.client_card().stage == BoundaryStage::in_force);
    pair.client.does(Decide{std::nullopt, id, Decision::withdraw, 1});
    CHECK(pair.client_card().stage == BoundaryStage::ended);
}

TEST_CASE("The daily answer is asked for what is in force, and counts on both sides") {
    Pair pair;
    const EntityId id = pair.agreed({.minutes_max = 60});
    const auto today = pair.client.sees()->client->today;
    REQUIRE(today.boundaries.size() == 1);
    CHECK(today.boundaries.front().title == "Social media, at most 60 min");
    CHECK(today.boundaries.front().question == "Did you keep to this today?");
    pair.client.does(AnswerBoundary{pair.today, id, Answer::kept});
    const auto differs = pair.client.does(SetUse{pair.today, UseGroup::social, 90});
    CHECK(differs->client->today.boundaries.front().answer == Answer::kept);
    CHECK(differs->client->today.boundaries.front().from_log == DayOutcome::broken);
    CHECK(differs->client->today.boundaries.front().log_differs);
    CHECK(pair.client_card().week.back() == DayOutcome::kept);
    CHECK(pair.client_card().kept_sentence == "Kept on 1 of 1 known day");
    pair.sync();
    const auto overview = pair.clinician.sees()->clinician->overview;
    CHECK(overview->kept.front().days.back() == DayOutcome::kept);
    CHECK(pair.client.refused(AnswerBoundary{pair.today + -3, id, Answer::kept}) ==
          "That boundary is not in force on that day; nothing was changed.");
}

TEST_CASE("Why a boundary was not kept is for its writer alone, until they say otherwise") {
    Pair pair;
    const EntityId id = pair.agreed({.minutes_max = 60});
    CHECK(pair.client.refused(SetAnswerNote{pair.today, id, "a call from home"}) ==
          "That day has no answer to this boundary; answer first, then say why.");
    pair.client.does(AnswerBoundary{pair.today, id, Answer::broken});
    pair.client.does(SetAnswerNote{pair.today, id, "a call from home"});
    const auto line = [&] { return pair.client.sees()->client->today.boundaries.front(); };
    const auto seen = [&] {
        pair.sync();
        const auto& agreed = pair.clinician.sees()->clinician->overview->brief.boundaries;
        REQUIRE(agreed.size() == 1);
        REQUIRE(agreed.front().overrides.size() == 1);
        return agreed.front().overrides.front().find("a call from home") != std::string::npos;
    };
    CHECK(line().note == "a call from home");
    CHECK(line().note_private);
    CHECK_FALSE(seen());
    pair.client.does(SetAnswerNote{pair.today, id, "a call from home", false});
    CHECK_FALSE(line().note_private);
    CHECK(seen());
    pair.client.does(SetAnswerNote{pair.today, id, "a call from home", true});
    pair.client.does(AnswerBoundary{pair.today, id, Answer::partly});
    CHECK_FALSE(seen());
    CHECK(line().note == "a call from home");
    CHECK(line().answer == Answer::partly);
    CHECK(pair.client.does(SetAnswerNote{pair.today, id, ""})
              ->client->today.boundaries.front()
              .note.empty());
}

TEST_CASE("A limit the log decides is unknown until the day is said to be all, and again after") {
    Pair pair;
    pair.agreed({.minutes_max = 60, .evidence = Evidence::log});
    pair.client.does(SetUse{pair.today, UseGroup::social, 40});
    CHECK(pair.client_card().week.back() == DayOutcome::blank);
    CHECK_FALSE(pair.client.sees()->client->today.complete);

    const auto all = pair.client.does(SetComplete{pair.today, true});
    CHECK(all->saved->text == "\"That is all\" saved");
    CHECK(all->client->today.complete);
    CHECK(all->client->screen_time.complete);
    CHECK(pair.client_card().week.back() == DayOutcome::kept);
    CHECK_FALSE(pair.client.does(SetComplete{pair.today, false})->client->today.complete);
    CHECK(pair.client_card().week.back() == DayOutcome::blank);
    CHECK(pair.client.does(Undo{})->client->today.complete);
    CHECK_FALSE(pair.client.does(SetComplete{pair.today, false})->client->today.complete);
    CHECK(pair.client.does(SetComplete{pair.today, true})->client->today.complete);
    CHECK(pair.client_card().week.back() == DayOutcome::kept);
    pair.sync();
    CHECK(pair.clinician.sees()->clinician->overview->kept.front().days.back() == DayOutcome::kept);
}

TEST_CASE("That a day was all is as private as the screen time it is about") {
    Pair pair;
    pair.agreed({.minutes_max = 60, .evidence = Evidence::log});
    pair.client.does(SetShared{SharedData::use, false});
    pair.client.does(SetComplete{pair.today, true});
    CHECK(pair.client_card().week.back() == DayOutcome::kept);
    pair.sync();
    CHECK(pair.clinician.sees()->clinician->overview->kept.front().days.back() ==
          DayOutcome::blank);
}

TEST_CASE("A counter-proposal starts from exactly what was proposed") {
    const std::vector<BoundaryRule> rules = {
        DailyLimit{.groups = {UseGroup::ai}, .minutes_max = 45, .grace_minutes = 5},
        WeeklyLimit{.groups = {UseGroup::social}, .minutes_max = 300, .grace_minutes = 10},
        Curfew{.from_minute = 1320, .to_minute = 420, .groups = {}, .grace_minutes = 5}};
    for (const Evidence evidence : {Evidence::log, Evidence::answer}) {
        for (const BoundaryRule& rule : rules) {
            BoundaryDocument document;
            document.terms = {.weekdays = 0x1F, .evidence = evidence, .rule = rule};
            const auto form = form_of(document);
            REQUIRE(form.has_value());
            CHECK(need(terms_of(*form)) == document.terms);
        }
    }
}

TEST_CASE("A form refuses what nobody can keep and says what to change") {
    const auto sentence = [](BoundaryForm form) { return live_sentence(form); };
    CHECK(sentence({.groups = {}}) == "Choose what is limited.");
    CHECK(sentence({.minutes_max = 0}) == "Choose how much time it is.");
    CHECK(sentence({.minutes_max = 1440}) == "A day has 24 hours: choose less than that.");
    CHECK(sentence({.minutes_max = 30, .grace_minutes = 30}) ==
          "Choose a grace that is shorter than the limit.");
    CHECK(sentence({.kind = FormKind::curfew, .from_minute = 60, .to_minute = 60}) ==
          "Choose an end that is not the beginning.");
    CHECK(sentence({.kind = FormKind::attested, .statement = "  "}) ==
          "Write what you both agree on.");
    CHECK(sentence({.kind = FormKind::curfew}).starts_with("No social media from 22:00 to 07:00."));
}

}  // namespace
}  // namespace evenkeel::test
