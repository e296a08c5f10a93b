// Mouse and finger: a press fires when it is released where it began; once it left the slop it
// scrolls and fires nothing any more.
#include "app/ui/kit/ui_input.h"

#include <cmath>

namespace evenkeel::ui {

namespace {

constexpr float slop_dp = 8;
constexpr float wheel_line_dp = 48;
// A finger that rested this long before it was lifted does not throw.
constexpr std::int64_t rest_ms = 80;
constexpr float throw_min_dp = 50;  // a second

Point place_of(const auto& event) { return {event.x, event.y}; }

bool is_text_field(const UiState& state, NodeId id) {
    const Node* node = state.last_tree.find(id);
    return node && node->role == Role::text_field;
}

void begin_drag(UiState& state) {
    Pointer& pointer = state.pointer;
    pointer.is_dragging = true;
    pointer.velocity = 0;
    // A mouse that is drawn over words selects them; a finger scrolls.
    if (pointer.kind == platform::PointerKind::mouse && is_text_field(state, pointer.pressed)) {
        return;
    }
    pointer.pressed = 0;
    pointer.scrolls = area_at(state, pointer.start);
}

void drag_by(UiState& state, float delta) {
    Pointer& pointer = state.pointer;
    const auto elapsed_ms = std::max<std::int64_t>(1, state.now_ms - pointer.moved_ms);
    const float speed = -delta * 1000 / static_cast<float>(elapsed_ms);
    pointer.velocity = pointer.velocity == 0 ? speed : pointer.velocity * 0.4F + speed * 0.6F;
    pointer.moved_ms = state.now_ms;
    scroll_by(state, pointer.scrolls, -delta);
}

bool stop_gliding(UiState& state) {
    const bool was_gliding = is_gliding(state);
    for (auto& [id, area] : state.areas) area.velocity = 0;
    return was_gliding;
}

void on_down(UiState& state, const platform::PointerButton& button) {
    Pointer& pointer = state.pointer;
    const Node* node = state.last_tree.hit(pointer.position);
    pointer.stopped_glide = stop_gliding(state);
    pointer.is_down = true;
    pointer.is_dragging = false;
    pointer.went_down = true;
    pointer.start = pointer.position;
    pointer.scrolls = 0;
    pointer.moved_ms = state.now_ms;
    pointer.pressed = node && !pointer.stopped_glide ? node->id : 0;
    state.shows_focus = false;
    // A finger may be about to scroll, so it moves the focus only when it is lifted.
    if (button.kind == platform::PointerKind::mouse) state.focus = pointer.pressed;
}

void on_up(UiState& state) {
    Pointer& pointer = state.pointer;
    const bool is_tap = pointer.is_down && !pointer.is_dragging && !pointer.stopped_glide;
    if (is_tap) {
        const Node* node = state.last_tree.hit(pointer.position);
        if (node && node->id == pointer.pressed) {
            press(state, node->id);
        } else if (!node && pointer.pressed == 0) {
            state.input.tapped_empty = pointer.position;
            state.focus = 0;
        }
    }
    const auto area = state.areas.find(pointer.scrolls);
    const bool threw = state.now_ms - pointer.moved_ms <= rest_ms &&
                       std::abs(pointer.velocity) >= throw_min_dp * state.look.display_scale;
    if (pointer.is_dragging && threw && area != state.areas.end()) {
        area->second.velocity = pointer.velocity;
    }
    pointer.is_down = false;
    pointer.is_dragging = false;
    pointer.pressed = 0;
    pointer.scrolls = 0;
}

}  // namespace

void on_move(UiState& state, const platform::PointerMove& move) {
    Pointer& pointer = state.pointer;
    const float delta = move.y - pointer.position.y;
    pointer.position = place_of(move);
    pointer.kind = move.kind;
    if (!pointer.is_down) return;
    if (pointer.is_dragging) {
        if (pointer.scrolls != 0 && delta != 0) drag_by(state, delta);
        return;
    }
    const float distance = std::hypot(move.x - pointer.start.x, move.y - pointer.start.y);
    if (distance <= slop_dp * state.look.display_scale) return;
    begin_drag(state);
    if (pointer.scrolls != 0) drag_by(state, move.y - pointer.start.y);
}

void on_button(UiState& state, const platform::PointerButton& button) {
    on_move(state, {button.x, button.y, button.kind});
    if (button.down) {
        on_down(state, button);
    } else {
        on_up(state);
    }
}

void on_wheel(UiState& state, const platform::Wheel& wheel) {
    stop_gliding(state);
    scroll_by(state, area_at(state, place_of(wheel)), -wheel.lines * state.px(wheel_line_dp));
}

}  // namespace evenkeel::ui
