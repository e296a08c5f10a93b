// A picture in memory: rows from the top, no padding, the bytes of each value R, G, B, A.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace evenkeel::ui {

struct Pixels {
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> values;  // width * height

    [[nodiscard]] std::uint32_t* row(int y) {
        return values.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
    }
    [[nodiscard]] std::uint32_t at(int x, int y) const {
        return values[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                      static_cast<std::size_t>(x)];
    }
    friend bool operator==(const Pixels&, const Pixels&) = default;
};

}  // namespace evenkeel::ui
