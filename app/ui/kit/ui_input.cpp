#include "app/ui/kit/ui_input.h"

#include <cmath>
#include <type_traits>
#include <utility>

namespace evenkeel::ui {

namespace {

constexpr float glide_seconds = 0.325F;  // in which a glide loses all but 1/e of its speed
constexpr float glide_min_dp = 10;       // a second; slower than this it stands
constexpr float reveal_margin_dp = 24;

// True if nothing else may be decided in this frame.
bool take(UiState& state, const platform::InputEvent& event) {
    return std::visit(
        [&state, &event](const auto& value) {
            using Event = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Event, platform::PointerMove>) {
                on_move(state, value);
            } else if constexpr (std::is_same_v<Event, platform::Wheel>) {
                on_wheel(state, value);
            } else if constexpr (std::is_same_v<Event, platform::PointerButton>) {
                state.is_text_spent = false;
                on_button(state, value);
                return true;
            } else if constexpr (std::is_same_v<Event, platform::KeyPress>) {
                on_key(state, value);
                return true;
            } else if constexpr (std::is_same_v<Event, platform::TextInput> ||
                                 std::is_same_v<Event, platform::Composition> ||
                                 std::is_same_v<Event, platform::TextSelection>) {
                const Node* node = reachable(state, state.focus);
                if (std::exchange(state.is_text_spent, false)) return true;
                if (node && node->role == Role::text_field) state.input.for_field = event;
                return true;
            }
            return false;
        },
        event);
}

bool is_there(const UiState& state, const ScrollArea& area) {
    return area.frame >= state.frame_number - 1;
}

}  // namespace

void take_events(UiState& state) {
    if (!state.wanted_activations.empty()) {
        if (reachable(state, state.wanted_activations.front())) {
            press(state, state.wanted_activations.front());
        }
        state.wanted_activations.pop_front();
        state.ask_frames(3);
        return;
    }
    while (!state.events.empty()) {
        const platform::InputEvent event = std::move(state.events.front());
        state.events.pop_front();
        if (take(state, event)) return;
    }
}

void press(UiState& state, NodeId id) {
    state.input.activated = id;
    state.focus = id;
}

const Node* reachable(const UiState& state, NodeId id) {
    const Node* node = id == 0 ? nullptr : state.last_tree.find(id);
    if (!node || node->disabled || !node->focusable) return nullptr;
    return node->layer == state.last_top_layer ? node : nullptr;
}

void scroll_by(UiState& state, NodeId id, float pixels) {
    const auto found = state.areas.find(id);
    if (found == state.areas.end()) return;
    ScrollArea& area = found->second;
    const float wanted = std::clamp(area.offset + pixels, 0.0F, area.offset_max());
    if (wanted == area.offset) return;
    area.offset = wanted;
    area.moved_ms = state.now_ms;
}

NodeId area_at(const UiState& state, Point point) {
    // The innermost: an editor scrolls within its page.
    const ScrollArea* innermost = nullptr;
    for (const auto& [id, area] : state.areas) {
        const bool takes_input = is_there(state, area) && area.layer == state.last_top_layer;
        if (!takes_input || !area.viewport.contains(point)) continue;
        const float height = area.viewport.height();
        if (!innermost || height < innermost->viewport.height()) innermost = &area;
    }
    return innermost ? innermost->id : 0;
}

bool is_gliding(const UiState& state) {
    for (const auto& [id, area] : state.areas) {
        if (area.velocity != 0 && is_there(state, area)) return true;
    }
    return false;
}

void glide(UiState& state, float seconds) {
    for (auto& [id, area] : state.areas) {
        if (area.velocity == 0) continue;
        const float left = std::exp(-seconds / glide_seconds);
        const float before = area.offset;
        scroll_by(state, id, area.velocity * glide_seconds * (1 - left));
        area.velocity *= left;
        const bool is_slow = std::abs(area.velocity) < glide_min_dp * state.look.display_scale;
        const bool is_at_end = seconds > 0 && area.offset == before;
        if (is_slow || is_at_end) area.velocity = 0;
    }
}

void scroll_to(UiState& state, NodeId id) {
    for (std::size_t i = 0; i < state.tree.nodes.size(); ++i) {
        const Node& node = state.tree.nodes[i];
        const auto found = state.areas.find(state.area_of_node[i]);
        if (node.id != id || found == state.areas.end()) continue;
        const Rect& view = found->second.viewport;
        const float margin = state.px(reveal_margin_dp);
        const float above = view.top + margin - node.rect.top;
        const float bottom = state.is_half_covered ? view.centre().y : view.bottom - margin;
        const float below = node.rect.bottom - bottom;
        float by = 0;
        if (above > 0) {
            by = -above;
        } else if (below > 0) {
            // A control higher than the view shows its top.
            by = std::min(below, -above);
        }
        if (by == 0) return;
        scroll_by(state, found->first, by);
        state.ask_frames(2);
        return;
    }
}

}  // namespace evenkeel::ui
