// Where things go: pages and their columns, cards, cells side by side, flows.
#include "app/ui/kit/ui_scroll.h"
#include "app/ui/kit/ui_state.h"

#include <cmath>

namespace evenkeel::ui {

namespace {

constexpr float reading_width_dp = 720;
constexpr float gap_on_page_dp = 12;
constexpr float gap_in_card_dp = 12;
constexpr float gap_in_flow_dp = 8;
constexpr float card_padding_dp = 16;
constexpr float card_radius_dp = 16;
constexpr float cell_gap_dp = 12;
// The least a second part is worth showing beside the first.
constexpr float split_right_min_dp = 360;

Column page_column(const UiState& state, const Rect& view, float width_max_px) {
    const float margin = state.edge_px(state.metrics().margin);
    const float width = std::min(view.width() - 2 * margin, width_max_px);
    const float left = std::floor((view.left + view.right - width) / 2);
    return {.left = left,
            .right = left + width,
            .y = view.top + margin,
            .gap = state.px(gap_on_page_dp),
            .x = left};
}

Rect page_view(const UiState& state) {
    Rect view = state.content;
    view.bottom -= state.toast_px;
    return view;
}

// What follows the last thing of a page. A field there must be able to come up from under the
// keyboard.
float below_page(const UiState& state, const Rect& view) {
    const float keyboard = state.is_half_covered ? view.height() / 2 : 0;
    return state.edge_px(state.metrics().margin) + keyboard;
}

struct Cell {
    float bottom = 0;
    std::size_t cards_end = 0;  // one past its last card, in UiState::cards
};

// Cells of one line of a grid become as high as the highest: a card that ends its cell grows.
void even_out(UiState& state, std::size_t first_card, const std::vector<Cell>& cells,
              float bottom) {
    for (const Cell& cell : cells) {
        const bool has_card = cell.cards_end > first_card;
        first_card = cell.cards_end;
        if (!has_card) continue;
        Rect& last = state.cards[cell.cards_end - 1].rect;
        if (last.bottom == cell.bottom) last.bottom = bottom;
    }
}

}  // namespace

bool Ui::is_phone() const { return state_->look.form == FormFactor::phone; }

float Ui::width_dp() const { return state_->column().width() / state_->look.display_scale; }

void Ui::scope(std::uint64_t number, Body<void()> body) {
    const Within within(*state_, UiState::id_of(state_->scopes.back(), number));
    body();
}

void Ui::scope(Key key, Body<void()> body) {
    const Within within(*state_, state_->id_of(key));
    body();
}

void Ui::page(Key key, Body<void()> content) {
    UiState& state = *state_;
    const NodeId id = state.id_of(key);
    state.page = id;
    const Within within(state, id);
    const Rect view = page_view(state);
    const float width_max = is_phone() ? view.width() : state.px(reading_width_dp);
    Scroll scroll(state, id, view, page_column(state, view, width_max));
    content();
    scroll.close(below_page(state, view));
}

void Ui::split(Key key, float left_dp, Body<void()> left, Body<void()> right) {
    UiState& state = *state_;
    const Within within(state, state.id_of(key));
    Rect view = page_view(state);
    const float left_px = state.px(left_dp);
    if (view.width() < left_px + state.px(split_right_min_dp)) {
        Scroll scroll(state, state.id_of("both"), view, page_column(state, view, view.width()));
        left();
        space(24);
        right();
        scroll.close(state.edge_px(state.metrics().margin));
        return;
    }
    const float middle = view.left + left_px;
    const Rect left_view{view.left, view.top, middle, view.bottom};
    const Rect right_view{middle, view.top, view.right, view.bottom};
    // The list lies on the lighter tone up to the edges of the window, whatever the safe area.
    state.fill({view.left, 0, middle, static_cast<float>(state.look.height_px)},
               state.theme().surface);
    state.fill({middle - state.px(1), 0, middle, static_cast<float>(state.look.height_px)},
               state.theme().hairline);
    {
        const OnBackground on(state, state.theme().surface);
        Scroll scroll(state, state.id_of("left"), left_view,
                      page_column(state, left_view, left_view.width()));
        left();
        scroll.close(state.edge_px(state.metrics().margin));
    }
    Scroll scroll(state, state.id_of("right"), right_view,
                  page_column(state, right_view, right_view.width()));
    right();
    scroll.close(state.edge_px(state.metrics().margin));
}

void Ui::card(Body<void()> body) {
    UiState& state = *state_;
    const float padding = state.edge_px(card_padding_dp);
    const Rect top = state.place(0, state.column().width());
    const Theme& colors = state.theme();
    {
        const OnBackground on(state, colors.surface);
        state.columns.push_back({.left = top.left + padding,
                                 .right = top.right - padding,
                                 .y = top.top + padding,
                                 .gap = state.px(gap_in_card_dp),
                                 .x = top.left + padding});
        body();
    }
    const float bottom = state.column().y + padding;
    state.columns.pop_back();
    state.column().y = bottom;
    state.cards.push_back({.rect = {top.left, top.top, top.right, bottom},
                           .color = colors.surface,
                           .border = colors.hairline,
                           .radius = state.px(card_radius_dp)});
    if (state.cards_held == 0) state.draw_cards(0);
}

void Ui::group(Key key, std::string_view label, Body<void()> body) {
    UiState& state = *state_;
    const NodeId id = state.id_of(key);
    const Within within(state, id);
    const Column& column = state.column();
    const float top = column.y;
    const int node = state.add_node({.id = id,
                                     .role = Role::group,
                                     .label = std::string(label),
                                     .rect = {column.left, top, column.right, top}});
    state.parents.push_back(node);
    body();
    state.parents.pop_back();
    state.grow_node(node, state.column().y);
}

void Ui::columns(std::size_t count, float cell_min_dp, Body<void(std::size_t)> cell) {
    UiState& state = *state_;
    if (count == 0) return;
    const float gap = state.px(cell_gap_dp);
    const float least = state.px(cell_min_dp) + gap;
    const float width = state.column().width();
    const auto fitting = static_cast<std::size_t>(std::max(1.0F, (width + gap) / least));
    const std::size_t lines = (count + std::min(fitting, count) - 1) / std::min(fitting, count);
    const std::size_t per_line = (count + lines - 1) / lines;
    const float cell_px =
        std::floor((width - gap * static_cast<float>(per_line - 1)) / static_cast<float>(per_line));
    for (std::size_t first = 0; first < count; first += per_line) {
        const Rect line = state.place(0);
        const std::size_t first_card = state.cards.size();
        std::vector<Cell> cells;
        float bottom = line.top;
        ++state.cards_held;
        for (std::size_t i = first; i < std::min(count, first + per_line); ++i) {
            const float left = line.left + static_cast<float>(i - first) * (cell_px + gap);
            const float right = i - first + 1 == per_line ? line.right : left + cell_px;
            Column inner = state.column();
            inner = {.left = left, .right = right, .y = line.top, .gap = inner.gap, .x = left};
            state.columns.push_back(inner);
            cell(i);
            cells.push_back({.bottom = state.column().y, .cards_end = state.cards.size()});
            bottom = std::max(bottom, state.column().y);
            state.columns.pop_back();
        }
        --state.cards_held;
        even_out(state, first_card, cells, bottom);
        if (state.cards_held == 0) state.draw_cards(0);
        state.column().y = bottom;
        state.column().next_gap = gap;
    }
    state.column().next_gap.reset();
}

void Ui::flow(Body<void()> body) {
    UiState& state = *state_;
    const Rect top = state.place(0);
    state.columns.push_back({.left = top.left,
                             .right = top.right,
                             .y = top.top,
                             .gap = state.px(gap_in_flow_dp),
                             .flows = true,
                             .x = top.left,
                             .line_gap = state.px(gap_in_flow_dp)});
    body();
    const float bottom = state.column().y + state.column().line_height;
    state.columns.pop_back();
    state.column().y = bottom;
}

void Ui::space(float dp) { state_->column().next_gap = state_->px(dp); }

void Ui::hairline() {
    UiState& state = *state_;
    state.fill(state.place(state.px(1)), state.theme().hairline);
}

}  // namespace evenkeel::ui
