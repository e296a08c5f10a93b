// Draws what a frame described into memory, without a graphics card: for windows in software mode
// and for pictures. Same input, same bytes, on every machine: places are fixed-point, and no
// compiler may contract the floating-point part under ISO C++.
//
// SDL's own software triangles are no help here: SDL_RenderGeometryRaw cuts each corner to whole
// pixels, which tears the half-pixel fringes that make Dear ImGui's edges smooth.
#pragma once

#include "app/ui/host/pixels.h"
#include "app/ui/kit/ui.h"

namespace evenkeel::ui {

// Fills `target` with the background and draws upon it.
void draw_software(const ImDrawData& data, const FontTexture& font, Color background,
                   const Canvas& target);

}  // namespace evenkeel::ui
