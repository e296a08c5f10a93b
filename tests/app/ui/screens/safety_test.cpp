// Safety by taps: the practice says who answers, a client tells, a person acknowledges, the client
// reads it. Over the real server.
#include "tests/app/ui/screens/window.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;
using namespace evenkeel::test;

namespace {

struct Answered : TwoWindows {
    // By taps of the clinician, and told to the client.
    Answered() {
        for (Person* person : {&clinician, &client}) {
            person->does(model::ChangeSettings{{.lock_after_minutes = 0}});
        }
        desk.looks_again();
        desk.tap("Settings");
        desk.tap("When a client may be in danger");
        desk.write("Who looks at what clients share", "Dr Vogel");
        desk.tap("Within some days");
        desk.write("At night and at weekends", "Please call.");
        desk.tap("Add a number");
        desk.write("Number 1 > Name", "Harbour");
        desk.write("Number 1 > Number", "030 1234");
        desk.tap("Tell all clients");
        CHECK(desk.gui().has("This is what your clients are told."));
        desk.tap("Back");
        CHECK(desk.gui()
                  .node("When a client may be in danger")
                  .value.find("Looked at within 2 days, by Dr Vogel.") != std::string::npos);
        desk.tap("Clients");
        sync();
    }
};

}  // namespace

TEST_CASE(
    "a client tells offline for a day, syncs, a person acknowledges, and the client reads it") {
    Answered people;
    people.world.offline = true;
    people.phone.tap("Help now");
    CHECK(people.phone.gui().has("030 1234"));
    people.phone.tap("Tell my clinician");
    CHECK(people.phone.gui().has(people.phone.snapshot().nobody_watches));
    CHECK(people.phone.gui().has("At night and at weekends: Please call."));
    people.phone.write("In your own words, if you like", "It is too much.");
    people.phone.tap("Tell them");
    const std::string here =
        "It is on this device only. Nobody can see it before this device has synced.";
    CHECK(people.phone.gui().has(here));
    people.client.waits(ms_per_day);
    people.phone.looks_again();
    people.phone.gui().key(platform::KeyCode::escape);
    CHECK(people.phone.gui().has("You told your clinician yesterday 09:00"));
    CHECK(people.phone.gui().has(here));
    CHECK_FALSE(people.desk.gui().has("Ada told you about their safety"));

    people.world.offline = false;
    people.sync();
    CHECK(people.phone.gui().has("It was sent. Nobody has said yet that they have read it."));
    // A search does not hide who waits.
    people.desk.write("Search clients", "somebody else");
    people.desk.tap("Ada");
    CHECK(people.desk.gui().has("Ada told you about their safety"));
    CHECK(people.desk.gui().has("“It is too much.”"));
    people.desk.tap("Boundaries");
    CHECK(people.desk.gui().has("Ada told you about their safety"));
    people.desk.tap("I have read this");
    people.desk.write("A sentence to Ada, if you like", "I call you at six.");
    people.desk.tap("Acknowledge as Dr Vogel");
    CHECK_FALSE(people.desk.gui().has("Ada told you about their safety"));
    people.sync();
    CHECK(people.phone.gui().text().find("Read by Dr Vogel today 09:") != std::string::npos);
    CHECK(people.phone.gui().has("“I call you at six.”"));
}

TEST_CASE("a clinician acknowledges by the keyboard alone") {
    Answered people;
    people.phone.tap("Help now");
    people.phone.tap("Tell my clinician");
    people.phone.tap("Tell them");
    people.sync();
    people.desk.gui().letter('j');
    people.desk.gui().letter('a');
    CHECK(people.desk.gui().has("You have read this?"));
    people.desk.gui().type("At six.");
    people.desk.gui().key(platform::KeyCode::enter);
    people.desk.gui().settle();
    CHECK_FALSE(people.desk.gui().has("Ada told you about their safety"));
    people.sync();
    CHECK(people.phone.gui().has("“At six.”"));
}

TEST_CASE("words that were typed and not told are there again after the program was killed") {
    Answered people;
    people.phone.tap("Help now");
    people.phone.tap("Tell my clinician");
    people.phone.write("In your own words, if you like", "It is too");
    people.phone.tap("Not now");
    CHECK(people.phone.gui().has("Harbour"));
    people.phone.is_killed_and_returns();
    people.phone.tap("Help now");
    people.phone.tap("Tell my clinician");
    CHECK(people.phone.gui().node("In your own words, if you like").value == "It is too");
}

TEST_CASE("above the lock the practice's number is shown first, and telling asks to unlock") {
    Answered people;
    people.client.does(model::Lock{});
    people.phone.looks_again();
    people.phone.tap("Help now");
    CHECK(people.phone.gui().has("030 1234"));
    CHECK(people.phone.gui().has("112"));
    CHECK(people.phone.gui().has("To tell your clinician, unlock first."));
    CHECK_FALSE(people.phone.gui().has("Tell my clinician"));
}

TEST_CASE("a very low mood opens the numbers to call by itself, once, and closes like any card") {
    Answered people;
    people.phone.tap("Very low");
    CHECK(people.phone.gui().has(
        "You noted a very low mood. These numbers are here if you want them."));
    people.phone.gui().key(platform::KeyCode::escape);
    people.phone.gui().settle();
    people.phone.tap("Good");
    people.phone.tap("Very low");
    CHECK_FALSE(people.phone.gui().has("Where you are"));
}

TEST_CASE("pausing says first that what was told has not left, and would not") {
    Answered people;
    people.world.offline = true;
    people.phone.tap("Help now");
    people.phone.tap("Tell my clinician");
    people.phone.tap("Tell them");
    people.phone.gui().key(platform::KeyCode::escape);
    people.phone.tap("Sharing");
    people.phone.tap("Pause all sharing");
    CHECK(people.phone.gui().has("Pause sharing now?"));
    people.phone.tap("Pause all the same");
    people.phone.tap("Help now");
    CHECK(people.phone.gui().has(
        "It did not leave: sharing was paused first. Your clinician does not have it."));
    CHECK_FALSE(people.phone.gui().has("Tell my clinician"));
}
