// Before and after a boundary began: the minutes are asked first, and doubt is an answer.
#include "core/insight/before_after.h"

#include "tests/core/insight/made_days.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;
using namespace evenkeel::insight;

namespace {

BeforeAfter told(const MadePerson& person, std::uint32_t seed,
                 OtherEvents events = OtherEvents::none_known) {
    const PairedDays days = made_days(person, seed);
    return before_after(days, days.day(person.begins), events);
}

}  // namespace

TEST_CASE("Fewer minutes and a clearly better mood are said, unless something else was near") {
    const MadePerson person{
        .mood_step = 3, .minutes_step = -90, .carry = 0, .days = 62, .begins = 30};
    const BeforeAfter found = told(person, 1);
    CHECK(found.finding == StepFinding::mood_higher);
    CHECK(found.minutes.level.high < 0);
    CHECK(found.mood.days_before == 28);
    CHECK(found.mood.days_after == 28);
    CHECK(told(person, 1, OtherEvents::near).finding == StepFinding::cannot_tell);
}

TEST_CASE("Where the minutes did not change, nothing is asked of the mood") {
    const MadePerson person{.mood_step = 3, .carry = 0, .days = 62, .begins = 30};
    CHECK(told(person, 2).finding == StepFinding::minutes_alike);
}

TEST_CASE("A mood that was rising before is no step") {
    const MadePerson person{.minutes_step = -90, .carry = 0, .days = 62, .begins = 30};
    PairedDays days = made_days(person, 3);
    const PairedDays steady = made_days({.carry = 0, .days = 62}, 9);
    for (std::size_t i = 0; i < days.size(); ++i) {
        days.mood[i] = *steady.mood[i] - 4 + 0.1 * static_cast<double>(i);
    }
    const BeforeAfter found = before_after(days, days.day(30), OtherEvents::none_known);
    CHECK(excludes_zero(found.mood.level));
    CHECK(found.finding == StepFinding::cannot_tell);
}

TEST_CASE("Twenty known days on a side are too early, and the first three days do not count") {
    const MadePerson person{
        .mood_step = 3, .minutes_step = -90, .carry = 0, .days = 30 + 3 + 20, .begins = 30};
    const BeforeAfter found = told(person, 4);
    CHECK(found.finding == StepFinding::too_early);
    CHECK(found.mood.days_after == 20);
    MadePerson a_day_more = person;
    ++a_day_more.days;
    CHECK(told(a_day_more, 4).finding != StepFinding::too_early);
    const MadePerson short_before{.days = 60, .begins = 20};
    CHECK(told(short_before, 4).mood.days_before == 20);
    CHECK(told(short_before, 4).finding == StepFinding::too_early);
}

TEST_CASE("A boundary that begins after all days, or before them, is too early") {
    const PairedDays days = made_days({.days = 60}, 5);
    CHECK(before_after(days, days.first + 90, OtherEvents::none_known).finding ==
          StepFinding::too_early);
    CHECK(before_after(days, days.first + -90, OtherEvents::none_known).finding ==
          StepFinding::too_early);
}
