// Keys: Tab walks through the tree, Enter and Space press, arrows move within a choice or turn a
// stepper, Escape closes what lies on top; what is left scrolls or is a shortcut of the screen.
#include "app/ui/kit/ui_input.h"

namespace evenkeel::ui {

namespace {

using platform::KeyCode;
using platform::KeyPress;

constexpr float arrow_scroll_dp = 48;

void focus_by_key(UiState& state, NodeId id) {
    state.shows_focus = true;
    if (id == 0) return;
    state.focus = id;
    state.reveal = id;
}

// The neighbour of `node` under the same parent that is of the same kind and can be chosen.
NodeId neighbour(const UiState& state, const Node& node, int step) {
    const auto& nodes = state.last_tree.nodes;
    const int count = static_cast<int>(nodes.size());
    for (int i = static_cast<int>(&node - nodes.data()) + step; i >= 0 && i < count; i += step) {
        const Node& other = nodes[static_cast<std::size_t>(i)];
        if (other.parent != node.parent || other.role != node.role) continue;
        if (other.focusable && !other.disabled) return other.id;
    }
    return 0;
}

bool moves_among(const Node& node, bool is_across) {
    if (node.role == Role::row) return !is_across;
    return node.role == Role::choice || node.role == Role::tab;
}

// A stepper's buttons are its only two, in the order less, more.
void turn_stepper(UiState& state, int stepper, int step) {
    std::vector<const Node*> buttons;
    for (const Node& node : state.last_tree.nodes) {
        if (node.parent == stepper && node.role == Role::button) buttons.push_back(&node);
    }
    if (buttons.size() != 2) return;
    const Node& button = *buttons[step < 0 ? 0 : 1];
    if (!button.disabled) state.input.activated = button.id;
}

// True if an arrow meant something to the control that has the focus.
bool arrow(UiState& state, const Node* node, bool is_across, int step) {
    if (!node) return false;
    if (node->parent >= 0) {
        const auto& parent = state.last_tree.nodes[static_cast<std::size_t>(node->parent)];
        if (parent.role == Role::stepper) {
            turn_stepper(state, node->parent, is_across ? step : -step);
            state.shows_focus = true;
            return true;
        }
    }
    if (!moves_among(*node, is_across)) return false;
    focus_by_key(state, neighbour(state, *node, step));
    return true;
}

NodeId area_of_keys(const UiState& state) {
    for (std::size_t i = 0; i < state.last_tree.nodes.size(); ++i) {
        if (state.last_tree.nodes[i].id != state.focus || state.focus == 0) continue;
        if (state.last_area_of_node[i] != 0) return state.last_area_of_node[i];
    }
    // Nothing has the focus: the widest part of the window is meant.
    NodeId widest = 0;
    float width = 0;
    for (const auto& [id, area] : state.areas) {
        const bool is_there = area.frame >= state.frame_number - 1;
        if (!is_there || area.layer != state.last_top_layer) continue;
        if (area.viewport.width() <= width) continue;
        width = area.viewport.width();
        widest = id;
    }
    return widest;
}

void scroll_by_key(UiState& state, KeyCode key) {
    const NodeId id = area_of_keys(state);
    const auto area = state.areas.find(id);
    if (area == state.areas.end()) return;
    const float line = state.px(arrow_scroll_dp);
    const float screenful = std::max(line, area->second.viewport.height() - line);
    const float all = area->second.content_height;
    switch (key) {
        case KeyCode::up:
            return scroll_by(state, id, -line);
        case KeyCode::down:
            return scroll_by(state, id, line);
        case KeyCode::page_up:
            return scroll_by(state, id, -screenful);
        case KeyCode::page_down:
            return scroll_by(state, id, screenful);
        case KeyCode::home:
            return scroll_by(state, id, -all);
        case KeyCode::end:
            return scroll_by(state, id, all);
        default:
            return;
    }
}

// What a text field leaves to others: Tab, Escape, and commands that are not about its text.
bool is_for_field(const KeyPress& key) {
    if (key.key == KeyCode::tab || key.key == KeyCode::escape) return false;
    if (key.key != KeyCode::letter || !key.control) return true;
    return std::string_view("acvxyz").find(key.character) != std::string_view::npos;
}

// On a page the first Escape leaves a text, so that nobody goes away from it unawares.
void escape(UiState& state, const Node* node) {
    const bool is_covered = state.last_top_layer > 0;
    if (!is_covered && node && node->role == Role::text_field) {
        state.focus = 0;
        return;
    }
    state.input.escape = true;
    if (!is_covered && reachable(state, state.last_back_button)) {
        press(state, state.last_back_button);
    }
}

}  // namespace

void on_key(UiState& state, const KeyPress& key) {
    state.is_text_spent = false;
    const Node* node = reachable(state, state.focus);
    if (node && node->role == Role::text_field && is_for_field(key)) {
        state.input.for_field = key;
        return;
    }
    switch (key.key) {
        case KeyCode::tab:
            return focus_by_key(state, state.last_tree.next_focus(state.focus, key.shift ? -1 : 1));
        case KeyCode::enter:
        case KeyCode::space:
            if (node && !key.control) {
                state.shows_focus = true;
                press(state, node->id);
            }
            return;
        case KeyCode::escape:
            return escape(state, node);
        case KeyCode::left:
        case KeyCode::right:
            arrow(state, node, true, key.key == KeyCode::left ? -1 : 1);
            return;
        case KeyCode::up:
        case KeyCode::down:
            if (!arrow(state, node, false, key.key == KeyCode::up ? -1 : 1)) {
                scroll_by_key(state, key.key);
            }
            return;
        case KeyCode::letter:
            state.is_text_spent = true;
            state.input.shortcut = key.character;
            state.input.shortcut_control = key.control;
            return;
        default:
            return scroll_by_key(state, key.key);
    }
}

}  // namespace evenkeel::ui
