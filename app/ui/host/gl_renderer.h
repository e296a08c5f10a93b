// Draws frames with OpenGL 3.3. Dear ImGui's own backend differs from version to version and wants
// the font in four bytes a pixel; this needs one, and only the lists that all versions make.
#pragma once

#include "app/ui/kit/ui.h"

#include <array>

namespace evenkeel::ui {

// Made, used and destroyed while the window's OpenGL context is the current one.
class GlRenderer {
public:
    GlRenderer();
    ~GlRenderer();
    GlRenderer(const GlRenderer&) = delete;
    GlRenderer& operator=(const GlRenderer&) = delete;

    // Draws the last frame of `ui` into the window; the caller swaps.
    void draw(const Ui& ui);

private:
    void upload(const FontTexture& font);

    unsigned program_ = 0;
    unsigned vertex_array_ = 0;
    std::array<unsigned, 2> buffers_{};  // of vertices, of indices
    unsigned texture_ = 0;
    int size_uniform_ = 0;
    std::uint64_t font_version_ = 0;
};

}  // namespace evenkeel::ui
