// Reminders while the window is closed, as a person sees them: the real program on a real bus.
#include "tests/app/background/week.h"

#include "core/base/files.h"
#include "core/domain/local_time.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>

namespace evenkeel::test {
namespace {

Instant at(const std::string& date, std::int32_t minute) {
    return instant_of(parse_date(date).value(), minute, "Europe/Berlin").value();
}

TEST_CASE("in seven days with the window closed each reminder comes once, and none after logging") {
    // The clock is set back on the 25th; the computer is killed, restarted and its clock set wrong.
    Week week("2026-10-23T10:00:00+02:00");
    week.start();
    week.go_to(at("2026-10-24", 20 * 60 + 40));
    week.kill();
    week.start();
    week.go_to(at("2026-10-25", 12 * 60));
    week.does({"log", "mood", "6"});
    week.go_to(at("2026-10-26", 20 * 60 + 30));
    week.set_clock(at("2026-10-26", 20 * 60));  // set back by half an hour
    week.go_to(at("2026-10-27", 12 * 60));
    week.kill();  // off until the next morning: what was due in between is over
    week.set_clock(at("2026-10-28", 9 * 60));
    week.start();
    week.go_to(at("2026-10-28", 20 * 60 + 50));
    week.does({"log", "mood", "4"});
    week.go_to(at("2026-10-29", 8 * 60));
    week.set_clock(at("2026-10-29", 23 * 60));  // set forward over everything
    week.go_to(at("2026-10-30", 9 * 60));
    CHECK(week.seen() ==
          "23 20:30 Your check-in\n23 22:00 A reminder you set\n23 22:30 A reminder you set\n"
          "24 20:30 Your check-in\n24 22:00 A reminder you set\n24 22:30 A reminder you set\n"
          "25 22:00 A reminder you set\n25 22:30 A reminder you set\n"
          "26 20:30 Your check-in\n26 22:00 A reminder you set\n26 22:30 A reminder you set\n"
          "28 20:30 Your check-in\n28 22:00 A reminder you set\n28 22:30 A reminder you set\n"
          "29 23:00 Your check-in\n29 23:00 A reminder you set\n");
    CHECK(week.most_of_one() == 1);
    CHECK(week.desktop().outstanding().empty());
    for (const Shown& shown : week.desktop().shown()) {
        CHECK(shown.words.starts_with("Evenkeel||"));
        CHECK(shown.words.ends_with("||Open|Open|Later|Not today"));
    }
}

TEST_CASE(
    "Behaviour 8, outside the window: later, not today, quiet hours and a pause are kept to, and "
    "no word says what it is about") {
    Week week("2026-05-04T10:00:00+02:00");
    week.start();
    week.go_to(at("2026-05-04", 20 * 60 + 30));
    week.choose("later");
    week.go_to(at("2026-05-04", 21 * 60));
    REQUIRE(week.desktop().outstanding().size() == 1);
    week.does({"log", "mood", "6"});  // from a second process, midway
    week.set_clock(week.now() + ms_per_minute);
    CHECK(week.desktop().outstanding().empty());
    week.go_to(at("2026-05-04", 22 * 60));
    week.choose("not-today");
    week.go_to(at("2026-05-05", 12 * 60));
    CHECK(week.seen() ==
          "04 20:30 Your check-in\n04 21:00 Your check-in\n04 22:00 A reminder you set\n");

    week.does({"reminders", "set", "--quiet", "22:15-08:00"});
    week.go_to(at("2026-05-06", 12 * 60));
    week.does({"reminders", "pause", "2"});
    week.go_to(at("2026-05-08", 21 * 60));
    CHECK(week.seen() ==
          "04 20:30 Your check-in\n04 21:00 Your check-in\n04 22:00 A reminder you set\n"
          "05 20:30 Your check-in\n05 22:00 A reminder you set\n08 20:30 Your check-in\n");
    for (const Shown& shown : week.desktop().shown()) {
        for (const char* word : {"mood", "therap", "clinic", "limit", "boundar", "social", "AI"}) {
            CHECK(shown.words.find(word) == std::string::npos);
        }
    }
    week.does({"reminders", "set", "--closed", "off"});
    CHECK(week.ends() == 0);
    CHECK_FALSE(file_exists(week.clinic().phone.profile_folder() + "/reminders"));
}

TEST_CASE("the check-in is answered at its reminder, and nothing asks for it again that day") {
    Week week("2026-05-04T10:00:00+02:00");
    week.does({"reminders", "set", "--answers", "on"});
    week.start();
    week.go_to(at("2026-05-04", 20 * 60 + 30));
    REQUIRE(week.desktop().outstanding().size() == 1);
    CHECK(week.desktop().outstanding().front().words.ends_with(
        "||Open|\u2212|\u25CB|+|Open|Later|Not today"));
    week.choose("answer-high");
    CHECK(week.desktop().outstanding().empty());
    week.go_to(at("2026-05-05", 12 * 60));
    CHECK(week.seen() ==
          "04 20:30 Your check-in\n04 22:00 A reminder you set\n04 22:30 A reminder you set\n");
    const auto days = week.does({"show", "days"}).at("days");
    CHECK(days.dump().find("\"mood\":7") != std::string::npos);
}

TEST_CASE("where nothing shows notifications, it is tried until something does") {
    Week week("2026-05-04T10:00:00+02:00");
    week.take_desktop_away();
    week.start();
    week.go_to(at("2026-05-04", 20 * 60 + 40));
    week.bring_desktop();
    week.go_to(at("2026-05-04", 21 * 60));
    CHECK(week.seen() == "04 20:50 Your check-in\n");
}

TEST_CASE("idle with reminders armed, it sleeps until the next of them") {
    using namespace std::chrono;
    const auto since_1970 = system_clock::now().time_since_epoch();
    Week week(print_rfc3339({duration_cast<milliseconds>(since_1970).count()}));
    REQUIRE(file_exists(week.clinic().phone.profile_folder() + "/reminders"));
    CHECK(week.wakes_while_idle() <= 1);  // one could just be due
}

TEST_CASE("of two programs that would remind, one does") {
    Week week("2026-05-04T20:00:00+02:00");
    week.start();
    const Finished second = run_program(
        {EVENKEEL_WINDOW, "--background", "--profile", week.clinic().phone.profile_folder()},
        {{"EVENKEEL_TEST_CLOCK", "1"}, {"EVENKEEL_NO_KEYSTORE", "1"}});
    CHECK(second.exit_code == 0);
    CHECK(second.output.empty());
    week.go_to(at("2026-05-04", 20 * 60 + 30));
    CHECK(week.desktop().shown().size() == 1);
}

}  // namespace
}  // namespace evenkeel::test
