#include "tests/platform/linux/notifications.h"

#include "tests/platform/linux/bus_thread.h"

#include <chrono>

namespace evenkeel::test {

namespace {

using namespace std::chrono_literals;

constexpr const char* service = "org.freedesktop.Notifications";
constexpr const char* service_path = "/org/freedesktop/Notifications";
constexpr std::uint32_t by_person = 2;
constexpr std::uint32_t by_program = 3;

}  // namespace

struct Notifications::State {
    explicit State(const std::string& address) : bus(address) {}

    std::mutex mutex;  // guards what follows, up to the bus
    std::vector<Shown> shown;
    std::uint32_t numbers = 0;
    BusThread bus;

    static int answer(sd_bus_message* call, void* self, sd_bus_error*) {
        auto& state = *static_cast<State*>(self);
        if (sd_bus_message_is_method_call(call, service, "Notify") > 0) return state.show(call);
        if (sd_bus_message_is_method_call(call, service, "CloseNotification") <= 0) return 0;
        std::uint32_t number = 0;
        must(sd_bus_message_read(call, "u", &number));
        if (!state.take_away(number)) return sd_bus_reply_method_return(call, "");
        must(sd_bus_reply_method_return(call, ""));
        return sd_bus_emit_signal(sd_bus_message_get_bus(call), service_path, service,
                                  "NotificationClosed", "uu", number, by_program);
    }

    int show(sd_bus_message* call) {
        Shown notification;
        const char *program = "", *icon = "", *title = "", *text = "", *word = "";
        must(sd_bus_message_read(call, "susss", &program, &notification.replaces, &icon, &title,
                                 &text));
        notification.words = std::string(program) + "|" + icon + "|" + title + "|" + text;
        must(sd_bus_message_enter_container(call, 'a', "s"));
        for (bool is_label = false; sd_bus_message_read(call, "s", &word) > 0;
             is_label = !is_label) {
            if (is_label) notification.words += std::string("|") + word;
        }
        const std::lock_guard lock(mutex);
        notification.number = notification.replaces != 0 ? notification.replaces : ++numbers;
        for (Shown& earlier : shown) {
            if (earlier.number == notification.number) earlier.is_outstanding = false;
        }
        shown.push_back(notification);
        return sd_bus_reply_method_return(call, "u", notification.number);
    }

    bool take_away(std::uint32_t number) {
        const std::lock_guard lock(mutex);
        bool found = false;
        for (Shown& notification : shown) {
            if (notification.number != number || !notification.is_outstanding) continue;
            notification.is_outstanding = false;
            found = true;
        }
        return found;
    }
};

Notifications::Notifications(const PrivateBus& bus)
    : state_(std::make_unique<State>(bus.address())) {
    state_->bus.add(service_path, &State::answer, state_.get());
    state_->bus.own(service);
    state_->bus.serve();
}

Notifications::~Notifications() = default;

std::vector<Shown> Notifications::shown() const {
    const std::lock_guard lock(state_->mutex);
    return state_->shown;
}

std::vector<Shown> Notifications::outstanding() const {
    std::vector<Shown> all = shown();
    std::erase_if(all, [](const Shown& notification) { return !notification.is_outstanding; });
    return all;
}

void Notifications::choose(std::uint32_t number, const std::string& action) {
    state_->bus.emit(service_path, service, "ActionInvoked", "us", number, action.c_str());
    if (!state_->take_away(number)) return;
    state_->bus.emit(service_path, service, "NotificationClosed", "uu", number, by_person);
}

bool Notifications::sees(std::size_t count) const {
    for (int i = 0; i < 1'000 && shown().size() < count; ++i) std::this_thread::sleep_for(10ms);
    return shown().size() == count;
}

}  // namespace evenkeel::test
