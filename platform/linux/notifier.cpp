// Notifications by D-Bus (org.freedesktop.Notifications) on the person's bus. A thread of its own
// sleeps until one is answered; what is shown and closed is asked from the thread that wants it.
#include "platform/notifier.h"

#include "platform/linux/open_file.h"

#include <array>
#include <mutex>
#include <poll.h>
#include <sys/eventfd.h>
#include <systemd/sd-bus.h>
#include <thread>
#include <utility>

namespace evenkeel::platform {
namespace {

constexpr const char* service = "org.freedesktop.Notifications";
constexpr const char* service_path = "/org/freedesktop/Notifications";
constexpr const char* bus_service = "org.freedesktop.DBus";
constexpr const char* bus_path = "/org/freedesktop/DBus";
constexpr std::uint64_t answer_us_max = 2'000'000;  // a service that takes longer is not there
constexpr std::int32_t expires_as_the_desktop_does = -1;

struct CloseBus {
    void operator()(sd_bus* bus) const { sd_bus_flush_close_unref(bus); }
};
using Bus = std::unique_ptr<sd_bus, CloseBus>;
struct FreeMessage {
    void operator()(sd_bus_message* message) const { sd_bus_message_unref(message); }
};
using Message = std::unique_ptr<sd_bus_message, FreeMessage>;

Bus open_bus() {
    sd_bus* bus = nullptr;
    if (sd_bus_open_user(&bus) < 0) return nullptr;
    sd_bus_set_method_call_timeout(bus, answer_us_max);
    return Bus(bus);
}

template <typename... Words>
Message ask(sd_bus* bus, const char* destination, const char* path, const char* member,
            const char* types, Words... words) {
    sd_bus_message* answer = nullptr;
    const char* const interface = destination;  // of both services, the same word
    if (bus == nullptr || sd_bus_call_method(bus, destination, path, interface, member, nullptr,
                                             &answer, types, words...) < 0) {
        return nullptr;
    }
    return Message(answer);
}

class BusNotifier final : public Notifier {
public:
    ~BusNotifier() override {
        if (!thread_.joinable()) return;
        eventfd_write(stop_.number(), 1);
        thread_.join();
    }

    void listen(std::function<void()> wake) override {
        wake_ = std::move(wake);
        stop_.reset(eventfd(0, EFD_CLOEXEC));
        // Listens before anything is shown, so that no answer is missed.
        hearing_ = open_bus();
        if (!hearing_) return;
        for (const char* signal : {"ActionInvoked", "NotificationClosed"}) {
            sd_bus_match_signal(hearing_.get(), nullptr, nullptr, service_path, service, signal,
                                &BusNotifier::is_answered, this);
        }
        thread_ = std::thread([this] { run(); });
    }

    bool available() override {
        if (!session().empty()) return true;
        return names("ListActivatableNames").find(std::string("\n") + service + "\n") !=
               std::string::npos;
    }

    std::string session() override {
        const Message answer = ask(asking(), bus_service, bus_path, "GetNameOwner", "s", service);
        const char* owner = nullptr;
        if (!answer || sd_bus_message_read(answer.get(), "s", &owner) < 0) return {};
        return owner;
    }

    Result<std::uint32_t> show(const Notification& notification) override {
        sd_bus_message* made = nullptr;
        const Error failed(ErrorCode::not_found, "Nothing shows notifications here.");
        if (asking() == nullptr ||
            sd_bus_message_new_method_call(asking(), &made, service, service_path, service,
                                           "Notify") < 0) {
            return failed;
        }
        const Message call(made);
        // No icon and no text: what is outside the window says as little as it can.
        sd_bus_message_append(made, "susss", "Evenkeel", notification.replaces, "",
                              notification.title.c_str(), "");
        sd_bus_message_open_container(made, 'a', "s");
        for (const Notification::Action& action : notification.actions) {
            sd_bus_message_append(made, "ss", action.name.c_str(), action.label.c_str());
        }
        sd_bus_message_close_container(made);
        sd_bus_message_append(made, "a{sv}i", 0, expires_as_the_desktop_does);
        sd_bus_message* answered = nullptr;
        if (sd_bus_call(asking(), made, 0, nullptr, &answered) < 0) return failed;
        const Message answer(answered);
        std::uint32_t number = 0;
        if (sd_bus_message_read(answered, "u", &number) < 0) return failed;
        return number;
    }

    void close(std::uint32_t number) override {
        (void)ask(asking(), service, service_path, "CloseNotification", "u", number);
    }

    std::vector<NotificationAnswer> take() override {
        const std::lock_guard lock(mutex_);
        return std::exchange(answers_, {});
    }

private:
    // The bus of the thread that asks; opened anew where it broke.
    sd_bus* asking() {
        if (asking_ && sd_bus_is_open(asking_.get()) <= 0) asking_.reset();
        if (!asking_) asking_ = open_bus();
        return asking_.get();
    }

    // Each with a line's end before and behind it.
    std::string names(const char* list) {
        const Message answer = ask(asking(), bus_service, bus_path, list, "");
        std::string text = "\n";
        if (!answer || sd_bus_message_enter_container(answer.get(), 'a', "s") < 0) return text;
        const char* name = nullptr;
        while (sd_bus_message_read(answer.get(), "s", &name) > 0) text += std::string(name) + "\n";
        return text;
    }

    // ---- The thread
    void run() {
        while (true) {
            int done = 1;
            while (done > 0) done = sd_bus_process(hearing_.get(), nullptr);
            const bool is_open = done == 0;
            std::array<pollfd, 2> files{{{stop_.number(), POLLIN, 0}, {-1, 0, 0}}};
            if (is_open) {
                files[1] = {sd_bus_get_fd(hearing_.get()),
                            static_cast<short>(sd_bus_get_events(hearing_.get())), 0};
            }
            poll(files.data(), files.size(), -1);
            if ((files[0].revents & POLLIN) != 0) return;
        }
    }

    static int is_answered(sd_bus_message* signal, void* self, sd_bus_error*) {
        NotificationAnswer answer;
        const char* action = "";
        if (sd_bus_message_read(signal, "u", &answer.number) < 0) return 0;
        if (sd_bus_message_is_signal(signal, service, "ActionInvoked") > 0 &&
            sd_bus_message_read(signal, "s", &action) < 0) {
            return 0;
        }
        answer.action = action;
        auto& notifier = *static_cast<BusNotifier*>(self);
        {
            const std::lock_guard lock(notifier.mutex_);
            notifier.answers_.push_back(std::move(answer));
        }
        notifier.wake_();
        return 0;
    }

    std::function<void()> wake_;
    OpenFile stop_;
    Bus asking_;
    Bus hearing_;  // of the thread alone, once it runs
    std::mutex mutex_;
    std::vector<NotificationAnswer> answers_;
    std::thread thread_;
};

}  // namespace

std::unique_ptr<Notifier> make_notifier() { return std::make_unique<BusNotifier>(); }

}  // namespace evenkeel::platform
