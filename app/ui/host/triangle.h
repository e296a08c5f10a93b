// One triangle at a time into a picture: solid, with colours between its corners, or with the
// coverage of a glyph. A pixel is drawn when its centre is inside, and once where triangles meet.
#pragma once

#include "app/ui/host/pixels.h"

#include <array>

namespace evenkeel::ui {

struct Corner {
    float x = 0, y = 0;       // pixels
    float u = 0, v = 0;       // texels
    std::uint32_t color = 0;  // its bytes in the order of the target, alpha last
};
using Corners = std::array<Corner, 3>;

// How much of each texel is covered, 0..255.
struct Coverage {
    const unsigned char* texels = nullptr;
    int width = 0;
    int height = 0;
};

// Half open, in pixels, within the target.
struct Clip {
    int left = 0, top = 0, right = 0, bottom = 0;
};

// One color over another, by the alpha of the first; the result is opaque.
std::uint32_t blend(std::uint32_t below, std::uint32_t above);

void draw_triangle(const Corners& corners, const Coverage& coverage, const Clip& clip,
                   const Canvas& target);

}  // namespace evenkeel::ui
