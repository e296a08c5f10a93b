#include "tests/platform/linux/bus.h"

#include "tests/platform/linux/bus_thread.h"

#include <array>
#include <chrono>
#include <fcntl.h>
#include <filesystem>
#include <poll.h>
#include <thread>
#include <unistd.h>

namespace evenkeel::test {

namespace {

using namespace std::chrono_literals;

constexpr const char* session_path = "/org/freedesktop/login1/session/_31";
constexpr const char* portal_path = "/org/freedesktop/portal/desktop";

}  // namespace

bool comes_true(const std::function<bool()>& is_so) {
    for (int i = 0; i < 1'000; ++i) {
        if (is_so()) return true;
        std::this_thread::sleep_for(10ms);
    }
    return false;
}

PrivateBus::PrivateBus()
    : daemon_({EVENKEEL_DBUS_DAEMON, "--session", "--nofork", "--address=" + address()},
              folder_.path("log")) {
    for (int i = 0; i < 400 && !std::filesystem::exists(folder_.path("bus")); ++i) {
        std::this_thread::sleep_for(50ms);
    }
}

std::string PrivateBus::address() const { return "unix:path=" + folder_.path("bus"); }

struct FakeDesktop::State {
    explicit State(const std::string& address) : bus(address) {}

    std::atomic<int> inhibited = 0;
    std::atomic<int> asked = 0;
    std::atomic<bool> dark = false;
    std::atomic<int> held_end = -1;  // the other end of what was given out
    BusThread bus;

    static int answer(sd_bus_message* call, void* self, sd_bus_error*) {
        auto& state = *static_cast<State*>(self);
        if (sd_bus_message_is_method_call(call, nullptr, "Inhibit") != 0) {
            return state.inhibit(call);
        }
        if (sd_bus_message_is_method_call(call, nullptr, "GetSessionByPID") != 0) {
            return sd_bus_reply_method_return(call, "o", session_path);
        }
        if (sd_bus_message_is_method_call(call, nullptr, "Read") != 0) {
            ++state.asked;
            return sd_bus_reply_method_return(call, "v", "v", "u", state.dark ? 1U : 2U);
        }
        return 0;
    }

    int inhibit(sd_bus_message* call) {
        std::array<int, 2> ends{};
        if (pipe2(ends.data(), O_CLOEXEC) != 0) return -1;
        if (held_end >= 0) close(held_end);
        held_end = ends[0];
        const int sent = sd_bus_reply_method_return(call, "h", ends[1]);
        close(ends[1]);
        ++inhibited;
        return sent;
    }
};

FakeDesktop::FakeDesktop(const PrivateBus& bus, bool prefers_dark)
    : state_(std::make_unique<State>(bus.address())) {
    State& state = *state_;
    state.dark = prefers_dark;
    for (const char* path : {"/org/freedesktop/login1", portal_path}) {
        state.bus.add(path, &State::answer, &state);
    }
    state.bus.own("org.freedesktop.login1");
    state.bus.own("org.freedesktop.portal.Desktop");
    state.bus.serve();
}

FakeDesktop::~FakeDesktop() {
    const int held_end = state_->held_end;
    state_.reset();
    if (held_end >= 0) close(held_end);
}

int FakeDesktop::times_inhibited() const { return state_->inhibited; }
int FakeDesktop::times_asked_for_scheme() const { return state_->asked; }

bool FakeDesktop::holds_sleep() const {
    if (state_->held_end < 0) return false;
    pollfd file{state_->held_end, POLLIN, 0};
    poll(&file, 1, 0);
    return (file.revents & POLLHUP) == 0;  // nobody has the other end open
}

void FakeDesktop::prepare_for_sleep(bool begins) {
    state_->bus.emit("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep",
                     "b", begins ? 1 : 0);
}

void FakeDesktop::lock_session() {
    state_->bus.emit(session_path, "org.freedesktop.login1.Session", "Lock", "");
}

void FakeDesktop::start_screen_saver() {
    state_->bus.emit("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged",
                     "b", 1);
}

void FakeDesktop::prefer_dark(bool dark) {
    state_->dark = dark;
    state_->bus.emit(portal_path, "org.freedesktop.portal.Settings", "SettingChanged", "ssv",
                     "org.freedesktop.appearance", "color-scheme", "u", dark ? 1U : 2U);
}

}  // namespace evenkeel::test
