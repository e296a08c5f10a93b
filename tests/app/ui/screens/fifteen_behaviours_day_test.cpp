// The behaviours that make daily logging pleasant (product design, section 5), first part: the day
// itself. One story for each, by taps on the real screens over a real store.
#include "app/ui/screens/words.h"
#include "core/domain/local_time.h"
#include "tests/app/ui/screens/window.h"

using namespace evenkeel;
using namespace evenkeel::test;

namespace {

struct Client : TwoWindows {
    Client() { client.does(model::ChangeSettings{{.lock_after_minutes = 0}}); }
    const model::ClientViews& views() { return *phone.snapshot().client; }
    const model::TodayView& today() { return views().today; }
    bool says(std::string_view part) { return phone.gui().text().find(part) != std::string::npos; }
    // Time goes by with the window open.
    void waits_until(Day day, int minute) {
        const Instant then = need(instant_on_day(day, minute, world.clock.zone_name()));
        client.waits(then - world.clock.at);
        phone.looks_again();
    }
    std::string days_on_the_desk() {
        sync();
        desk.tap("Ada");
        desk.tap("Days");
        return desk.gui().text();
    }
};

}  // namespace

TEST_CASE("Behaviour 1: a full day takes at most eight taps and no keyboard, from a cold start") {
    Client person;
    const Day yesterday = person.today().today;
    for (const UseGroup group : ui::all_groups) {
        person.client.does(model::SetUse{yesterday, group, 30});
    }
    person.world.pass(ms_per_day);
    person.phone.is_killed_and_returns();
    person.phone.gui().taps = 0;
    person.phone.tap("Good");
    for (const char* group : {"Internet", "Social media", "AI tools"}) {
        person.phone.tap(std::string(group) + " > Same as last time: 30 min");
    }
    CHECK(person.phone.gui().taps <= 8);
    person.phone.is_killed_and_returns();
    CHECK(person.today().mood == 7U);
    for (const model::UseLine& line : person.today().use) CHECK(line.minutes == 30U);
}

TEST_CASE("Behaviour 2: a mood alone is a day, and what was left blank is a gap and never zero") {
    Client person;
    person.phone.tap("Okay");
    CHECK(person.today().days_logged_of_28 == 1);
    for (const model::UseLine& line : person.today().use) CHECK_FALSE(line.minutes.has_value());
    person.phone.tap("Trends");
    const model::OverviewDay& drawn = person.phone.snapshot().trends->days.back();
    CHECK(drawn.mood == 5U);
    for (const auto& minutes : drawn.minutes) CHECK_FALSE(minutes.has_value());
    CHECK(person.says("AI: nothing was said."));
}

TEST_CASE("Behaviour 3: a tap is saved when it is made, and typing loses at most a second") {
    Client person;
    person.phone.tap("Low");
    person.phone.is_killed_and_returns();
    CHECK(person.today().mood == 3U);
    person.phone.tap("Add a note (optional)");
    person.phone.gui().type("Walked home");
    person.phone.gui().pass(ms_per_second);
    person.phone.gui().settle();
    person.phone.gui().type(" in the rain");
    person.phone.is_killed_and_returns();
    CHECK(person.today().note == "Walked home");
}

TEST_CASE("Behaviour 4: an earlier day costs two more taps, and both sides see it came later") {
    Client person;
    person.world.pass(2 * ms_per_day);
    person.phone.is_killed_and_returns();
    const Day missed = person.today().today + -1;
    person.phone.gui().taps = 0;
    person.phone.tap(ui::weekday_and_date(missed));
    person.phone.tap("Good");
    person.phone.tap("Back to today");
    CHECK(person.phone.gui().taps == 3);
    CHECK_FALSE(person.today().mood.has_value());
    CHECK(person.days_on_the_desk().find("mood 7 · entered later") != std::string::npos);
    person.phone.tap("Trends");
    CHECK(person.says("You noted 1 of the last 14 days, 1 of them later."));
}

TEST_CASE("Behaviour 5: what is noted at half past one at night belongs to the evening before") {
    Client person;
    const Day today = person.today().today;
    person.waits_until(today, 60 + 30);
    person.phone.tap("Very good");
    CHECK(person.today().today == today);
    CHECK(person.views().sharing.seen_days.front().day == today);
    CHECK_FALSE(person.views().sharing.seen_days.front().late);
    person.waits_until(today + 1, 4 * 60);
    CHECK(person.today().today == today + 1);
    CHECK_FALSE(person.today().mood.has_value());
    person.phone.tap("Trends");
    const auto& days = person.phone.snapshot().trends->days;
    CHECK(days[days.size() - 2].mood == 9U);
}

TEST_CASE("Behaviour 6: a tap, an entry and a page can be taken back; a page waits in the trash") {
    Client person;
    person.phone.tap("Good");
    person.phone.tap("Low");
    person.phone.tap("Undo");
    CHECK(person.today().mood == 7U);
    person.phone.tap("Low");
    CHECK(person.today().mood == 3U);
    person.phone.gui().letter('z', true);
    CHECK(person.today().mood == 7U);

    person.client.does(model::SetUse{person.today().today, UseGroup::ai, 45});
    person.phone.looks_again();
    person.phone.tap("Screen time");
    person.phone.tap("AI tools · 45 min");
    person.phone.tap("Delete this entry");
    CHECK_FALSE(person.views().screen_time.use[2].minutes.has_value());
    person.phone.tap("Undo");
    CHECK(person.views().screen_time.use[2].minutes == 45U);

    person.phone.tap("Journal");
    person.phone.tap("New page");
    person.phone.gui().type("A quiet day");
    person.phone.tap("Keep this page");
    person.phone.tap("Delete");
    person.phone.tap("Delete it");
    person.phone.is_killed_and_returns();
    person.phone.tap("Journal");
    person.phone.tap("Open the trash");
    person.phone.tap("Bring it back");
    CHECK(person.phone.gui().has("A quiet day"));
}

TEST_CASE("Behaviour 7: without a network a reminder comes, is answered in place, and is silent") {
    Client person;
    person.world.offline = true;
    constexpr int half_past_eight = 20 * 60 + 30;
    person.client.does(
        model::ChangeSettings{{.lock_after_minutes = 0, .check_in_minute = half_past_eight}});
    for (int day = 0; day < 7; ++day) {
        CAPTURE(day);
        const Day today = person.today().today;
        person.waits_until(today, half_past_eight - 1);
        CHECK_FALSE(person.phone.gui().has("Reminder"));
        person.waits_until(today, half_past_eight);
        CHECK(person.phone.gui().has("Reminder"));
        person.phone.tap("Good");
        CHECK_FALSE(person.phone.gui().has("Reminder"));
        person.waits_until(today + 1, 12 * 60);
    }
}

TEST_CASE("Behaviour 8: a reminder is put off for the day by one tap, and all for a while by one") {
    Client person;
    constexpr int evening = 20 * 60;
    person.client.does(
        model::ChangeSettings{{.lock_after_minutes = 0, .check_in_minute = evening}});
    const Day today = person.today().today;
    person.waits_until(today, evening);
    REQUIRE(person.phone.gui().has("Reminder"));
    person.phone.tap("Not now");
    CHECK_FALSE(person.phone.gui().has("Reminder"));
    person.waits_until(today, evening + 60);
    CHECK_FALSE(person.phone.gui().has("Reminder"));

    person.waits_until(today + 1, 12 * 60);
    person.phone.tap("Sharing");
    person.phone.tap("Pause reminders for > 3 days");
    person.phone.tap("Today");
    for (int day = 1; day <= 3; ++day) {
        person.waits_until(today + day, evening);
        CHECK_FALSE(person.phone.gui().has("Reminder"));
    }
    person.waits_until(today + 4, evening);
    CHECK(person.phone.gui().has("Reminder"));
}
