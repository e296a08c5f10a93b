// What the desktop around the window says: that it goes to sleep or locks itself, whether it is
// dark, and that the person wants to see the window. Where nobody says such things, nothing is
// heard.
#pragma once

#include "platform/input.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace evenkeel::platform {

class Desktop {
public:
    virtual ~Desktop() = default;

    // Begins to listen and returns at once. `wake` is called, from a thread of the port, when there
    // is something to take.
    virtual void listen(std::function<void()> wake) = 0;
    // What was heard since the last call: Suspended, DesktopTheme and Raised. From one thread.
    [[nodiscard]] virtual std::vector<InputEvent> take() = 0;
    // After a Suspended that was taken: nothing private is open any more, so the system may sleep.
    // It waits for that a few seconds, not longer. From the thread that takes.
    virtual void allow_sleep() = 0;
};

// The one of this system, around the window of that profile.
std::unique_ptr<Desktop> make_desktop(const std::string& profile_directory);

}  // namespace evenkeel::platform
