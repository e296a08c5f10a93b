// Shows reminders while the window is closed, locked or out of sight, and counts screen time while
// it is closed, where either is wanted: draws nothing, opens nothing of the profile, and sleeps
// from one due moment to the next.
#pragma once

#include "app/model/reminder_files.h"
#include "core/base/active_window.h"
#include "platform/alarm.h"
#include "platform/notifier.h"

#include <functional>

namespace evenkeel::background {

// Handed in; all outlive the run.
struct Setup {
    std::string profile_directory;
    const Clock& clock;
    Random& random;
    SecretStore& secrets;
    platform::Notifier& notifier;
    platform::Alarm& alarm;
    ActiveWindow& desktop;
    std::string locale;  // of the system; whose language is spoken unless the person chose
    std::function<void()> open_window;
    // Called after each look: how much was shown and taken away, and until when it sleeps.
    struct Look {
        Instant at;
        std::size_t shown = 0;
        std::size_t taken = 0;
        Instant next;
    };
    std::function<void(const Look&)> looked;  // may be empty
};

// The files whose change it has to hear of (platform/alarm.h).
std::vector<std::string> watched_files();

// Until it is asked to end, or nobody wants anything of it any more. Does nothing where another
// process already does it for this profile.
Result<void> remind(const Setup& setup);

}  // namespace evenkeel::background
