#include "app/ui/kit/ui_scroll.h"

namespace evenkeel::ui {

namespace {

constexpr std::int64_t bar_shown_ms = 700;
constexpr float bar_dp = 3;
constexpr float bar_min_dp = 32;

void draw_bar(UiState& state, const ScrollArea& area) {
    const std::int64_t until = area.moved_ms + bar_shown_ms;
    if (area.offset_max() <= 0 || state.now_ms >= until) return;
    state.again_ms = std::min(until, state.again_ms.value_or(until));
    const Rect& view = area.viewport;
    const float length =
        std::max(state.px(bar_min_dp), view.height() * view.height() / area.content_height);
    const float top = view.top + (view.height() - length) * area.offset / area.offset_max();
    const float right = view.right - state.px(2);
    state.fill({right - state.px(bar_dp), top, right, top + length}, state.theme().line,
               state.px(bar_dp) / 2);
}

}  // namespace

Scroll::Scroll(UiState& state, NodeId id, const Rect& view, Column column)
    : state_(state), id_(id) {
    ScrollArea& area = state.areas[id];
    area.id = id;
    area.viewport = view;
    area.layer = state.layer;
    area.frame = state.frame_number;
    area.offset = std::clamp(area.offset, 0.0F, area.offset_max());
    column.y -= area.offset;
    state.columns.push_back(column);
    state.open_areas.push_back(id);
    state.push_clip(view);
}

float Scroll::close(float padding_px) {
    ScrollArea& area = state_.areas[id_];
    const float height = state_.column().y + area.offset - area.viewport.top + padding_px;
    if (height != area.content_height) {
        area.content_height = height;
        if (area.offset > area.offset_max()) state_.ask_frames(2);
    }
    draw_bar(state_, area);
    state_.pop_clip();
    state_.open_areas.pop_back();
    state_.columns.pop_back();
    return height;
}

}  // namespace evenkeel::ui
