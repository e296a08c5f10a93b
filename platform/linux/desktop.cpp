// The desktop by D-Bus: logind on the system's bus, the portal and the screen saver on the
// person's. A thread of its own sleeps until one of them says something; a bus or a service that is
// not there is as good as one that says nothing.
#include "platform/desktop.h"

#include "platform/linux/open_file.h"
#include "platform/ports.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <poll.h>
#include <string>
#include <sys/eventfd.h>
#include <systemd/sd-bus.h>
#include <thread>
#include <time.h>
#include <unistd.h>
#include <utility>

namespace evenkeel::platform {
namespace {

constexpr const char* logind = "org.freedesktop.login1";
constexpr const char* logind_path = "/org/freedesktop/login1";
constexpr const char* logind_manager = "org.freedesktop.login1.Manager";
constexpr const char* logind_session = "org.freedesktop.login1.Session";
constexpr const char* portal = "org.freedesktop.portal.Desktop";
constexpr const char* portal_path = "/org/freedesktop/portal/desktop";
constexpr const char* portal_settings = "org.freedesktop.portal.Settings";
constexpr const char* appearance = "org.freedesktop.appearance";
constexpr const char* color_scheme = "color-scheme";
constexpr std::uint32_t prefers_dark = 1;  // 2 is light, 0 no wish

constexpr const char* window_path = "/org/evenkeel/Window";
constexpr const char* window_interface = "org.evenkeel.Window";

// By which the window of a profile is found on the person's bus. It tells nothing about the folder.
std::string window_name(const std::string& profile_directory) {
    return std::string(window_interface) + ".p" +
           std::to_string(std::hash<std::string>()(profile_directory));
}

class BusDesktop final : public Desktop {
public:
    explicit BusDesktop(std::string name) : name_(std::move(name)) {}
    ~BusDesktop() override {
        if (!thread_.joinable()) return;
        eventfd_write(stop_.number(), 1);
        thread_.join();
    }

    void listen(std::function<void()> wake) override {
        wake_ = std::move(wake);
        stop_.reset(eventfd(0, EFD_CLOEXEC));
        thread_ = std::thread([this] { run(); });
    }

    [[nodiscard]] std::vector<InputEvent> take() override {
        const std::lock_guard lock(mutex_);
        return std::exchange(heard_, {});
    }

    void allow_sleep() override {
        const std::lock_guard lock(mutex_);
        held_.reset();
    }

private:
    // ---- The thread --------------------------------------------------------------------------
    void run() {
        if (sd_bus_open_system(&system_) >= 0) listen_to_system();
        if (sd_bus_open_user(&user_) >= 0) listen_to_desktop();
        do {
            handle_all(system_);
            handle_all(user_);
        } while (sleep());
        sd_bus_close_unref(system_);
        sd_bus_close_unref(user_);
    }

    // A bus that went away is heard no more.
    static void handle_all(sd_bus*& bus) {
        int done = 1;
        while (bus != nullptr && done > 0) done = sd_bus_process(bus, nullptr);
        if (done < 0) bus = sd_bus_close_unref(bus);
    }

    // Until a bus has something or the program ends; false then.
    [[nodiscard]] bool sleep() const {
        std::array<pollfd, 3> files{{{stop_.number(), POLLIN, 0}, {-1, 0, 0}, {-1, 0, 0}}};
        std::uint64_t due_us = UINT64_MAX;
        std::size_t next = 1;
        for (sd_bus* const bus : {system_, user_}) {
            if (bus == nullptr) continue;
            files.at(next++) = {sd_bus_get_fd(bus), static_cast<short>(sd_bus_get_events(bus)), 0};
            std::uint64_t bus_due_us = UINT64_MAX;
            if (sd_bus_get_timeout(bus, &bus_due_us) >= 0) due_us = std::min(due_us, bus_due_us);
        }
        poll(files.data(), files.size(), wait_ms(due_us));
        return (files[0].revents & POLLIN) == 0;
    }

    static int wait_ms(std::uint64_t due_us) {
        if (due_us == UINT64_MAX) return -1;
        timespec now{};
        clock_gettime(CLOCK_MONOTONIC, &now);
        const auto now_us = static_cast<std::uint64_t>(now.tv_sec) * 1'000'000 +
                            static_cast<std::uint64_t>(now.tv_nsec) / 1'000;
        // Rounded up, so that the time has come when it wakes.
        return due_us <= now_us ? 0 : static_cast<int>((due_us - now_us + 999) / 1'000);
    }

    // ---- Sleep and locks ---------------------------------------------------------------------
    void listen_to_system() {
        sd_bus_match_signal_async(system_, nullptr, logind, logind_path, logind_manager,
                                  "PrepareForSleep", &BusDesktop::sleep_changes, nullptr, this);
        sd_bus_call_method_async(system_, nullptr, logind, logind_path, logind_manager,
                                 "GetSessionByPID", &BusDesktop::session_is_known, this, "u", 0U);
        hold_sleep();
    }

    // From now on the system asks before it sleeps.
    void hold_sleep() {
        sd_bus_call_method_async(system_, nullptr, logind, logind_path, logind_manager, "Inhibit",
                                 &BusDesktop::sleep_is_held, this, "ssss", "sleep", "Evenkeel",
                                 "Locks what is open", "delay");
    }

    static int sleep_is_held(sd_bus_message* answer, void* self, sd_bus_error*) {
        int file = -1;
        if (sd_bus_message_is_method_error(answer, nullptr) != 0 ||
            sd_bus_message_read(answer, "h", &file) < 0) {
            return 0;
        }
        auto& desktop = *static_cast<BusDesktop*>(self);
        const std::lock_guard lock(desktop.mutex_);
        desktop.held_.reset(fcntl(file, F_DUPFD_CLOEXEC, 0));  // the message closes its own
        return 0;
    }

    static int sleep_changes(sd_bus_message* signal, void* self, sd_bus_error*) {
        int begins = 0;
        if (sd_bus_message_read(signal, "b", &begins) < 0) return 0;
        auto& desktop = *static_cast<BusDesktop*>(self);
        if (begins != 0) {
            desktop.hear(Suspended{});
        } else {
            desktop.hold_sleep();
        }
        return 0;
    }

    static int session_is_known(sd_bus_message* answer, void* self, sd_bus_error*) {
        const char* path = nullptr;
        if (sd_bus_message_is_method_error(answer, nullptr) != 0 ||
            sd_bus_message_read(answer, "o", &path) < 0) {
            return 0;
        }
        auto& desktop = *static_cast<BusDesktop*>(self);
        sd_bus_match_signal_async(desktop.system_, nullptr, logind, path, logind_session, "Lock",
                                  &BusDesktop::session_locks, nullptr, self);
        return 0;
    }

    static int session_locks(sd_bus_message*, void* self, sd_bus_error*) {
        static_cast<BusDesktop*>(self)->hear(Suspended{});
        return 0;
    }

    // ---- The person's desktop ----------------------------------------------------------------
    void listen_to_desktop() {
        sd_bus_add_object(user_, nullptr, window_path, &BusDesktop::window_is_called, this);
        sd_bus_request_name_async(user_, nullptr, name_.c_str(), 0, nullptr, nullptr);
        constexpr const char* saver = "org.freedesktop.ScreenSaver";
        sd_bus_match_signal_async(user_, nullptr, nullptr, nullptr, saver, "ActiveChanged",
                                  &BusDesktop::saver_changes, nullptr, this);
        sd_bus_match_signal_async(user_, nullptr, portal, portal_path, portal_settings,
                                  "SettingChanged", &BusDesktop::setting_changes, nullptr, this);
        sd_bus_call_method_async(user_, nullptr, portal, portal_path, portal_settings, "Read",
                                 &BusDesktop::scheme_is_read, this, "ss", appearance, color_scheme);
    }

    static int window_is_called(sd_bus_message* call, void* self, sd_bus_error*) {
        if (sd_bus_message_is_method_call(call, window_interface, "Raise") <= 0) return 0;
        static_cast<BusDesktop*>(self)->hear(Raised{});
        return sd_bus_reply_method_return(call, "");
    }

    static int saver_changes(sd_bus_message* signal, void* self, sd_bus_error*) {
        int is_active = 0;
        const bool reads = sd_bus_message_read(signal, "b", &is_active) >= 0;
        if (reads && is_active != 0) static_cast<BusDesktop*>(self)->hear(Suspended{});
        return 0;
    }

    static int setting_changes(sd_bus_message* signal, void* self, sd_bus_error*) {
        const char* group = nullptr;
        const char* name = nullptr;
        if (sd_bus_message_read(signal, "ss", &group, &name) < 0) return 0;
        const bool is_scheme =
            std::strcmp(group, appearance) == 0 && std::strcmp(name, color_scheme) == 0;
        std::uint32_t scheme = 0;
        if (is_scheme && sd_bus_message_read(signal, "v", "u", &scheme) >= 0) {
            static_cast<BusDesktop*>(self)->hear(DesktopTheme{scheme == prefers_dark});
        }
        return 0;
    }

    // "Read" wraps its answer twice; it is what every version of the portal has.
    static int scheme_is_read(sd_bus_message* answer, void* self, sd_bus_error*) {
        std::uint32_t scheme = 0;
        if (sd_bus_message_is_method_error(answer, nullptr) == 0 &&
            sd_bus_message_read(answer, "v", "v", "u", &scheme) >= 0) {
            static_cast<BusDesktop*>(self)->hear(DesktopTheme{scheme == prefers_dark});
        }
        return 0;
    }

    // ---- What both threads see ---------------------------------------------------------------
    void hear(InputEvent event) {
        {
            const std::lock_guard lock(mutex_);
            heard_.push_back(std::move(event));
        }
        wake_();
    }

    std::string name_;
    std::function<void()> wake_;
    OpenFile stop_;
    sd_bus* system_ = nullptr;  // of the thread alone, as is the next
    sd_bus* user_ = nullptr;
    std::mutex mutex_;  // guards the next two
    std::vector<InputEvent> heard_;
    OpenFile held_;  // the system does not sleep while this is open
    std::thread thread_;
};

}  // namespace

std::unique_ptr<Desktop> make_desktop(const std::string& profile_directory) {
    return std::make_unique<BusDesktop>(window_name(profile_directory));
}

bool raise_window(const std::string& profile_directory) {
    sd_bus* bus = nullptr;
    if (sd_bus_open_user(&bus) < 0) return false;
    const int called = sd_bus_call_method(bus, window_name(profile_directory).c_str(), window_path,
                                          window_interface, "Raise", nullptr, nullptr, "");
    sd_bus_flush_close_unref(bus);
    return called >= 0;
}

}  // namespace evenkeel::platform
