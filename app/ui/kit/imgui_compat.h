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

// Adds a font that lies in memory which outlives `atlas`, and is only read: what Dear ImGui is not
// given for its own it copies, once for each size.
template <typename Atlas>
ImFont* add_lent_font(Atlas& atlas, const unsigned char* begin, const unsigned char* end,
                      float size_px, const ImFontConfig& config, const ImWchar* ranges) {
    ImFont* const font = atlas.AddFontFromMemoryTTF(
        const_cast<unsigned char*>(begin), static_cast<int>(end - begin), size_px, &config, ranges);
    if constexpr (requires { atlas.Sources; }) {
        atlas.Sources.back().FontDataOwnedByAtlas = false;  // since 1.92
    } else {
        atlas.ConfigData.back().FontDataOwnedByAtlas = false;
    }
    return font;
}

}  // namespace evenkeel::ui::compat
