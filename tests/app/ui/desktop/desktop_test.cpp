// The program among the other programs of a desktop: a bus of the test's own, on which logind and
// the portal do as they are told.
#include "tests/app/ui/window/program.h"
#include "tests/platform/linux/bus.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::test {
namespace {

std::vector<std::string> on_bus(const PrivateBus& bus) {
    return {"DBUS_SYSTEM_BUS_ADDRESS=" + bus.address(),
            "DBUS_SESSION_BUS_ADDRESS=" + bus.address()};
}

TEST_CASE("the system sleeps only once the window has locked, and the passphrase opens it again") {
    const PrivateBus bus;
    FakeDesktop around(bus, false);
    Screen screen;
    Program program(screen, {"--software", "--theme", "light", "--size", "900x700"}, on_bus(bus));
    const std::string passphrase = "seven quiet Evenings, by the lake 7";
    make_profile(screen, program, passphrase);
    REQUIRE(screen.sees([&](const Seen&) { return around.times_inhibited() == 1; }));
    CHECK(around.holds_sleep());
    const auto open = screen.look();

    around.prepare_for_sleep(true);
    REQUIRE(screen.sees([&](const Seen&) { return !around.holds_sleep(); }));
    const auto locked = screen.look();
    CHECK(locked != open);
    around.prepare_for_sleep(false);
    CHECK(screen.sees([&](const Seen&) { return around.times_inhibited() == 2; }));

    REQUIRE(field(locked));
    screen.click(*field(locked));
    screen.type(passphrase);
    screen.key("Return");
    CHECK(screen.sees([&](const Seen& seen) { return seen == open; }));
    CHECK(program.stop() == 0);
}

TEST_CASE("the window is dark where the desktop is, and follows it") {
    const PrivateBus bus;
    FakeDesktop around(bus, true);
    Screen screen;
    Program program(screen, {"--software", "--size", "900x700"}, on_bus(bus));
    CHECK(screen.sees([](const Seen& seen) { return seen.find(dark_paper, 4, 100).has_value(); }));
    around.prefer_dark(false);
    CHECK(screen.sees([](const Seen& seen) { return seen.find(paper, 4, 100).has_value(); }));
    CHECK(program.stop() == 0);
}

}  // namespace
}  // namespace evenkeel::test
