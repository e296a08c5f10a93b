// The main places of the program: along the bottom of a phone, at the left of a desktop.
#include "app/ui/kit/ui_state.h"

#include <cmath>

namespace evenkeel::ui {

namespace {

constexpr float bar_dp = 60;
constexpr float rail_dp = 76;
constexpr float list_dp = 208;
constexpr float list_from_dp = 900;  // windows narrower than this have the rail
constexpr float icon_dp = 24;

void add_item(UiState& state, NodeId id, const Rect& rect, const TabItem& item, bool is_chosen) {
    state.add_node({.id = id,
                    .role = Role::tab,
                    .label = std::string(item.label),
                    .value = item.marked ? "something new" : "",
                    .rect = rect,
                    .focusable = true,
                    .checked = is_chosen});
}

// An icon over its word; the word is left out in all items where it does not fit in one.
void draw_upright(UiState& state, NodeId id, const Rect& rect, const TabItem& item, bool is_chosen,
                  bool has_word) {
    add_item(state, id, rect, item, is_chosen);
    const Theme& colors = state.theme();
    const Face& face = state.face(TextStyle::caption);
    const Color color = is_chosen ? colors.primary : colors.text_muted;
    const float icon = state.px(icon_dp);
    const float gap = state.px(2);
    const float height = icon + (has_word ? gap + face.line_height_px : 0);
    const float top = std::floor(rect.centre().y - height / 2);
    const float middle = std::floor(rect.centre().x);
    const float around_x = state.px(16);
    const float around_y = state.px(2);
    const Rect pill{middle - icon / 2 - around_x, top - around_y, middle + icon / 2 + around_x,
                    top + icon + around_y};
    const Color ground = state.touched(id, is_chosen ? colors.primary_soft : colors.surface);
    if (ground != colors.surface) state.fill(pill, ground, pill.height() / 2);
    draw_icon(state.draw, item.icon, {middle - icon / 2, top, middle + icon / 2, top + icon},
              is_chosen ? colors.on_primary_soft : color);
    if (item.marked) state.draw_dot({middle + icon / 2 + state.px(2), top + state.px(4)});
    if (has_word) {
        const float width = face.width(item.label);
        state.draw_line(TextStyle::caption, {std::floor(middle - width / 2), top + icon + gap},
                        item.label, color, id);
    }
    state.focus_ring(id, pill, pill.height() / 2);
}

void draw_in_list(UiState& state, NodeId id, const Rect& rect, const TabItem& item,
                  bool is_chosen) {
    add_item(state, id, rect, item, is_chosen);
    const Theme& colors = state.theme();
    const TextStyle style = is_chosen ? TextStyle::label : TextStyle::body;
    const Face& face = state.face(style);
    const Color ground = state.touched(id, is_chosen ? colors.primary_soft : colors.surface);
    const float radius = state.px(10);
    if (ground != colors.surface) state.fill(rect, ground, radius);
    const OnBackground on(state, ground);
    const Color color = is_chosen ? colors.on_primary_soft : colors.text_muted;
    const float icon = state.px(20);
    const float middle = rect.centre().y;
    const float left = rect.left + state.px(12);
    draw_icon(state.draw, item.icon, {left, middle - icon / 2, left + icon, middle + icon / 2},
              color);
    state.draw_line(style,
                    {left + icon + state.px(12), std::floor(middle - face.line_height_px / 2)},
                    item.label, color, id);
    if (item.marked) state.draw_dot({rect.right - state.px(14), middle});
    state.focus_ring(id, rect, radius);
}

bool words_fit(const UiState& state, std::span<const TabItem> items, float width) {
    const Face& face = state.face(TextStyle::caption);
    return std::all_of(items.begin(), items.end(), [&](const TabItem& item) {
        return face.width(item.label) + state.px(4) <= width;
    });
}

std::optional<std::size_t> bottom_bar(UiState& state, NodeId id, std::span<const TabItem> items,
                                      std::size_t chosen) {
    const Theme& colors = state.theme();
    const auto window_width = static_cast<float>(state.look.width_px);
    const float cell = std::floor(state.content.width() / static_cast<float>(items.size()));
    const bool has_words = words_fit(state, items, cell);
    const float height = has_words ? state.px(bar_dp) : std::max(state.target_px(), state.px(48));
    const float top = state.content.bottom - height;
    state.fill({0, top, window_width, static_cast<float>(state.look.height_px)}, colors.surface);
    state.fill({0, top, window_width, top + state.px(1)}, colors.hairline);
    const OnBackground on(state, colors.surface);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const float left = state.content.left + cell * static_cast<float>(i);
        draw_upright(state, UiState::id_of(id, i), {left, top, left + cell, top + height}, items[i],
                     i == chosen, has_words);
    }
    state.content.bottom = top;
    return state.index_activated(id, items.size());
}

std::optional<std::size_t> side(UiState& state, NodeId id, std::span<const TabItem> items,
                                std::size_t chosen) {
    const Theme& colors = state.theme();
    const bool is_list = static_cast<float>(state.look.width_px) >= state.px(list_from_dp);
    const float width = state.px(is_list ? list_dp : rail_dp);
    const float right = state.content.left + width;
    const auto window_height = static_cast<float>(state.look.height_px);
    state.fill({0, 0, right, window_height}, colors.surface);
    state.fill({right - state.px(1), 0, right, window_height}, colors.hairline);
    const OnBackground on(state, colors.surface);
    const bool has_words = words_fit(state, items, width);
    const float padding = state.px(12);
    const float item_height = is_list ? std::max(state.px(40), state.target_px()) : state.px(60);
    float y = state.content.top + (is_list ? state.px(20) : padding);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Rect rect{state.content.left + (is_list ? padding : 0), y,
                        right - (is_list ? padding : 0), y + item_height};
        const NodeId item = UiState::id_of(id, i);
        if (is_list) {
            draw_in_list(state, item, rect, items[i], i == chosen);
        } else {
            draw_upright(state, item, rect, items[i], i == chosen, has_words);
        }
        y += item_height + state.px(4);
    }
    state.content.left = right;
    return state.index_activated(id, items.size());
}

}  // namespace

std::optional<std::size_t> Ui::navigation(Key key, std::span<const TabItem> items,
                                          std::size_t chosen) {
    UiState& state = *state_;
    const NodeId id = state.id_of(key);
    return is_phone() ? bottom_bar(state, id, items, chosen) : side(state, id, items, chosen);
}

}  // namespace evenkeel::ui
