// The window in front of a person, as the desktop tells it. `platform` implements this per system.
#pragma once

#include "core/base/phi.h"
#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace evenkeel {

// Looked at to sort it into a group, then forgotten: it is never kept and never logged.
struct WindowInFront {
    Phi<std::string> program;  // as "firefox"
    Phi<std::string> title;
    std::int64_t idle_ms = 0;  // since a key or the mouse was last touched
};

class ActiveWindow {
public:
    virtual ~ActiveWindow() = default;
    // Whether this desktop tells; looks at no window. Refused with the reason where it does not.
    [[nodiscard]] virtual Result<void> available() = 0;
    // No window in front is no error: its program is empty. From one thread.
    [[nodiscard]] virtual Result<WindowInFront> look() = 0;
};

}  // namespace evenkeel
