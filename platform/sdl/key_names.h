// How SDL's keys are called by an X server, which is how screen readers of Linux know them, whether
// or not there is one.
#pragma once

#include "platform/accessibility.h"

#include <SDL.h>
#include <string>

namespace evenkeel::platform {

// `typed` is what the key types, as far as that is known yet.
accessible::Key key_for_readers(const SDL_KeyboardEvent& event, std::string typed);

}  // namespace evenkeel::platform
