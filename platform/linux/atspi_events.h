// What became different, as signals on the readers' bus.
#pragma once

#include "platform/accessibility_diff.h"
#include "platform/linux/atspi_application.h"

namespace evenkeel::platform::accessible {

// `before` is the tree until now; the application has the new one already.
void emit(GDBusConnection* bus, const Application& application, const Tree& before,
          const Event& event);

}  // namespace evenkeel::platform::accessible
