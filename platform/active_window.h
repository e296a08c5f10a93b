// Which window is in front, for counting screen time with a person's consent.
#pragma once

#include "core/base/active_window.h"

#include <memory>

namespace evenkeel::platform {

// The one of this system. Opens nothing before it is asked.
std::unique_ptr<ActiveWindow> make_active_window();

}  // namespace evenkeel::platform
