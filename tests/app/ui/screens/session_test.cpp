// A session by taps: it is planned at a desk, seen on a phone, both say what it is to be about, and
// the brief is saved before it.
#include "core/base/files.h"
#include "tests/app/ui/screens/window.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;
using namespace evenkeel::test;

namespace {

struct Clinic : TwoWindows {
    Clinic() {
        desk.tap("Ada");
        REQUIRE(desk.gui().has("Safety"));
    }
};

}  // namespace

TEST_CASE("a session is planned by taps, both add what to talk about, and it is cancelled") {
    Clinic clinic;
    Window& desk = clinic.desk;
    Window& phone = clinic.phone;
    desk.tap("Plan a session");
    desk.tap("In two weeks");
    desk.tap("Minutes past the hour > :30");
    desk.tap("Video");
    desk.tap("Plan it");
    clinic.sync();
    REQUIRE(desk.snapshot().clinician->overview->sessions.size() == 1);
    const std::string when = desk.snapshot().clinician->overview->sessions.front().text;
    CHECK(when.ends_with(", 10:30, by video"));

    phone.tap("Next session: " + when);
    phone.write("Something to talk about", "The weekend");
    phone.tap("Add");
    clinic.sync();
    desk.tap(when);
    CHECK(desk.gui().has("The weekend"));
    CHECK_FALSE(desk.gui().has("Take back"));
    CHECK(phone.gui().has("Take back"));

    desk.tap("Cancel this session");
    desk.tap("Cancel the session");
    clinic.sync();
    CHECK(phone.gui().has("This session is over, or was cancelled."));
    phone.tap("Back");
    CHECK_FALSE(phone.snapshot().client->today.next_session.has_value());
}

TEST_CASE("the brief is saved by a tap where nothing is yet, and says that it is not encrypted") {
    Clinic clinic;
    Window& desk = clinic.desk;
    const std::string path = (clinic.world.folder / "brief.html").string();
    desk.tap("File for the brief");
    desk.gui().letter('a', true);
    desk.gui().type(path);
    desk.tap("Save the brief");
    CHECK(desk.gui().has("Written to " + path));
    CHECK(desk.snapshot().saved->text == "Brief saved. The file is not encrypted");
    const std::string html = to_string(need(read_whole_file(path, 1'000'000)));
    CHECK(html.find("Session brief: Ada") != std::string::npos);
}
