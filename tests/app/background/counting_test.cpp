// The program without its window counts screen time where that is wanted, with or without
// reminders. What leaves the machine, time and the desktop are played; the files are real.
#include "app/background/background.h"
#include "core/base/files.h"
#include "platform/ports.h"
#include "sync/client/profile.h"
#include "tests/app/background/week.h"
#include "tests/app/model/played_desktop.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>

namespace evenkeel::test {
namespace {

class PlayedClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return at; }
    [[nodiscard]] std::string zone_name() const override { return "UTC"; }
    Instant at{1'790'000'000'000};
};

class NoSecrets final : public SecretStore {
public:
    [[nodiscard]] bool available() const override { return false; }
    [[nodiscard]] Result<std::optional<Bytes>> load(const std::string&) override {
        return std::optional<Bytes>();
    }
    [[nodiscard]] Result<void> save(const std::string&, ByteView) override { return {}; }
    [[nodiscard]] Result<void> erase(const std::string&) override { return {}; }
};

class NoNotifications final : public platform::Notifier {
public:
    void listen(std::function<void()>) override {}
    bool available() override { return false; }
    std::string session() override { return "a desktop"; }
    Result<std::uint32_t> show(const platform::Notification&) override { return 1U; }
    void close(std::uint32_t) override {}
    std::vector<platform::NotificationAnswer> take() override { return {}; }
};

// Each sleep is over at once, as if its moment had come; after so many the program is to end.
class PlayedAlarm final : public platform::Alarm {
public:
    PlayedAlarm(PlayedClock& clock, int sleeps) : clock_(clock), left_(sleeps) {}
    bool wait_until(Instant moment) override {
        longest_ms = std::max(longest_ms, moment - clock_.at);
        if (moment.ms != INT64_MAX) clock_.at = moment;
        if (before_sleep) before_sleep(left_);
        return left_-- > 0;
    }
    void ring() override {}
    std::function<void(int)> before_sleep;
    std::int64_t longest_ms = 0;

private:
    PlayedClock& clock_;
    int left_;
};

struct Home {
    ScratchFolder scratch;
    std::string folder = scratch.path("profile");
    PlayedClock clock;
    std::unique_ptr<Random> random = platform::make_system_random();
    NoSecrets secrets;
    NoNotifications notifier;
    PlayedDesktop desktop{"discord"};
    model::ReminderFiles files{folder, secrets, *random};

    Home() { REQUIRE(make_private_directory(folder).ok()); }
    void want_counting() { REQUIRE(files.write_counting({.key = {9}, .own_rules = {}}).ok()); }
    void runs(platform::Alarm& alarm) {
        REQUIRE(background::remind({.profile_directory = folder,
                                    .clock = clock,
                                    .random = *random,
                                    .secrets = secrets,
                                    .notifier = notifier,
                                    .alarm = alarm,
                                    .desktop = desktop,
                                    .locale = "C",
                                    .open_window = [] {},
                                    .looked = nullptr})
                    .ok());
    }
    void runs_for(int sleeps) {
        PlayedAlarm alarm(clock, sleeps);
        runs(alarm);
    }
    [[nodiscard]] bool has_counted() const { return file_exists(folder + "/counted-0"); }
};

TEST_CASE("without reminders and without counting it ends at once, and looks at no window") {
    Home home;
    home.runs_for(5);
    CHECK(home.desktop.looks == 0);
}

TEST_CASE(
    "it counts without any reminder, looks once a minute, and keeps what it has when it ends") {
    Home home;
    home.want_counting();
    PlayedAlarm alarm(home.clock, 3);
    home.runs(alarm);
    CHECK(home.desktop.looks == 4);
    CHECK(alarm.longest_ms == ms_per_minute);
    CHECK(home.has_counted());
    CHECK_FALSE(file_exists(home.folder + "/reminded"));
}

TEST_CASE("reminders that are not wanted any more leave nothing behind, and counting goes on") {
    Home home;
    home.want_counting();
    REQUIRE(home.files.write_schedule({}).ok());
    PlayedAlarm alarm(home.clock, 3);
    alarm.before_sleep = [&](int left) {
        if (left != 3) return;
        CHECK(file_exists(home.folder + "/reminded"));
        REQUIRE(home.files.remove().ok());
    };
    home.runs(alarm);
    CHECK(home.desktop.looks == 4);
    CHECK_FALSE(file_exists(home.folder + "/reminded"));
}

TEST_CASE("while the window counts it looks at nothing and sleeps until that ends") {
    Home home;
    home.want_counting();
    std::optional<ProcessLock> here;
    const auto taken = [&] {
        auto lock = ProcessLock::take(home.files.counting_here_path());
        REQUIRE(lock.ok());
        here.emplace(std::move(lock).value());
    };
    taken();
    PlayedAlarm alarm(home.clock, 4);
    alarm.before_sleep = [&](int left) {
        if (left > 2) CHECK(home.desktop.looks == 0);
        if (left == 2) here.reset();
    };
    home.runs(alarm);
    CHECK(alarm.longest_ms > ms_per_day);
    CHECK(home.desktop.looks > 0);
    CHECK(home.has_counted());
}

TEST_CASE("that the window does not count any more is heard of at once") {
    Home home;
    const auto alarm = platform::make_alarm(home.folder, background::watched_files());
    REQUIRE(alarm.ok());
    platform::take_ending_here();  // what other stories start has to hear it
    const auto clock = platform::make_system_clock();
    const Instant started = clock->now();
    { const auto here = ProcessLock::take(home.files.counting_here_path()); }
    REQUIRE(alarm.value()->wait_until(started + ms_per_minute));
    CHECK(clock->now() - started < ms_per_minute / 2);
}

TEST_CASE("once nobody wants it any more it looks no further, and ends") {
    Home home;
    home.want_counting();
    PlayedAlarm alarm(home.clock, 100);
    alarm.before_sleep = [&](int left) {
        if (left == 98) REQUIRE(home.files.remove_counting().ok());
    };
    home.runs(alarm);
    CHECK(home.desktop.looks == 3);
}

// Whether the client's profile says that counting goes on while the window is closed.
void want_counting_closed(Week& week, bool closed) {
    const PlayedClock clock;
    const auto random = platform::make_system_random();
    NoSecrets secrets;
    const auto profile = client::Profile::open(week.clinic().phone.profile_folder(),
                                               Clinic::passphrase, {clock, *random, secrets});
    REQUIRE(profile.ok());
    REQUIRE(model::write_counting(profile.value()->store(),
                                  {.by = model::CountingBy::window, .closed = closed})
                .ok());
}

TEST_CASE("reminders turned off in a terminal leave what starts at login to who is counted") {
    Week week("2026-05-04T10:00:00+02:00");
    const auto starts_at_login = [&] {
        return !std::filesystem::is_empty(week.clinic().folder.path("config/autostart"));
    };
    want_counting_closed(week, true);
    week.does({"reminders", "set", "--closed", "off"});
    CHECK(starts_at_login());
    want_counting_closed(week, false);
    week.does({"reminders", "set", "--closed", "off"});
    CHECK_FALSE(starts_at_login());
}

}  // namespace
}  // namespace evenkeel::test
