// Counting by taps: turned on, seen, kept or not, with rules and files; over a real store.
#include "core/domain/local_time.h"
#include "tests/app/model/played_desktop.h"
#include "tests/app/ui/screens/window.h"
#include "tests/support/process.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;
using namespace evenkeel::test;

namespace {

const std::string way = "Count it automatically, or bring a file";

// The window of a client on whose desktop a chat stays in front.
struct CountingClient {
    TwoWindows two;
    PlayedDesktop desktop{"discord"};
    Window& phone = two.phone;

    CountingClient() {
        two.world.active_window = &desktop;
        phone.is_killed_and_returns();
        two.client.does(model::ChangeSettings{{.lock_after_minutes = 0}});
        phone.looks_again();
    }
    void goes_by(int minutes) {
        two.client.waits(minutes * ms_per_minute);
        phone.looks_again();
    }
    void opens_counting() {
        phone.tap("Screen time");
        phone.tap(way);
    }
};

}  // namespace

TEST_CASE("what is counted is kept by one tap, and only then an entry that says where it is from") {
    CountingClient people;
    people.opens_counting();
    CHECK(people.phone.gui().has("Off until you choose who counts."));
    people.phone.tap("Evenkeel");
    people.phone.tap("Back");
    people.goes_by(20);
    CHECK(people.phone.gui().has("Today so far"));
    CHECK(people.phone.snapshot().client->screen_time.items.empty());
    people.phone.tap("Keep");
    REQUIRE(people.phone.snapshot().client->screen_time.items.size() == 1);
    CHECK(people.phone.snapshot().client->screen_time.items.front().source ==
          "counted by a device");
    CHECK_FALSE(people.phone.gui().has("Today so far"));
}

TEST_CASE("counted minutes are changed before they are kept, or the day is left out") {
    CountingClient people;
    people.opens_counting();
    people.phone.tap("Evenkeel");
    people.phone.tap("Back");
    people.goes_by(20);
    people.phone.tap("Today so far > Change");
    people.phone.tap("Today so far > Social media, less");
    people.phone.tap("Keep");
    const auto& items = people.phone.snapshot().client->screen_time.items;
    REQUIRE(items.size() == 1);
    CHECK(items.front().minutes == 15);
    CHECK(items.front().source == "estimated");
    people.goes_by(20);
    people.phone.tap("Not this day");
    people.goes_by(20);
    CHECK_FALSE(people.phone.gui().has("Today so far"));
}

TEST_CASE("a pause is one tap, is seen, and ends by one") {
    CountingClient people;
    people.opens_counting();
    people.phone.tap("Evenkeel");
    people.phone.tap("Pause counting");
    CHECK(people.phone.gui().has("Paused. Nothing is counted."));
    people.phone.tap("Back");
    CHECK(people.phone.gui().has(way));
    people.goes_by(20);
    CHECK_FALSE(people.phone.gui().has("Today so far"));
    people.phone.tap(way);
    people.phone.tap("Go on counting");
    CHECK_FALSE(people.phone.gui().has("Paused. Nothing is counted."));
}

TEST_CASE("that it goes on while Evenkeel is closed is one tap more, and offered where it can") {
    PlayedAutostart autostart;
    CountingClient people;
    const std::string toggle = "Also while Evenkeel is closed";
    people.opens_counting();
    people.phone.tap("Evenkeel");
    CHECK_FALSE(people.phone.gui().has(toggle));
    people.two.world.background = &autostart;
    people.phone.is_killed_and_returns();
    people.opens_counting();
    CHECK_FALSE(people.phone.snapshot().client->counting.closed);
    people.phone.tap(toggle);
    CHECK(people.phone.snapshot().client->counting.closed);
    CHECK(autostart.at_login);
    people.phone.tap(toggle);
    CHECK_FALSE(people.phone.snapshot().client->counting.closed);
    CHECK_FALSE(autostart.at_login);
    people.phone.tap("ActivityWatch");
    CHECK_FALSE(people.phone.gui().has(toggle));
}

TEST_CASE("a rule of one's own is typed, decides, and is removed") {
    CountingClient people;
    people.opens_counting();
    people.phone.write("Part of a program's or site's name", "Discord");
    people.phone.tap("Work and study");
    people.phone.tap("Add the rule");
    REQUIRE(people.phone.snapshot().client->counting.own_rules.size() == 1);
    people.phone.tap("Evenkeel");
    people.goes_by(5);
    const auto& proposals = people.phone.snapshot().client->counting.proposals;
    REQUIRE(proposals.size() == 1);
    CHECK(proposals.front().lines.front().title == "Work and study");
    people.phone.tap("Remove this rule");
    CHECK(people.phone.snapshot().client->counting.own_rules.empty());
}

TEST_CASE("a file is looked at, and imported for oneself by a second tap") {
    CountingClient people;
    const ScratchFolder folder;
    write_text(folder.path("daylio.csv"),
               "full_date,date,weekday,time,mood,activities,note_title,note\n"
               "2025-03-09,March 9,Sunday,21:00,rad,gym,,\n");
    people.opens_counting();
    people.phone.write("File to look at", folder.path("daylio.csv"));
    people.phone.tap("Look at it");
    CHECK(people.phone.gui().has("The CSV of Daylio: 1 mood of one day, 9 March 2025."));
    people.phone.tap("Import it");
    CHECK(people.phone.gui().has("Imported 1 entry; 0 were here already."));
}

TEST_CASE("moods that a person named themself in Daylio come in once each has a number") {
    CountingClient people;
    const ScratchFolder folder;
    const Day today = people.two.client.sees()->client->today.today;
    std::string csv = "full_date,date,weekday,time,mood,activities,note_title,note\n";
    const std::array<const char*, 3> names = {"rad", "Foggy", "so so"};
    for (std::int32_t back = 1; back <= 3; ++back) {
        csv += print_date(today + -back) + ",,,12:00," + names[static_cast<std::size_t>(back) - 1] +
               ",,,\n";
    }
    write_text(folder.path("daylio.csv"), csv);
    people.opens_counting();
    people.phone.write("File to look at", folder.path("daylio.csv"));
    people.phone.tap("Look at it");
    const auto unnamed = [&] { return people.phone.snapshot().client->counting.found->own_names; };
    CHECK(unnamed() == std::vector<std::string>{"Foggy", "so so"});
    people.phone.tap("Number for Foggy, more");
    for (int i = 0; i < 3; ++i) people.phone.tap("Number for Foggy, less");
    people.phone.tap("Use these numbers");
    CHECK(unnamed() == std::vector<std::string>{"so so"});
    people.phone.tap("Number for so so, more");
    people.phone.tap("Use these numbers");
    CHECK(unnamed().empty());
    people.phone.tap("Import it");
    CHECK(people.phone.gui().has("Imported 3 entries; 0 were here already."));

    const auto mood_on = [&](std::int32_t back) {
        const auto seen = people.two.client.does(model::ShowDay{today + -back});
        const model::TodayView& day = seen->client->today;
        return day.mood ? day.mood : std::optional(day.moments.front().mood);
    };
    CHECK(mood_on(1) == 9U);
    CHECK(mood_on(2) == 2U);
    CHECK(mood_on(3) == 5U);
}

TEST_CASE("a phone's own numbers are typed and tagged") {
    CountingClient people;
    people.phone.tap("Screen time");
    people.phone.tap("Copy your phone's own numbers");
    people.phone.write("Social media on the phone", "1h20");
    people.phone.tap("Save the phone's numbers");
    REQUIRE(people.phone.snapshot().client->screen_time.items.size() == 1);
    CHECK(people.phone.snapshot().client->screen_time.items.front().minutes == 80);
}
