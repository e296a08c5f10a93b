// AI for company or comfort, and people: what eight weeks of days may say, and when nothing.
#include "core/insight/reliance.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace evenkeel::insight {
namespace {

using Days = std::vector<LoggedDay>;

UseEntry use(UseGroup group, std::uint32_t minutes, const char* purpose) {
    UseEntry entry{.group = group, .minutes = Minutes(minutes)};
    if (*purpose) entry.purpose = PhiText(purpose);
    return entry;
}

// Four weeks with so many minutes a day, give or take a quarter of an hour.
Days weeks(UseGroup group, std::uint32_t minutes, const char* purpose) {
    Days days;
    for (std::uint32_t i = 0; i < 28; ++i) {
        days.push_back({.use = {use(group, minutes + (i % 3) * 15, purpose)}});
    }
    return days;
}

TEST_CASE("more AI for comfort is said with its numbers, and other purposes are not counted") {
    const Reliance more =
        reliance(weeks(UseGroup::ai, 15, "Comfort"), weeks(UseGroup::ai, 60, "Company"));
    CHECK(more.any_ai);
    CHECK(more.comfort.course == Course::more);
    CHECK(more.comfort.mean_now - more.comfort.mean_before == Catch::Approx(45));
    CHECK(more.comfort.change.low > 0);
    const Reliance work =
        reliance(weeks(UseGroup::ai, 15, "Information"), weeks(UseGroup::ai, 60, "Planning"));
    CHECK(work.comfort.mean_now == 0);
    CHECK(work.comfort.course == Course::cannot_tell);
}

TEST_CASE("a rise below a quarter of an hour is no clear change") {
    const Reliance found =
        reliance(weeks(UseGroup::ai, 30, "comfort"), weeks(UseGroup::ai, 42, "comfort"));
    CHECK(found.comfort.change.enough);
    CHECK(found.comfort.course == Course::about_the_same);
}

TEST_CASE("with fewer than fourteen known days on a side nothing is said of a change") {
    Days now = weeks(UseGroup::ai, 120, "comfort");
    now.resize(13);
    const Reliance found = reliance(weeks(UseGroup::ai, 0, "comfort"), now);
    CHECK(found.comfort.course == Course::cannot_tell);
    CHECK(found.comfort.change.days_now == 13);
}

TEST_CASE("a day on which it was not said what for is not known, and a complete day is none") {
    Days days = {{.use = {use(UseGroup::ai, 30, "")}},
                 {.use = {}, .complete = true},
                 {.use = {use(UseGroup::ai, 0, "")}},
                 {.use = {}},
                 {.use = {use(UseGroup::ai, 30, "Comfort."), use(UseGroup::ai, 30, "fun")}}};
    const Reliance found = reliance({}, days);
    CHECK(found.comfort.change.days_now == 3);
    CHECK(found.comfort.mean_now == Catch::Approx(10));
}

TEST_CASE("people on a screen are counted from messages and company, without AI or work") {
    UseEntry work = use(UseGroup::internet, 600, "messages");
    work.duty = Duty::work_or_study;
    const Days day = {
        {.use = {use(UseGroup::social, 20, "Company"), work,
                 use(UseGroup::internet, 10, "Messages"), use(UseGroup::ai, 90, "company")}}};
    const Reliance found = reliance({}, day);
    CHECK(found.contact.mean_now == Catch::Approx(30));
    const Reliance less = reliance(weeks(UseGroup::social, 90, "connection"),
                                   weeks(UseGroup::social, 15, "connection"));
    CHECK(less.contact.course == Course::less);
    CHECK_FALSE(less.any_ai);
}

}  // namespace
}  // namespace evenkeel::insight
