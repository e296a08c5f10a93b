// The only door to Dear ImGui: of it the kit uses one context, its font atlas and its draw lists.
// Where versions from 1.86 on differ, the difference is settled here.
#pragma once

#include <cstdint>
#include <imgui.h>

namespace evenkeel::ui::compat {

// How far a character moves the pen, in pixels, with `font` drawn at `size_px`.
template <typename Font>
float advance(Font& font, float size_px, std::uint32_t character) {
    // Debian's build has 16-bit characters; the rest of Unicode is drawn as the fallback glyph.
    const auto glyph = static_cast<ImWchar>(character > 0xFFFF ? 0xFFFD : character);
    if constexpr (requires { font.GetFontBaked(size_px); }) {  // since 1.92
        return font.GetFontBaked(size_px)->GetCharAdvance(glyph);
    } else {
        return font.GetCharAdvance(glyph) * (size_px / font.FontSize);
    }
}

// What is added to the advance of each character, in pixels.
template <typename Config>
void set_tracking(Config& config, float pixels) {
    if constexpr (requires { config.GlyphExtraSpacing; }) {
        config.GlyphExtraSpacing.x = pixels;
    } else {
        config.GlyphExtraAdvanceX = pixels;  // since 1.92
    }
}

}  // namespace evenkeel::ui::compat
