// Shows a person something outside the window, by what the desktop has for it, and hears what they
// answer. Where there is nothing of the kind, `available` is false and nothing is shown.
#pragma once

#include "core/base/result.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace evenkeel::platform {

struct Notification {
    std::string title;
    struct Action {
        std::string name;   // comes back when it is chosen
        std::string label;  // what a person reads
    };
    std::vector<Action> actions;
    std::uint32_t replaces = 0;  // the number of one that this takes the place of; 0: none
};

// The action of who presses the notification itself.
constexpr const char* default_action = "default";

struct NotificationAnswer {
    std::uint32_t number = 0;
    std::string action;  // empty: it was closed or went away by itself
};

class Notifier {
public:
    virtual ~Notifier() = default;

    // Begins to listen and returns at once. `wake` is called, from a thread of the port, when there
    // is something to take.
    virtual void listen(std::function<void()> wake) = 0;
    // Whether something shows notifications now, or would be started for it.
    [[nodiscard]] virtual bool available() = 0;
    // What numbers are good for: they mean nothing to another session. Empty: nobody is there.
    [[nodiscard]] virtual std::string session() = 0;
    // Its number, by which it is answered and closed.
    [[nodiscard]] virtual Result<std::uint32_t> show(const Notification& notification) = 0;
    virtual void close(std::uint32_t number) = 0;
    // What was answered since the last call.
    [[nodiscard]] virtual std::vector<NotificationAnswer> take() = 0;
};

// The one of this system.
std::unique_ptr<Notifier> make_notifier();

}  // namespace evenkeel::platform
