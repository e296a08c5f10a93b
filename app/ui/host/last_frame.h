// Remembers what was drawn last, so that a frame that looks the same costs no drawing: after an
// event a few frames are described, and most of them change nothing.
#pragma once

#include "app/ui/kit/ui.h"

#include <string>

namespace evenkeel::ui {

class LastFrame {
public:
    // True if this frame of `ui` draws something else than the one this was asked of before.
    bool changed(const Ui& ui);
    // Whatever comes next counts as changed, as when the window lost what it showed.
    void forget() { bytes_.clear(); }

private:
    std::string bytes_;
    std::string scratch_;
};

}  // namespace evenkeel::ui
