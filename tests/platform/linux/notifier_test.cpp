// Notifications and the sleep between them, on a real bus and by the real clock.
#include "platform/notifier.h"

#include "core/base/files.h"
#include "platform/alarm.h"
#include "platform/ports.h"
#include "tests/platform/linux/notifications.h"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>

namespace evenkeel::platform {
namespace {

using namespace std::chrono_literals;
using test::comes_true;

void use_bus(const std::string& address) { setenv("DBUS_SESSION_BUS_ADDRESS", address.c_str(), 1); }

TEST_CASE("a notification is shown, takes the place of another, is answered and is closed") {
    const test::PrivateBus bus;
    test::Notifications desktop(bus);
    use_bus(bus.address());
    const auto notifier = make_notifier();
    std::atomic<int> wakes = 0;
    notifier->listen([&] { ++wakes; });
    CHECK(notifier->available());
    CHECK_FALSE(notifier->session().empty());
    const auto first = notifier->show({.title = "One", .actions = {{"later", "Later"}}});
    REQUIRE(first.ok());
    const auto second = notifier->show({.title = "Two", .actions = {}, .replaces = first.value()});
    REQUIRE(second.ok());
    CHECK(second.value() == first.value());
    REQUIRE(desktop.outstanding().size() == 1);
    CHECK(desktop.outstanding().front().words == "Evenkeel||Two|");
    CHECK(desktop.shown().front().words == "Evenkeel||One||Later");

    desktop.choose(first.value(), "later");
    REQUIRE(comes_true([&] { return wakes == 2; }));
    const auto answers = notifier->take();
    REQUIRE(answers.size() == 2);
    CHECK(answers[0].number == first.value());
    CHECK(answers[0].action == "later");
    CHECK(answers[1].action.empty());

    const auto third = notifier->show({.title = "Three", .actions = {}});
    REQUIRE(third.ok());
    notifier->close(third.value());
    CHECK(comes_true([&] { return desktop.outstanding().empty(); }));
}

TEST_CASE("where nothing shows notifications, that is said and nothing waits") {
    const test::PrivateBus bus;
    for (const std::string& address : {bus.address(), std::string("unix:path=/nowhere/at/all")}) {
        use_bus(address);
        const auto begin = std::chrono::steady_clock::now();
        const auto notifier = make_notifier();
        notifier->listen([] {});
        CHECK_FALSE(notifier->available());
        CHECK(notifier->session().empty());
        CHECK_FALSE(notifier->show({.title = "One", .actions = {}}).ok());
        CHECK(std::chrono::steady_clock::now() - begin < 5s);
    }
}

TEST_CASE("the alarm comes at its moment, when a file changes, when it is rung, and at no other") {
    const test::ScratchFolder folder;
    const auto clock = make_system_clock();
    const auto alarm = make_alarm(folder.path(), {"schedule"});
    REQUIRE(alarm.ok());
    const Instant begin = clock->now();
    REQUIRE(alarm.value()->wait_until(begin + 300));
    CHECK(clock->now() - begin >= 300);
    CHECK(clock->now() - begin < 5'000);
    std::thread other([&] {
        std::this_thread::sleep_for(200ms);
        (void)write_whole_file(folder.path("another"), as_bytes("x")).ok();
        std::this_thread::sleep_for(200ms);
        (void)write_whole_file(folder.path("schedule"), as_bytes("x")).ok();
        std::this_thread::sleep_for(200ms);
        alarm.value()->ring();
    });
    const Instant started = clock->now();
    REQUIRE(alarm.value()->wait_until(started + ms_per_hour));
    CHECK(clock->now() - started >= 390);
    REQUIRE(alarm.value()->wait_until(started + ms_per_hour));
    CHECK(clock->now() - started >= 590);
    other.join();
}

TEST_CASE("what starts at each login is one file, which goes when it is not wanted any more") {
    const test::ScratchFolder folder;
    setenv("XDG_CONFIG_HOME", folder.path("config").c_str(), 1);
    const auto reminders = make_background_reminders("/opt/evenkeel", "/a person/100% \"own\"");
    REQUIRE(reminders->start_at_login(true).ok());
    REQUIRE(reminders->start_at_login(true).ok());
    std::vector<std::string> files;
    for (const auto& file : std::filesystem::directory_iterator(folder.path("config/autostart"))) {
        files.push_back(file.path().string());
    }
    REQUIRE(files.size() == 1);
    CHECK(test::read_text(files.front()) ==
          "[Desktop Entry]\nType=Application\nName=Evenkeel\nComment=Reminders\nTerminal=false\n"
          "NoDisplay=true\nExec=\"/opt/evenkeel\" --background --profile "
          "\"/a person/100%% \\\\\"own\\\\\"\"\n");
    REQUIRE(reminders->start_at_login(false).ok());
    REQUIRE(reminders->start_at_login(false).ok());
    CHECK_FALSE(file_exists(files.front()));
    unsetenv("XDG_CONFIG_HOME");
}

}  // namespace
}  // namespace evenkeel::platform
