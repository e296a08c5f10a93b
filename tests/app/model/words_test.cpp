// Figures and words: exact halves, no number from too few days, dates as people say them.
#include "app/model/overview_words.h"
#include "app/model/phrases.h"
#include "tests/app/model/people.h"

namespace evenkeel::test {
namespace {

using namespace model;

TEST_CASE("A median is exact, and is not said of fewer than five days") {
    CHECK_FALSE(median_of({}).has_value());
    CHECK_FALSE(median_of({1, 2, 3, 4}).has_value());
    CHECK(median_of({5, 1, 4, 2, 3})->text() == "3");
    CHECK(median_of({5, 1, 4, 2, 3, 6})->text() == "3.5");
    CHECK(median_of({0, 0, 0, 0, 1, 1, 1, 1})->text() == "0.5");
    CHECK(median_of({0, 0, 0, 0, 1, 1, 1, 1})->rounded() == 1);
}

TEST_CASE("Durations and days read as people say them") {
    CHECK(short_duration(0) == "0 min");
    CHECK(short_duration(45) == "45 min");
    CHECK(short_duration(60) == "1 h");
    CHECK(short_duration(185) == "3 h 05 min");
    CHECK(limit_duration(90) == "90 min");
    CHECK(limit_duration(120) == "2 h");
    const Day day = need(parse_date("2026-11-27"));
    CHECK(relative_day(day, day) == "today");
    CHECK(relative_day(day, day + 1) == "yesterday");
    CHECK(relative_day(day, day + 2) == "Friday 27 November");
    const Moment now{need(parse_rfc3339("2026-11-27T19:00:00Z")), "Europe/Berlin"};
    CHECK(relative_moment(need(parse_rfc3339("2026-11-27T18:00:00Z")), now) == "today 19:00");
    CHECK(relative_moment(need(parse_rfc3339("2026-11-26T23:30:00Z")), now) == "today 00:30");
}

TEST_CASE("A number of kept days is said only where they are enough, with its likely range") {
    const auto few = insight::adherence(6, 0, 0);
    CHECK(kept_sentence(few) == "Known on 6 of 6 days: too few for a number");
    CHECK(kept_tile(few).figure == "not enough days");
    const auto enough = insight::adherence(17, 3, 8);
    CHECK(kept_sentence(enough) == "Kept on 17 of 20 known days; 8 days unknown");
    CHECK(kept_tile(enough).figure == "85 %");
    CHECK(kept_tile(enough).detail == "20 of 28 answers known · likely 65 to 96 %");
    CHECK(kept_sentence(insight::adherence(7, 3, 11)) ==
          "Known on 10 of 21 days: too few for a number");
}

TEST_CASE("A link made without a network is shown as working once the server has it") {
    World world;
    Person clinician = founder(world);
    world.offline = true;
    const auto made = clinician.does(InviteClient{"Ada"})->clinician->invite;
    REQUIRE(made.has_value());
    CHECK_FALSE(made->offered);
    CHECK(made->expires.starts_with("until "));
    world.offline = false;
    clinician.syncs();
    CHECK(clinician.sees()->clinician->invite->offered);
    CHECK_FALSE(clinician.does(CloseInvite{})->clinician->invite.has_value());
}

}  // namespace
}  // namespace evenkeel::test
