#include "tests/platform/linux/bus.h"

#include <array>
#include <chrono>
#include <fcntl.h>
#include <filesystem>
#include <functional>
#include <mutex>
#include <poll.h>
#include <stdexcept>
#include <systemd/sd-bus.h>
#include <thread>
#include <unistd.h>

namespace evenkeel::test {

namespace {

using namespace std::chrono_literals;

constexpr const char* session_path = "/org/freedesktop/login1/session/_31";
constexpr const char* portal_path = "/org/freedesktop/portal/desktop";

void must(int result) {
    if (result < 0) throw std::runtime_error("a call of the private bus failed");
}

}  // namespace

PrivateBus::PrivateBus()
    : daemon_({EVENKEEL_DBUS_DAEMON, "--session", "--nofork", "--address=" + address()},
              folder_.path("log")) {
    for (int i = 0; i < 400 && !std::filesystem::exists(folder_.path("bus")); ++i) {
        std::this_thread::sleep_for(50ms);
    }
}

std::string PrivateBus::address() const { return "unix:path=" + folder_.path("bus"); }

struct FakeDesktop::State {
    std::mutex mutex;  // guards the bus, which knows no threads
    sd_bus* bus = nullptr;
    std::atomic<bool> stopping = false;
    std::atomic<int> inhibited = 0;
    std::atomic<int> asked = 0;
    std::atomic<bool> dark = false;
    int held_end = -1;  // the other end of what was given out
    std::thread thread;

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

    void serve() {
        while (!stopping) {
            int done = 1;
            while (done > 0) {
                const std::lock_guard lock(mutex);
                done = sd_bus_process(bus, nullptr);
            }
            pollfd file{sd_bus_get_fd(bus), POLLIN, 0};
            poll(&file, 1, 20);
        }
    }

    template <typename... Words>
    void emit(const char* path, const char* interface, const char* name, const char* types,
              Words... words) {
        const std::lock_guard lock(mutex);
        must(sd_bus_emit_signal(bus, path, interface, name, types, words...));
        must(sd_bus_flush(bus));
    }
};

FakeDesktop::FakeDesktop(const PrivateBus& bus, bool prefers_dark)
    : state_(std::make_unique<State>()) {
    State& state = *state_;
    state.dark = prefers_dark;
    must(sd_bus_new(&state.bus));
    must(sd_bus_set_address(state.bus, bus.address().c_str()));
    must(sd_bus_set_bus_client(state.bus, 1));
    must(sd_bus_negotiate_fds(state.bus, 1));
    must(sd_bus_start(state.bus));
    for (const char* path : {"/org/freedesktop/login1", portal_path}) {
        must(sd_bus_add_object(state.bus, nullptr, path, &State::answer, &state));
    }
    must(sd_bus_request_name(state.bus, "org.freedesktop.login1", 0));
    must(sd_bus_request_name(state.bus, "org.freedesktop.portal.Desktop", 0));
    state.thread = std::thread([&state] { state.serve(); });
}

FakeDesktop::~FakeDesktop() {
    state_->stopping = true;
    state_->thread.join();
    sd_bus_flush_close_unref(state_->bus);
    if (state_->held_end >= 0) close(state_->held_end);
}

int FakeDesktop::times_inhibited() const { return state_->inhibited; }
int FakeDesktop::times_asked_for_scheme() const { return state_->asked; }

bool FakeDesktop::holds_sleep() const {
    const std::lock_guard lock(state_->mutex);
    if (state_->held_end < 0) return false;
    pollfd file{state_->held_end, POLLIN, 0};
    poll(&file, 1, 0);
    return (file.revents & POLLHUP) == 0;  // nobody has the other end open
}

void FakeDesktop::prepare_for_sleep(bool begins) {
    state_->emit("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep",
                 "b", begins ? 1 : 0);
}

void FakeDesktop::lock_session() {
    state_->emit(session_path, "org.freedesktop.login1.Session", "Lock", "");
}

void FakeDesktop::start_screen_saver() {
    state_->emit("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged",
                 "b", 1);
}

void FakeDesktop::prefer_dark(bool dark) {
    state_->dark = dark;
    state_->emit(portal_path, "org.freedesktop.portal.Settings", "SettingChanged", "ssv",
                 "org.freedesktop.appearance", "color-scheme", "u", dark ? 1U : 2U);
}

}  // namespace evenkeel::test
