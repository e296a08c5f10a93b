// The folders of a person on this system; empty where it names none.
#pragma once

#include <string>

namespace evenkeel::platform {

// Where programs keep what a person set, as $XDG_CONFIG_HOME.
std::string config_folder();

}  // namespace evenkeel::platform
