// Trends by taps: what was noted comes back as charts and words, gaps as gaps.
#include "tests/app/ui/screens/window.h"

using namespace evenkeel;
using namespace evenkeel::test;

namespace {

bool says(Window& window, std::string_view part) {
    return window.gui().text().find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("Trends are one tap away, say how many days were noted, and count no streak") {
    TwoWindows two;
    const Day today = two.client.sees()->client->today.today;
    for (const int back : {0, 1, 2, 9, 20}) {
        two.client.does(model::SetMood{today + -back, 6});
        two.client.does(model::SetUse{today + -back, UseGroup::social, 45});
    }
    two.phone.looks_again();
    two.phone.gui().taps = 0;
    two.phone.tap("Trends");
    CHECK(two.phone.gui().taps == 1);
    CHECK(says(two.phone, "You noted 4 of the last 14 days, 3 of them later."));
    two.phone.tap("28 days");
    CHECK(says(two.phone, "You noted 5 of the last 28 days, 4 of them later."));
    CHECK(says(two.phone, "Median mood 6 of 10 on 5 days"));
    CHECK(says(two.phone, "Social media: median 45 min on 5 days"));
    REQUIRE(two.phone.snapshot().trends);
    CHECK_FALSE(two.phone.snapshot().trends->days.front().mood.has_value());
    for (const char* word : {"streak", "in a row", "missed", "lost"}) {
        CAPTURE(word);
        CHECK_FALSE(says(two.phone, word));
    }
}

TEST_CASE("With nothing noted there is a way to Today, and one mood makes the first line") {
    TwoWindows two;
    two.phone.tap("Trends");
    CHECK(says(two.phone, "Nothing was noted in the last 14 days."));
    two.phone.tap("Note today");
    two.phone.tap("Good");
    two.phone.gui().letter('3');
    two.phone.looks_again();
    CHECK(says(two.phone, "You noted 1 of the last 14 days."));
    CHECK(says(two.phone, "Mood is known on 1 day: too few to say more."));
}

TEST_CASE("A boundary's days, and what they say beside mood, stand in the client's trends") {
    TwoWindows two;
    two.clinician.does(model::OpenClient{two.clinician.sees()->clinician->caseload.front().record});
    agree(two.client, two.clinician, {.minutes_max = 60});
    two.client.does(model::SetMood{two.client.sees()->client->today.today, 6});
    two.client.does(model::SetUse{two.client.sees()->client->today.today, UseGroup::social, 90});
    two.phone.looks_again();
    two.phone.tap("Trends");
    CHECK(two.phone.gui().has("Social media, at most 60 min"));
    CHECK(says(two.phone, "1 of 28 days with mood and minutes so far. Too early"));
}

TEST_CASE("Trends are made only while their page is shown, and come back after the lock") {
    TwoWindows two;
    two.phone.tap("Trends");
    CHECK(two.phone.snapshot().trends.has_value());
    two.phone.tap("Today");
    CHECK_FALSE(two.phone.snapshot().trends.has_value());
    two.phone.tap("Trends");
    two.phone.is_killed_and_returns();
    two.phone.tap("Trends");
    CHECK(two.phone.snapshot().trends.has_value());
}

TEST_CASE("Screen time is opened from Today and left by its back") {
    TwoWindows two;
    two.phone.tap("Screen time");
    CHECK(two.phone.gui().has("Entries of this day"));
    two.phone.tap("Back");
    CHECK(two.phone.gui().has("How was today?"));
}
