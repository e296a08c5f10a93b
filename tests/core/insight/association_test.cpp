// Whether use and mood go together: what is said, and when nothing may be.
#include "core/insight/association.h"

#include "tests/core/insight/made_days.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;
using namespace evenkeel::insight;

namespace {

Association only(const PairedDays& days) { return associations({&days, 1}).front(); }

}  // namespace

TEST_CASE("A strong link is found at the first look, with its direction and days") {
    const Association worse = only(made_days({.per_hour = -1.5, .days = 40}, 1));
    CHECK(worse.finding == Finding::lower);
    CHECK(worse.pairs == 40);
    CHECK(worse.looked == 28);
    CHECK(worse.per_hour.low < -1);
    CHECK(worse.per_hour.high < 0);
    CHECK(only(made_days({.per_hour = 1.5, .days = 40}, 1)).finding == Finding::higher);
}

TEST_CASE("Between two looks the first one stands, whatever the days since then say") {
    PairedDays days = made_days({.per_hour = -1.5, .days = 55}, 2);
    const Association now = only(days);
    const Association then = only(days.part(0, 28));
    CHECK(now.looked == 28);
    CHECK(now.per_hour == then.per_hour);
    CHECK(only(made_days({.per_hour = -1.5, .days = 90}, 2)).looked == 84);
}

TEST_CASE("With 27 days it is too early, however clear they look") {
    const Association early = only(made_days({.per_hour = -3, .days = 27}, 3));
    CHECK(early.finding == Finding::too_early);
    CHECK(early.pairs == 27);
    CHECK(early.looked == 0);
    CHECK(only({.first = Day{1}, .minutes = {}, .mood = {}}).finding == Finding::too_early);
}

TEST_CASE("Days that are mostly blank, or always alike, tell nothing") {
    PairedDays sparse = made_days({.per_hour = -2, .days = 100}, 4);
    for (std::size_t i = 0; i < sparse.size(); ++i) {
        if (i % 3 != 0) sparse.mood[i].reset();
    }
    CHECK(only(sparse).finding == Finding::too_many_gaps);
    PairedDays even = made_days({.days = 30}, 4);
    for (auto& minutes : even.minutes) minutes = 60;
    CHECK(only(even).finding == Finding::hardly_varies);
    PairedDays content = made_days({.days = 30}, 4);
    for (auto& mood : content.mood) mood = 7;
    CHECK(only(content).finding == Finding::hardly_varies);
}

TEST_CASE("Of people without any link, few are told of one, in all their looks together") {
    // One look in sixty may be wrong, before the checks; without them it is 36 of these 600.
    int alarms = 0;
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        for (const std::size_t days : {28U, 56U, 84U}) {
            const std::vector<PairedDays> kinds = {
                made_days({.carry = 0.5, .days = days}, 3 * seed + 1),
                made_days({.carry = 0.5, .days = days}, 3 * seed + 2)};
            for (const Association& found : associations(kinds)) {
                alarms += found.finding == Finding::lower || found.finding == Finding::higher;
            }
        }
    }
    CHECK(alarms <= 16);
}

TEST_CASE("Looking at more kinds of use asks for more from each of them") {
    const PairedDays weak = made_days({.per_hour = -0.75, .days = 28}, 13);
    std::vector<PairedDays> kinds(1, weak);
    REQUIRE(associations(kinds).front().finding == Finding::lower);
    for (std::uint32_t seed = 0; seed < 30; ++seed) kinds.push_back(made_days({.days = 28}, seed));
    CHECK(associations(kinds).front().finding == Finding::cannot_tell);
}

TEST_CASE("A person who is told of blank days after low moods had them") {
    PairedDays days = made_days({.days = 60}, 6);
    for (std::size_t i = 0; i + 1 < days.size(); ++i) {
        if (days.mood[i] && *days.mood[i] <= 5) days.mood[i + 1].reset();
    }
    const Association found = only(days);
    CHECK(found.blank.cluster);
    CHECK(found.blank.blank_after_other == 0);
    CHECK_FALSE(only(made_days({.days = 60, .blank_every = 5}, 6)).blank.cluster);
}

TEST_CASE("What is taken from the day after allows for the mood of the day before") {
    const Association found = only(made_days({.per_hour = -1.5, .carry = 0.1, .days = 84}, 7));
    REQUIRE(found.next_day);
    REQUIRE(found.minutes_after);
    CHECK_FALSE(excludes_zero(*found.next_day));
    CHECK_FALSE(excludes_zero(*found.minutes_after));
}
