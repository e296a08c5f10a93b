// One sleep for everything: a timer of the wall clock, which also says when that clock was set, and
// what the system reports about files and about ending.
#include "platform/alarm.h"

#include "platform/linux/open_file.h"
#include "platform/ports.h"

#include <algorithm>
#include <array>
#include <poll.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>

namespace evenkeel::platform {
namespace {

// A zone that changes while nothing else does (the file of the system's zone) is noticed within
// this.
constexpr std::int64_t sleep_ms_max = 10 * ms_per_minute;

class LinuxAlarm final : public Alarm {
public:
    explicit LinuxAlarm(std::vector<std::string> file_names) : names_(std::move(file_names)) {}

    [[nodiscard]] bool open(const std::string& folder) {
        rung_.reset(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
        timer_.reset(timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK));
        files_.reset(inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
        keep_ending_from_threads();
        sigset_t ending;
        sigemptyset(&ending);
        sigaddset(&ending, SIGTERM);
        sigaddset(&ending, SIGINT);
        ending_.reset(signalfd(-1, &ending, SFD_CLOEXEC | SFD_NONBLOCK));
        const bool made = rung_.number() >= 0 && timer_.number() >= 0 && files_.number() >= 0 &&
                          ending_.number() >= 0;
        constexpr std::uint32_t changes = IN_MOVED_TO | IN_CLOSE_WRITE | IN_DELETE;
        return made && inotify_add_watch(files_.number(), folder.c_str(), changes) >= 0;
    }

    bool wait_until(Instant moment) override {
        while (true) {
            set_timer(moment);
            std::array<pollfd, 4> files{{{rung_.number(), POLLIN, 0},
                                         {timer_.number(), POLLIN, 0},
                                         {files_.number(), POLLIN, 0},
                                         {ending_.number(), POLLIN, 0}}};
            poll(files.data(), files.size(), -1);
            const auto reports = [&](std::size_t file) {
                return (files.at(file).revents & POLLIN) != 0;
            };
            if (reports(3)) return false;
            bool woken = reports(1);  // the next setting takes back what the timer said
            if (reports(2)) woken = names_a_file() || woken;
            if (reports(0)) {
                eventfd_t times = 0;
                eventfd_read(rung_.number(), &times);
                woken = true;
            }
            if (woken) return true;
        }
    }

    void ring() override { eventfd_write(rung_.number(), 1); }

private:
    void set_timer(Instant moment) const {
        timespec now{};
        clock_gettime(CLOCK_REALTIME, &now);
        const std::int64_t now_ms = now.tv_sec * ms_per_second + now.tv_nsec / 1'000'000;
        const std::int64_t due_ms = std::min(moment.ms, now_ms + sleep_ms_max);
        // A timer that is set to nothing never comes.
        const std::int64_t at_ms = std::max<std::int64_t>(due_ms, 1);
        const itimerspec due{.it_interval = {},
                             .it_value = {.tv_sec = at_ms / ms_per_second,
                                          .tv_nsec = at_ms % ms_per_second * 1'000'000}};
        timerfd_settime(timer_.number(), TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &due,
                        nullptr);
    }

    // Reads what the system reported; whether one of our files is among it.
    [[nodiscard]] bool names_a_file() const {
        alignas(inotify_event) std::array<char, 4096> reports{};
        bool found = false;
        for (ssize_t size = 0;
             (size = read(files_.number(), reports.data(), reports.size())) > 0;) {
            for (ssize_t at = 0; at < size;) {
                const auto* event = reinterpret_cast<const inotify_event*>(
                    &reports.at(static_cast<std::size_t>(at)));
                const std::string name = event->len > 0 ? event->name : "";
                found = found || std::find(names_.begin(), names_.end(), name) != names_.end();
                at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
            }
        }
        return found;
    }

    std::vector<std::string> names_;
    OpenFile rung_;
    OpenFile timer_;
    OpenFile files_;
    OpenFile ending_;
};

}  // namespace

Result<std::unique_ptr<Alarm>> make_alarm(const std::string& folder,
                                          std::vector<std::string> file_names) {
    auto alarm = std::make_unique<LinuxAlarm>(std::move(file_names));
    if (!alarm->open(folder)) {
        return Error(ErrorCode::refused, "The system gives no way to wait for reminders.");
    }
    return std::unique_ptr<Alarm>(std::move(alarm));
}

}  // namespace evenkeel::platform
