#include "platform/desktop.h"

#include "platform/ports.h"
#include "tests/platform/linux/bus.h"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace evenkeel::platform {
namespace {

using namespace std::chrono_literals;
using test::comes_true;

// Both buses at once: a person's and the system's names do not overlap.
void use_bus(const std::string& address) {
    setenv("DBUS_SYSTEM_BUS_ADDRESS", address.c_str(), 1);
    setenv("DBUS_SESSION_BUS_ADDRESS", address.c_str(), 1);
}

// The port, with what it said so far.
class Listener {
public:
    Listener() {
        desktop_->listen([this] { ++wakes_; });
    }

    Desktop& desktop() { return *desktop_; }
    [[nodiscard]] int wakes() const { return wakes_; }
    bool hears_suspended() {
        return comes_true([this] { return next<Suspended>().has_value(); });
    }
    bool hears_raised() {
        return comes_true([this] { return next<Raised>().has_value(); });
    }
    bool hears_dark(bool dark) {
        return comes_true([&] {
            const auto theme = next<DesktopTheme>();
            return theme && theme->dark == dark;
        });
    }

private:
    template <typename Event>
    std::optional<Event> next() {
        for (InputEvent& event : desktop_->take()) heard_.push_back(std::move(event));
        for (auto at = heard_.begin(); at != heard_.end(); ++at) {
            if (!std::holds_alternative<Event>(*at)) continue;
            const Event found = std::get<Event>(*at);
            heard_.erase(at);
            return found;
        }
        return std::nullopt;
    }

    std::atomic<int> wakes_ = 0;
    std::vector<InputEvent> heard_;
    std::unique_ptr<Desktop> desktop_ = make_desktop("/tmp/a profile");
};

TEST_CASE("before it sleeps the system waits until it is told that all is locked") {
    const test::PrivateBus bus;
    test::FakeDesktop around(bus, false);
    use_bus(bus.address());
    Listener listener;
    REQUIRE(comes_true([&] { return around.times_inhibited() == 1; }));
    around.prepare_for_sleep(true);
    REQUIRE(listener.hears_suspended());
    CHECK(listener.wakes() > 0);
    CHECK(around.holds_sleep());
    listener.desktop().allow_sleep();
    CHECK(comes_true([&] { return !around.holds_sleep(); }));
    // Awake again, it holds the next sleep.
    around.prepare_for_sleep(false);
    CHECK(comes_true([&] { return around.times_inhibited() == 2; }));
    CHECK(around.holds_sleep());
}

TEST_CASE("a session that is locked, and a screen saver, are heard as well") {
    const test::PrivateBus bus;
    test::FakeDesktop around(bus, false);
    use_bus(bus.address());
    Listener listener;
    // Asked after the others: what it asked before is known to the bus by then.
    REQUIRE(listener.hears_dark(false));
    REQUIRE(comes_true([&] { return around.times_inhibited() == 1; }));
    std::this_thread::sleep_for(200ms);  // the session's path comes, and is listened to
    around.lock_session();
    CHECK(listener.hears_suspended());
    around.start_screen_saver();
    CHECK(listener.hears_suspended());
}

TEST_CASE("the theme of the desktop is told at the start and whenever it changes") {
    const test::PrivateBus bus;
    test::FakeDesktop around(bus, true);
    use_bus(bus.address());
    Listener listener;
    CHECK(listener.hears_dark(true));
    around.prefer_dark(false);
    CHECK(listener.hears_dark(false));
    around.prefer_dark(true);
    CHECK(listener.hears_dark(true));
    CHECK(around.times_asked_for_scheme() == 1);
}

TEST_CASE("the window of a profile is asked for from outside, and that of another is not there") {
    const test::PrivateBus bus;
    test::FakeDesktop around(bus, false);
    use_bus(bus.address());
    CHECK_FALSE(raise_window("/tmp/a profile"));
    Listener listener;
    REQUIRE(listener.hears_dark(false));  // asked for last: by then the window has its name
    CHECK(raise_window("/tmp/a profile"));
    CHECK(listener.hears_raised());
    CHECK_FALSE(raise_window("/tmp/another"));
}

TEST_CASE("where no bus is, nothing is heard and nothing waits") {
    use_bus("unix:path=/nowhere/at/all");
    const auto begin = std::chrono::steady_clock::now();
    {
        Listener listener;
        listener.desktop().allow_sleep();
        CHECK(listener.desktop().take().empty());
        CHECK(listener.wakes() == 0);
    }
    CHECK(std::chrono::steady_clock::now() - begin < 5s);
}

TEST_CASE("a bus that goes away does not matter") {
    auto bus = std::make_unique<test::PrivateBus>();
    use_bus(bus->address());
    auto around = std::make_unique<test::FakeDesktop>(*bus, true);
    Listener listener;
    REQUIRE(listener.hears_dark(true));
    around.reset();
    bus.reset();
    std::this_thread::sleep_for(200ms);
    CHECK(listener.desktop().take().empty());
}

}  // namespace
}  // namespace evenkeel::platform
