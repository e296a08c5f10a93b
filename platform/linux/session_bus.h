// Where the person's message bus is. Libraries that look for it themselves start one where there is
// none; we only use one that runs.
#pragma once

#include <optional>
#include <string>

namespace evenkeel::platform {

std::optional<std::string> session_bus_address();

}  // namespace evenkeel::platform
