// A text in lines as wide as a field, and the way between places in it and pixels. No drawing.
#pragma once

#include "app/ui/kit/body.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace evenkeel::ui {

// How far a character moves the pen, in pixels.
using AdvanceOf = Body<float(std::uint32_t)>;

class TextWrap {
public:
    struct Line {
        std::size_t start = 0;
        std::size_t end = 0;  // past the blanks at which it was broken, before a line break
        friend bool operator==(const Line&, const Line&) = default;
    };

    TextWrap() : TextWrap({}, 1, [](std::uint32_t) { return 0.0F; }) {}
    // Broken after blanks, which may hang over the edge; a word wider than the field is broken
    // inside. Every byte but the line breaks is in exactly one line; there is always a line.
    TextWrap(std::string_view text, float width_px, AdvanceOf advance);

    [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }
    // A place where one line ends and the next begins belongs to the next.
    [[nodiscard]] std::size_t line_of(std::size_t place) const;
    [[nodiscard]] float x_of(std::size_t place) const { return x_[place]; }
    // The place in a line that is nearest to `x`; one that shows in that line.
    [[nodiscard]] std::size_t place_at(std::size_t line, float x) const;

private:
    std::vector<Line> lines_;
    std::vector<float> x_;        // of the caret before each byte, from its line's left
    std::vector<bool> is_start_;  // a character begins at this byte
};

}  // namespace evenkeel::ui
