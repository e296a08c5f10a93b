// How SDL's events become ours.
#pragma once

#include "platform/input.h"

#include <SDL.h>
#include <optional>
#include <vector>

namespace evenkeel::platform {

class EventReader {
public:
    // What stands between SDL's units and pixels: the window's size in both.
    struct Extent {
        float pixels_per_point = 1;
        int width_px = 0;
        int height_px = 0;
    };

    // Adds what `event` means to `events`; nothing for what does not concern us. `Resized` is not
    // made here: it needs the window.
    void read(const SDL_Event& event, const Extent& extent, std::vector<InputEvent>& events);

private:
    void read_window(const SDL_WindowEvent& event, std::vector<InputEvent>& events);
    void read_finger(const SDL_TouchFingerEvent& event, const Extent& extent,
                     std::vector<InputEvent>& events);
    // Only the first finger points; others that come while it is down are ignored.
    std::optional<SDL_FingerID> finger_;
};

}  // namespace evenkeel::platform
