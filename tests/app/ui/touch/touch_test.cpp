#include "tests/app/ui/touch/touch_screen.h"
#include "tests/app/ui/window/program.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::test {
namespace {

TEST_CASE("a finger scrolls without pressing what it lies on, and presses by a tap") {
    TouchScreen screen;
    Program program(screen.environment(), {"--software", "--theme", "light", "--size", "360x500"});
    REQUIRE(screen.sees([](const Seen& seen) { return seen.find(paper, 4, 100).has_value(); }));
    // The window stands in the middle, since there is nobody to place it.
    const Spot low{512, 560};
    const Spot high{512, 220};
    screen.drag(low, high);
    REQUIRE(screen.sees([](const Seen& seen) { return button(seen).has_value(); }));
    // Back and forth with the finger on the button: it must not begin.
    const Spot begin = *button(screen.look());
    screen.drag(begin, {begin.x, begin.y - 60});
    screen.drag(begin, {begin.x, begin.y + 60});
    screen.drag(low, high);
    CHECK(screen.sees([](const Seen& seen) { return button(seen) && !field(seen); }));
    screen.tap(*button(screen.look()));
    CHECK(screen.sees([](const Seen& seen) { return field(seen).has_value(); }));
    CHECK(program.stop() == 0);
}

}  // namespace
}  // namespace evenkeel::test
