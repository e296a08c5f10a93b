// Inter in the sizes of this display and person, rasterised into one texture.
#pragma once

#include "app/ui/kit/geometry.h"
#include "app/ui/kit/theme.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

struct ImFont;
struct ImFontAtlas;

namespace evenkeel::ui {

// One size of one weight. Sizes are pixels; a character is a code point.
struct Face {
    ImFont* font = nullptr;
    float size_px = 0;  // as Dear ImGui counts: from the highest ascent to the lowest descent
    float line_height_px = 0;  // from one line to the next, whole pixels
    float digit_px = 0;        // the widest digit: the cell of tabular numbers

    [[nodiscard]] float advance(std::uint32_t character) const;
    [[nodiscard]] float width(std::string_view text) const;
    // As drawn with every digit in a cell of the same width.
    [[nodiscard]] float tabular_width(std::string_view text) const;
    // What a column must have so that no word is cut.
    [[nodiscard]] float widest_word(std::string_view text) const;
    // Cut into lines no wider than `width_px`, at spaces, else behind a hyphen, else inside a word;
    // at '\n' always.
    // The views point into `text`. Never empty.
    [[nodiscard]] std::vector<std::string_view> wrap(std::string_view text, float width_px) const;
};

// The picture that all triangles are textured with: one byte of coverage a pixel, for a white
// texture with that alpha. A new `version` means new pixels.
struct FontTexture {
    const unsigned char* alpha = nullptr;
    int width = 0;
    int height = 0;
    std::uint64_t version = 0;
};

class Fonts {
public:
    Fonts();
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    // Takes some tens of milliseconds; true if there are new pixels, false if all is as before.
    // Never during a frame.
    bool build(FormFactor form, float scale);
    // Letters are rasterised by script when a text first has them; ASCII always is. True if `build`
    // is due because of this text.
    bool needs(std::string_view text);
    [[nodiscard]] const Face& operator[](TextStyle style) const;
    [[nodiscard]] ImFontAtlas* atlas() const { return atlas_.get(); }
    [[nodiscard]] FontTexture texture() const;

private:
    std::unique_ptr<ImFontAtlas> atlas_;
    std::array<Face, 6> faces_;  // by TextStyle
    FormFactor form_ = FormFactor::phone;
    float scale_ = 0;
    unsigned scripts_ = 0;  // a bit for each that is in the atlas, or wanted
    bool is_due_ = true;
    std::uint64_t version_ = 0;
};

}  // namespace evenkeel::ui
