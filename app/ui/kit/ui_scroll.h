// Inside the kit: a part of the window whose content may be longer than its place.
#pragma once

#include "app/ui/kit/ui_state.h"

namespace evenkeel::ui {

// From its making to `close`, things go into `column`, shifted by what was scrolled and clipped to
// `view`. Call `close` once; it draws a thin bar while the content moves.
class Scroll {
public:
    Scroll(UiState& state, NodeId id, const Rect& view, Column column);
    // The height of all that was in it, with `padding_px` below.
    float close(float padding_px);

private:
    UiState& state_;
    NodeId id_;
};

}  // namespace evenkeel::ui
