// Tags and moments by taps, over a real store.
#include "core/domain/local_time.h"
#include "tests/app/ui/screens/window.h"

using namespace evenkeel;
using namespace evenkeel::test;

TEST_CASE("a tag is typed once, and a tap from then on; a moment has its time") {
    TwoWindows people;
    Window& phone = people.phone;
    const auto& today = [&]() -> const model::TodayView& { return phone.snapshot().client->today; };
    CHECK_FALSE(phone.gui().has("Add a tag"));
    phone.tap("Good");
    phone.tap("Add a tag");
    phone.gui().type("walk");  // the field has the focus
    phone.gui().key(platform::KeyCode::enter);
    CHECK(today().tags == std::vector<std::string>{"walk"});
    phone.is_killed_and_returns();
    phone.tap("walk");
    CHECK(today().tags.empty());
    phone.tap("Undo");
    CHECK(today().tags == std::vector<std::string>{"walk"});

    phone.tap("Another moment");
    phone.tap("Another moment > Low");
    REQUIRE(today().moments.size() == 1);
    CHECK(today().moments.front().mood == 3U);
    CHECK(today().mood == 7U);
    phone.tap("Another moment");
    phone.tap("Another moment > When it was, less");
    phone.tap("Another moment > Okay");
    REQUIRE(today().moments.size() == 2);
    const std::string earlier =
        print_time_of_day(static_cast<std::int32_t>(today().moments.front().minute));
    phone.tap(earlier + " · 5 of 10");
    phone.tap("Mood then, more");
    CHECK(today().moments.front().mood == 6U);
    phone.tap("Time, less");
    CHECK(today().moments.front().minute % 15 == 0);
    phone.tap("Delete this moment");
    CHECK(today().moments.size() == 1);
    phone.tap("Undo");
    CHECK(today().moments.size() == 2);

    people.sync();
    people.desk.tap("Ada");
    people.desk.tap("Days");
    const std::string seen = people.desk.gui().text();
    CHECK(seen.find("mood 7") != std::string::npos);
    CHECK(seen.find(" 3 · walk") != std::string::npos);
}
