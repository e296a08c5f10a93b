// Small promises of the screens' parts: words, crisis numbers, and what a tap shows at once.
#include "app/model/crisis_numbers.h"
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
    for (const model::CrisisNumber& number : model::crisis_numbers()) {
        countries.insert(number.country);
        CHECK(number.country.size() == 2);
        CHECK(!number.country_name.empty());
        CHECK(!number.number.empty());
        CHECK(number.kind <=
              model::CrisisKind::youth);  // a word that means no kind is past the last
        CHECK((number.url.empty() || number.url.starts_with("https://")));
        CHECK(number.verified.has_value() == !number.verified_by.empty());
    }
    CHECK(countries.size() == 13);
    for (const std::string_view country : countries) {
        CHECK(model::crisis_numbers_of(country).front().kind == model::CrisisKind::emergency);
    }
    CHECK(model::crisis_numbers_of("US").front().number == "911");
    CHECK(model::crisis_numbers_of("GB")[1].number == "116 123");
    CHECK(model::crisis_numbers_of("").front().number == "112");
    CHECK(model::crisis_numbers_of("XX").size() == 1);
    CHECK(model::country_of("en_IE.UTF-8") == "IE");
    CHECK(model::country_of("C.UTF-8") == "");
}

TEST_CASE("numbers that nobody checked, or not for a year, are shown and said to be so") {
    std::vector<model::CrisisNumber> numbers = model::crisis_numbers_of("IE");
    const Day today{20'500};
    CHECK(model::unchecked_words(numbers, today) ==
          "We have not checked 112 and 116 123 ourselves.");
    numbers[0].verified = today + -366;
    CHECK(model::unchecked_words(numbers, today) == "We have not checked 116 123 ourselves.");
    numbers[1].verified = today + -367;
    CHECK(model::unchecked_words(numbers, today) ==
          "We last checked 116 123 more than a year ago.");
    numbers[1].verified = today;
    CHECK(model::unchecked_words(numbers, today).empty());
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
