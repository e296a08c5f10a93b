#include "app/background/run.h"

#include "app/background/background.h"
#include "core/base/files.h"
#include "core/domain/local_time.h"
#include "platform/active_window.h"
#include "platform/ports.h"

#include <cstdlib>
#include <iostream>

namespace evenkeel::background {

namespace {

// By a test's clock time does not go by: the file says when it does.
class TestAlarm final : public platform::Alarm {
public:
    explicit TestAlarm(platform::Alarm& alarm) : alarm_(alarm) {}
    bool wait_until(Instant) override { return alarm_.wait_until({INT64_MAX}); }
    void ring() override { alarm_.ring(); }

private:
    platform::Alarm& alarm_;
};

void tell(const Setup::Look& look) {
    std::cout << "look at " << look.at.ms << ": " << look.shown << " shown, " << look.taken
              << " taken away" << std::endl;
}

}  // namespace

int run(const std::string& profile_directory) {
    const std::string now_file = profile_directory + "/now";
    std::vector<std::string> files = watched_files();
    auto clock = file_exists(now_file) ? platform::make_test_clock(now_file) : nullptr;
    const bool is_test = clock != nullptr;
    if (is_test) files.emplace_back("now");
    if (!is_test) clock = platform::make_system_clock();
    auto alarm = platform::make_alarm(profile_directory, std::move(files));
    if (!alarm.ok()) {
        std::cerr << alarm.error().sentence() << "\n";
        return EXIT_FAILURE;
    }
    TestAlarm test_alarm(*alarm.value());
    const auto random = platform::make_system_random();
    const auto secrets = platform::make_secret_store();
    const auto notifier = platform::make_notifier();
    const auto desktop = platform::make_active_window();
    const auto done = remind({.profile_directory = profile_directory,
                              .clock = *clock,
                              .random = *random,
                              .secrets = *secrets,
                              .notifier = *notifier,
                              .alarm = is_test ? test_alarm : *alarm.value(),
                              .desktop = *desktop,
                              .locale = platform::locale(),
                              .open_window =
                                  [&] {
                                      if (platform::raise_window(profile_directory)) return;
                                      (void)platform::start_window(profile_directory);
                                  },
                              .looked = is_test ? tell : nullptr});
    if (done.ok()) return EXIT_SUCCESS;
    std::cerr << done.error().sentence() << "\n";
    return EXIT_FAILURE;
}

}  // namespace evenkeel::background
