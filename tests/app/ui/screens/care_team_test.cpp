// A colleague let into a client's record and taken out again, by taps.
#include "tests/app/ui/screens/window.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;
using namespace evenkeel::test;

namespace {

// By the clinician's taps, in the record that is open.
void let_lee_in(Window& desk) {
    desk.tap("Let a colleague in");
    desk.tap("Dr Lee");
    desk.tap("Let them in");
}

}  // namespace

TEST_CASE("a colleague is let in by taps, reads the record, and the client is told") {
    TwoWindows both;
    Person lee = colleague_of(both.world, both.clinician, "Dr Lee");
    Window theirs(lee, desktop_look());
    both.client.does(model::SetMood{both.client.sees()->client->today.today, 6});
    both.sync();

    both.desk.tap("Ada");
    both.desk.tap("Device");
    CHECK(both.desk.gui().has("Care team"));
    both.desk.tap("Let a colleague in");
    both.desk.tap("Dr Lee");
    CHECK(both.desk.gui().has("Let Dr Lee into the record of Ada?"));
    CHECK(both.desk.gui().text().find("will read all that was and will be shared") !=
          std::string::npos);
    CHECK(both.desk.snapshot().clinician->overview->team.inside.size() == 1);
    both.desk.tap("Let them in");
    CHECK(both.desk.snapshot().clinician->overview->team.inside.size() == 2);
    CHECK(both.desk.gui().has("Nobody else of the practice can be let in."));

    both.sync();
    CHECK(both.phone.gui().text().find("Dr Lee was added to your record by Dr Vogel.") !=
          std::string::npos);
    sync_all(lee, both.client);
    theirs.looks_again();
    theirs.tap("Ada");
    CHECK(theirs.snapshot().clinician->overview->days.back().mood == 6U);
    both.phone.looks_again();
    both.phone.tap("Sharing");
    CHECK(both.phone.gui().text().find("Dr Lee") != std::string::npos);

    both.desk.tap("Take out");
    CHECK(both.desk.gui().has("Take Dr Lee out of the record of Ada?"));
    both.desk.tap("Take them out");
    CHECK(both.desk.gui().has("Dr Lee was taken out, and can come back with a new device only."));
    both.sync();
    sync_all(lee, both.client);
    theirs.looks_again();
    CHECK(theirs.gui().text().find("You are not on this client's care team any more.") !=
          std::string::npos);
}

TEST_CASE("who thinks better of it lets nobody in") {
    TwoWindows both;
    Person lee = colleague_of(both.world, both.clinician, "Dr Lee");
    both.desk.looks_again();
    both.desk.tap("Ada");
    both.desk.tap("Device");
    both.desk.tap("Let a colleague in");
    both.desk.tap("Nobody now");
    CHECK_FALSE(both.desk.gui().has("Who is let in?"));
    both.desk.tap("Let a colleague in");
    both.desk.tap("Dr Lee");
    both.desk.tap("Leave it as it is");
    CHECK(both.desk.snapshot().clinician->overview->team.inside.size() == 1);
}

TEST_CASE("where the practice asks its clients, a colleague comes in by the client's taps alone") {
    TwoWindows both;
    Person lee = colleague_of(both.world, both.clinician, "Dr Lee");
    both.desk.looks_again();
    both.desk.tap("Settings");
    both.desk.tap("Ask clients before a colleague comes in");
    CHECK_FALSE(both.desk.snapshot().clinician->clients_approve);
    both.desk.tap("Ask them");
    CHECK(both.desk.snapshot().clinician->clients_approve);
    both.sync();

    both.desk.tap("Clients");
    both.desk.tap("Ada");
    both.desk.tap("Device");
    CHECK_FALSE(both.desk.gui().has("Let a colleague in"));
    both.desk.tap("Ask about a colleague");
    both.desk.tap("Dr Lee");
    both.desk.tap("Ask them");
    CHECK(both.desk.snapshot().clinician->overview->team.inside.size() == 1);
    both.sync();
    sync_all(lee, both.client);
    CHECK(lee.sees()->clinician->caseload.empty());

    CHECK(both.phone.gui().has("Your practice asks whether a colleague may read along: Dr Lee."));
    both.phone.tap("Look at it");
    both.phone.tap("Not now");
    CHECK(both.phone.snapshot().client->sharing.team.asked.empty());
    both.phone.tap("Dr Lee > Let them in");
    CHECK(both.phone.gui().has("Let Dr Lee into your record?"));
    CHECK(both.phone.snapshot().client->sharing.team.inside.size() == 1);
    both.phone.tap("Let them in");
    CHECK(both.phone.snapshot().client->sharing.team.inside.size() == 2);
    sync_all(lee, both.client);
    CHECK(lee.sees()->clinician->caseload.size() == 1);

    both.phone.looks_again();
    both.phone.tap("Dr Lee > Take out");
    both.phone.tap("Take them out");
    CHECK(both.phone.snapshot().client->sharing.team.inside.size() == 1);
}

TEST_CASE("who hands a record over takes themself out of it by two taps") {
    TwoWindows both;
    Person lee = colleague_of(both.world, both.clinician, "Dr Lee");
    both.desk.looks_again();
    both.desk.tap("Ada");
    both.desk.tap("Device");
    CHECK_FALSE(both.desk.gui().has("Leave this care team"));
    let_lee_in(both.desk);
    both.sync();
    both.desk.tap("Leave this care team");
    CHECK(both.desk.gui().has("Leave the care team of Ada?"));
    both.desk.tap("Leave it");
    CHECK(both.desk.snapshot().clinician->caseload.front().is_out);
    both.sync();
    CHECK(both.client.sees()->client->sharing.seen_by == std::vector<std::string>{"Dr Lee"});
}
