// Small promises of the screens' parts: words, crisis numbers, and what a tap shows at once.
#include "app/ui/screens/crisis.h"
#include "app/ui/screens/expected.h"
#include "app/ui/screens/words.h"
#include "tests/app/ui/screens/scenes.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace evenkeel;
using namespace evenkeel::test;

TEST_CASE("durations and days are said as people say them") {
    CHECK(ui::duration(0U) == "0 min");
    CHECK(ui::duration(45U) == "45 min");
    CHECK(ui::duration(120U) == "2 h");
    CHECK(ui::duration(195U) == "3 h 15 min");
    CHECK(ui::duration(std::nullopt) == "not said");
    CHECK(ui::long_day(Day{20222}) == "Wednesday 14 May");
    CHECK(ui::weekday_and_date(Day{20222}) == "Wed 14 May");
    CHECK(ui::clock_time(22 * 60 + 30) == "22:30");
}

TEST_CASE("each country has an emergency number, and a stranger has one that dials anywhere") {
    std::set<std::string_view> countries;
    for (const ui::CrisisNumber& number : ui::crisis_numbers()) {
        countries.insert(number.country);
        CHECK(number.country.size() == 2);
        CHECK(!number.country_name.empty());
        CHECK(!number.number.empty());
    }
    CHECK(countries.size() == 13);
    for (const std::string_view country : countries) {
        CHECK(ui::crisis_numbers_of(country).front().name == "Emergency");
    }
    CHECK(ui::crisis_numbers_of("US").front().number == "911");
    CHECK(ui::crisis_numbers_of("GB")[1].number == "116 123");
    CHECK(ui::crisis_numbers_of("").front().number == "112");
    CHECK(ui::crisis_numbers_of("XX").size() == 1);
    CHECK(ui::country_of("en_IE.UTF-8") == "IE");
    CHECK(ui::country_of("C.UTF-8") == "");
}

TEST_CASE("two quick steps count as two before the engine has answered the first") {
    std::vector<model::Intent> posted;
    Gui gui(phone_look(), [&](model::Intent intent) { posted.push_back(std::move(intent)); });
    auto snapshot = std::make_shared<model::Snapshot>(client_snapshot());
    gui.show(snapshot);
    gui.settle();
    gui.tap("Social media, more");
    gui.tap("Social media, more");
    REQUIRE(posted.size() == 2);
    CHECK(std::get<model::SetUse>(posted[0]).minutes == 45);
    CHECK(std::get<model::SetUse>(posted[1]).minutes == 60);
    CHECK(gui.node("Social media > Social media").value == "1 h");

    // The engine has done the first and says so: the second still shows.
    auto after_one = std::make_shared<model::Snapshot>(*snapshot);
    after_one->handled = 1;
    after_one->client->today.use[1].minutes = 45;
    gui.show(after_one);
    gui.settle();
    CHECK(gui.node("Social media > Social media").value == "1 h");
    // It has done both, and what it says is what counts.
    auto after_two = std::make_shared<model::Snapshot>(*after_one);
    after_two->handled = 2;
    after_two->client->today.use[1].minutes = 50;
    gui.show(after_two);
    gui.settle();
    CHECK(gui.node("Social media > Social media").value == "50 min");
}

TEST_CASE("what a tap asks of the engine is shown at once") {
    model::Snapshot snapshot = client_snapshot();
    const Day day = snapshot.client->today.day;
    ui::expect(snapshot, model::SetMood{.day = day, .mood = 2});
    CHECK(snapshot.client->today.mood == 2U);
    ui::expect(snapshot, model::SetMood{.day = day + 1, .mood = 9});
    CHECK(snapshot.client->today.mood == 2U);
    ui::expect(snapshot, model::PauseSharing{true});
    CHECK(snapshot.client->sharing.paused);
    const EntityId item = snapshot.client->screen_time.items.front().id;
    ui::expect(snapshot, model::DeleteEntry{item});
    CHECK(snapshot.client->screen_time.items.size() == 1);
    snapshot.errors = {{7, "The disk is full."}};
    ui::expect(snapshot, model::Dismiss{7});
    CHECK(snapshot.errors.empty());
}
