#include "app/ui/host/software_renderer.h"

#include "app/ui/host/triangle.h"
#include "app/ui/kit/imgui_compat.h"

#include <algorithm>
#include <cmath>

namespace evenkeel::ui {

namespace {

std::uint32_t in_order_of(const Canvas& target, std::uint32_t rgba) {
    if (!target.is_blue_first) return rgba;
    return (rgba & 0xFF00FF00U) | (rgba >> 16 & 0xFFU) | (rgba & 0xFFU) << 16;
}

Corner corner_of(const ImDrawVert& vertex, const Coverage& coverage, const Canvas& target) {
    return {.x = vertex.pos.x,
            .y = vertex.pos.y,
            .u = vertex.uv.x * static_cast<float>(coverage.width),
            .v = vertex.uv.y * static_cast<float>(coverage.height),
            .color = in_order_of(target, vertex.col)};
}

Clip clip_of(const ImVec4& rect, const Canvas& target) {
    return {.left = std::max(0, static_cast<int>(rect.x)),
            .top = std::max(0, static_cast<int>(rect.y)),
            .right = std::min(target.width, static_cast<int>(rect.z)),
            .bottom = std::min(target.height, static_cast<int>(rect.w))};
}

void draw_command(const ImDrawList& list, const ImDrawCmd& command, const Coverage& coverage,
                  const Canvas& target) {
    const Clip clip = clip_of(command.ClipRect, target);
    if (clip.left >= clip.right || clip.top >= clip.bottom) return;
    const ImDrawIdx* indices = list.IdxBuffer.Data + command.IdxOffset;
    const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
    for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
        draw_triangle({corner_of(vertices[indices[i]], coverage, target),
                       corner_of(vertices[indices[i + 1]], coverage, target),
                       corner_of(vertices[indices[i + 2]], coverage, target)},
                      coverage, clip, target);
    }
}

}  // namespace

void draw_software(const ImDrawData& data, const FontTexture& font, Color background,
                   const Canvas& target) {
    const std::uint32_t paper = IM_COL32(background.red, background.green, background.blue, 255);
    std::fill(target.row(0), target.row(target.height), in_order_of(target, paper));
    const Coverage coverage{.texels = font.alpha, .width = font.width, .height = font.height};
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            draw_command(list, command, coverage, target);
        }
    }
}

}  // namespace evenkeel::ui
