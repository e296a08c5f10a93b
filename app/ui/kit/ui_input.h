// Inside the kit: how events become what was asked for in this frame, judged by the tree of the
// last one.
#pragma once

#include "app/ui/kit/ui_state.h"

namespace evenkeel::ui {

// Takes queued events, up to and including the first that decides something: a press, a release, a
// key, a text. Moves and wheel turns before it are taken too.
void take_events(UiState& state);

void on_move(UiState& state, const platform::PointerMove& move);
void on_button(UiState& state, const platform::PointerButton& button);
void on_wheel(UiState& state, const platform::Wheel& wheel);
void on_key(UiState& state, const platform::KeyPress& key);

// Presses a control, as if by a finger; a text field takes the focus.
void press(UiState& state, NodeId id);
// Moves what glides on, by the time since the last frame.
void glide(UiState& state, float seconds);
[[nodiscard]] bool is_gliding(const UiState& state);
// Scrolls the control with this id into view, if it is in the tree.
void scroll_to(UiState& state, NodeId id);
void scroll_by(UiState& state, NodeId area, float pixels);
// The area under a point, in the layer that takes input; 0 if none.
[[nodiscard]] NodeId area_at(const UiState& state, Point point);
// The node a person can reach now: in the last tree, in its highest layer, not disabled.
[[nodiscard]] const Node* reachable(const UiState& state, NodeId id);

}  // namespace evenkeel::ui
