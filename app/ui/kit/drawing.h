// Pictures that are drawn, not typed. Lists are ImGui's; all places are pixels.
#pragma once

#include "app/ui/kit/geometry.h"
#include "app/ui/kit/icons.h"
#include "app/ui/kit/imgui_compat.h"
#include "app/ui/kit/theme.h"

#include <cstddef>

namespace evenkeel::ui {

constexpr ImU32 to_imgui(Color color) {
    return static_cast<ImU32>(color.red) | static_cast<ImU32>(color.green) << 8 |
           static_cast<ImU32>(color.blue) << 16 | static_cast<ImU32>(color.alpha) << 24;
}
inline ImVec2 to_imgui(Point point) { return {point.x, point.y}; }

// What lies outside the list's clip would be described in vain: most of a long page does.
inline bool is_clipped_away(const ImDrawList* list, const Rect& rect) {
    const ImVec2 least = list->GetClipRectMin();
    const ImVec2 most = list->GetClipRectMax();
    return rect.right <= least.x || rect.left >= most.x || rect.bottom <= least.y ||
           rect.top >= most.y;
}

// Fills the square `rect` with an icon of the 24 dp grid; Icon::none draws nothing.
void draw_icon(ImDrawList* list, Icon icon, Rect rect, Color color);
// A mood face, 0 the lowest of five, in the square `rect`.
void draw_face(ImDrawList* list, std::size_t index, Rect rect, Color color, float stroke_px);

}  // namespace evenkeel::ui
