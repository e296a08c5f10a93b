// What a clinician reads before a session: what is known comes first, and numbers only where there
// are days enough.
#include "tests/app/model/people.h"

namespace evenkeel::test {
namespace {

using namespace model;

struct Month {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    Day today = client.sees()->client->today.today;

    Month() {
        client.does(ChangeSettings{{.lock_after_minutes = 0}});
        clinician.does(ChangeSettings{{.lock_after_minutes = 0}});
    }
    OverviewView overview(std::size_t days) {
        sync_all(client, clinician);
        const VaultId record = clinician.sees()->clinician->caseload.front().record;
        return *clinician.does(OpenClient{record, days})->clinician->overview;
    }
    // The two weeks before this one were worse and longer.
    void log_four_weeks() {
        for (int back = 1; back < 28; ++back) {
            client.does(SetMood{today + -back, back < 14 ? 6U : 4U});
            client.does(SetUse{today + -back, UseGroup::social, back < 14 ? 45U : 75U});
        }
    }
};

TEST_CASE("The overview says coverage first and compares medians with the same time before") {
    Month month;
    month.log_four_weeks();
    const OverviewView view = month.overview(14);
    CHECK(view.name == "Ada");
    CHECK(view.coverage_sentence ==
          "Logged on 13 of 14 days, 13 of them entered later. Days without an entry are left "
          "blank.");
    REQUIRE(view.tiles.size() == 4);
    CHECK(view.tiles[0].figure == "6 of 10");
    CHECK(view.tiles[0].detail == "up 2 on the 14 days before");
    CHECK(view.tiles[1].figure == "45 min");
    CHECK(view.tiles[1].detail == "down 30 min on the 14 days before");
    CHECK(view.tiles[2].figure == "none yet");
    CHECK(view.tiles[3].figure == "13 of 14");
    CHECK(view.mood_sentence == "Median mood 6 of 10 on 13 days; 4 in the 14 days before.");
    CHECK(view.use_sentences[1] ==
          "Social media: median 45 min on 13 days; 1 h 15 min in the 14 days before.");
    CHECK(view.use_sentences[2] == "AI: nothing was said.");
    REQUIRE(view.days.size() == 14);
    CHECK_FALSE(view.days.back().mood.has_value());
    CHECK_FALSE(view.days.back().minutes[1].has_value());
    CHECK(view.days.front().mood == 6U);
    CHECK(view.summary.starts_with("Shares mood, screen time and boundary answers. Last synced "));
}

TEST_CASE("Too few days give no number, and silence is said first") {
    Month month;
    CHECK(month.overview(28).coverage_sentence == "Nothing was logged here yet.");
    for (int back = 5; back < 9; ++back) month.client.does(SetMood{month.today + -back, 3});
    const OverviewView view = month.overview(28);
    CHECK(view.tiles[0].figure == "not enough days");
    CHECK(view.mood_sentence == "Mood is known on 4 days: too few to say more.");
    CHECK(view.coverage_sentence.starts_with("Nothing for 5 days. Logged on 4 of 28 days"));
    const auto& line = month.clinician.sees()->clinician->caseload.front();
    CHECK(line.need == "Intake due");
    CHECK(line.detail.starts_with("Last entry "));
}

TEST_CASE("A boundary's strip and number come from what was agreed to count") {
    Month month;
    month.client.does(Propose{std::nullopt, {.minutes_max = 60}});
    const OverviewView proposed = month.overview(14);
    const EntityId id = only_card(proposed.boundaries).id;
    month.clinician.does(Decide{std::nullopt, id, Decision::accept, 1});
    for (int day = 0; day < 9; ++day) {
        const OverviewView view = month.overview(14);
        if (day > 0 && day < 7) {
            CHECK(view.kept.front().sentence.ends_with("too few for a number"));
        }
        const Day today = month.client.sees()->client->today.today;
        if (day != 4) {
            month.client.does(AnswerBoundary{today, id, day == 2 ? Answer::partly : Answer::kept});
        }
        month.client.does(SetUse{today, UseGroup::social, day == 2 ? 80U : 30U});
        if (day == 8) break;
        month.world.pass(ms_per_day);  // both machines sleep until the next evening
        month.client.waits(0);
        month.clinician.waits(0);
    }
    const OverviewView view = month.overview(14);
    REQUIRE(view.kept.size() == 1);
    CHECK(view.kept.front().title == "Social media, at most 60 min");
    CHECK(view.kept.front().sentence == "Kept on 7 of 8 known days; 1 day unknown");
    CHECK(view.kept.front().days[7] == DayOutcome::broken);
    CHECK(view.kept.front().days[9] == DayOutcome::blank);
    CHECK(view.kept.front().days[2] == DayOutcome::not_applicable);
    CHECK(view.agreed_minutes[1] == 60U);
    CHECK(view.use_sentences[1].ends_with("Agreed are 60 min a day; above that on 1 of 9 days."));
    CHECK(view.tiles[2].figure == "88 %");
}

TEST_CASE("The safety number both see is compared once and then known as compared") {
    Month month;
    const OverviewView before = month.overview(28);
    CHECK(before.safety_number == month.client.sees()->client->sharing.safety_number);
    CHECK_FALSE(before.verified);
    CHECK(month.clinician.does(MarkVerified{before.record})->clinician->overview->verified);
    CHECK(month.clinician.is_killed_and_returns()->clinician->caseload.size() == 1);
    CHECK(month.overview(28).verified);
}

TEST_CASE("A client who waits comes first, then who went quiet") {
    Month month;
    Person other = client_of(month.world, month.clinician, "Bo", all_kinds());
    month.client.does(SetMood{month.today + -8, 3});
    sync_all(month.client, month.clinician);
    other.does(Propose{std::nullopt, {.kind = FormKind::attested, .statement = "No phone in bed"}});
    sync_all(other, month.clinician);
    const auto caseload = month.clinician.sees()->clinician->caseload;
    REQUIRE(caseload.size() == 2);
    CHECK(caseload[0].name == "Bo");
    CHECK(caseload[0].waits);
    CHECK(caseload[0].need == "A proposal waits for your answer · intake due");
    CHECK(caseload[1].need == "Nothing logged for 8 days · intake due");
    CHECK_FALSE(caseload[1].waits);
}

}  // namespace
}  // namespace evenkeel::test
