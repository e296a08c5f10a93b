// The main places of the program: along the bottom of a phone, at the left of a desktop.
#include "app/ui/kit/ui_state.h"
#include "core/words/tr.h"

#include <cmath>

namespace evenkeel::ui {

namespace {

constexpr float bar_dp = 60;
constexpr float rail_dp = 84;
constexpr float rail_share_max = 0.16F;  // of the window, for words of large text
constexpr float icon_dp = 24;

void add_item(UiState& state, NodeId id, const Rect& rect, const TabItem& item, bool is_chosen) {
    state.add_node({.id = id,
                    .role = Role::tab,
                    .label = std::string(item.label),
                    .value = item.marked ? tr("something new") : "",
                    .rect = rect,
                    .focusable = true,
                    .checked = is_chosen});
}

// An icon over its word; the word is left out in all items where it does not fit in one.
void draw_item(UiState& state, NodeId id, const Rect& rect, const TabItem& item, bool is_chosen,
               bool has_word) {
    add_item(state, id, rect, item, is_chosen);
    const Theme& colors = state.theme();
    const Face& face = state.face(TextStyle::caption);
    const Color color = is_chosen ? colors.primary : colors.text_muted;
    const float icon = state.edge_px(icon_dp);
    const float gap = state.px(2);
    const float height = icon + (has_word ? gap + face.line_height_px : 0);
    const float top = std::floor(rect.centre().y - height / 2);
    const float middle = std::floor(rect.centre().x);
    const float around_x = std::min(state.px(16), (rect.width() - icon) / 2 - state.px(2));
    const float around_y = state.px(2);
    const Rect pill{middle - icon / 2 - around_x, top - around_y, middle + icon / 2 + around_x,
                    top + icon + around_y};
    const Color ground = state.touched(id, is_chosen ? colors.primary_soft : colors.surface);
    if (ground != colors.surface) state.fill(pill, ground, pill.height() / 2);
    draw_icon(state.draw, item.icon, {middle - icon / 2, top, middle + icon / 2, top + icon},
              is_chosen ? colors.on_primary_soft : color);
    if (item.marked) state.draw_dot({middle + icon / 2 + state.edge_px(2), top + state.edge_px(4)});
    if (has_word) {
        const float width = face.width(item.label);
        state.draw_line(TextStyle::caption, {std::floor(middle - width / 2), top + icon + gap},
                        item.label, color, id);
    }
    state.focus_ring(id, pill, pill.height() / 2);
}

float item_height_px(const UiState& state, bool has_words) {
    const float words = has_words ? state.face(TextStyle::caption).line_height_px : 0;
    const float inner = state.edge_px(icon_dp) + state.px(2) + words + 2 * state.edge_px(8);
    return std::max({inner, state.target_px(), has_words ? state.edge_px(bar_dp) : 0});
}

bool words_fit(const UiState& state, std::span<const TabItem> items, float width) {
    const Face& face = state.face(TextStyle::caption);
    return std::all_of(items.begin(), items.end(), [&](const TabItem& item) {
        return face.width(item.label) + state.px(2) <= width;
    });
}

std::optional<std::size_t> bottom_bar(UiState& state, NodeId id, std::span<const TabItem> items,
                                      std::size_t chosen) {
    const Theme& colors = state.theme();
    const auto window_width = static_cast<float>(state.look.width_px);
    const float cell = std::floor(state.content.width() / static_cast<float>(items.size()));
    const bool has_words = words_fit(state, items, cell);
    const float height = item_height_px(state, has_words);
    const float top = state.content.bottom - height;
    state.fill({0, top, window_width, static_cast<float>(state.look.height_px)}, colors.surface);
    state.fill({0, top, window_width, top + state.px(1)}, colors.hairline);
    const OnBackground on(state, colors.surface);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const float left = state.content.left + cell * static_cast<float>(i);
        draw_item(state, UiState::id_of(id, i), {left, top, left + cell, top + height}, items[i],
                  i == chosen, has_words);
    }
    state.content.bottom = top;
    return state.index_activated(id, items.size());
}

// As wide as the words need, unless that were too much of the window.
std::optional<std::size_t> side_rail(UiState& state, NodeId id, std::span<const TabItem> items,
                                     std::size_t chosen) {
    const Theme& colors = state.theme();
    float widest = 0;
    for (const TabItem& item : items) {
        widest = std::max(widest, state.face(TextStyle::caption).width(item.label));
    }
    const float width_max = static_cast<float>(state.look.width_px) * rail_share_max;
    const float wanted = std::ceil(widest) + state.px(16);
    const float width = std::max(state.edge_px(rail_dp), wanted <= width_max ? wanted : 0);
    const bool has_words = words_fit(state, items, width);
    const float right = state.content.left + width;
    const auto window_height = static_cast<float>(state.look.height_px);
    state.fill({0, 0, right, window_height}, colors.surface);
    state.fill({right - state.px(1), 0, right, window_height}, colors.hairline);
    const OnBackground on(state, colors.surface);
    const float item_height = item_height_px(state, has_words);
    float y = state.content.top + state.edge_px(12);
    for (std::size_t i = 0; i < items.size(); ++i) {
        draw_item(state, UiState::id_of(id, i),
                  {state.content.left, y, right - state.px(1), y + item_height}, items[i],
                  i == chosen, has_words);
        y += item_height + state.edge_px(4);
    }
    state.content.left = right;
    return state.index_activated(id, items.size());
}

}  // namespace

std::optional<std::size_t> Ui::navigation(Key key, std::span<const TabItem> items,
                                          std::size_t chosen) {
    UiState& state = *state_;
    const NodeId id = state.id_of(key);
    return is_phone() ? bottom_bar(state, id, items, chosen) : side_rail(state, id, items, chosen);
}

}  // namespace evenkeel::ui
