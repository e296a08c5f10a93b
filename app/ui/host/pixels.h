// Pictures in memory: rows from the top, no padding, four bytes for each pixel.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace evenkeel::ui {

// The bytes of each value are R, G, B, A.
struct Pixels {
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> values;  // width * height

    [[nodiscard]] std::uint32_t at(int x, int y) const {
        return values[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                      static_cast<std::size_t>(x)];
    }
    friend bool operator==(const Pixels&, const Pixels&) = default;
};

// Where to draw: somebody else's memory, such as a window's. Most windows have blue first.
struct Canvas {
    std::uint32_t* values = nullptr;
    int width = 0;
    int height = 0;
    bool is_blue_first = false;

    Canvas(std::uint32_t* first, int across, int down, bool blue_first)
        : values(first), width(across), height(down), is_blue_first(blue_first) {}
    Canvas(Pixels& pixels)  // NOLINT: a picture is a canvas
        : values(pixels.values.data()), width(pixels.width), height(pixels.height) {}

    [[nodiscard]] std::uint32_t* row(int y) const {
        return values + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
    }
};

}  // namespace evenkeel::ui
