// Between the interface and screen readers: tells them what is on the screen while they listen, and
// does what they ask for.
#pragma once

#include "app/ui/kit/ui.h"
#include "platform/accessibility.h"
#include "platform/sdl/window.h"

namespace evenkeel::ui {

class Readers {
public:
    // Listens from here on, and lets readers hear the window's keys first. Both outlive this.
    Readers(platform::accessible::Bridge& bridge, platform::Window& window);

    // What was asked for since the last call goes the way of a press or of typing; what cannot be
    // pressed or typed into now is not. False: nothing was.
    bool take_requests(Ui& ui);
    // After each turn of the loop: what is on the screen, if somebody listens and it is new.
    void tell(Ui& ui);

private:
    platform::accessible::Bridge& bridge_;
    platform::Window& window_;
    platform::accessible::Tree told_;
};

}  // namespace evenkeel::ui
