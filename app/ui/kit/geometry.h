// Points and rectangles in physical pixels, y downwards.
#pragma once

#include <algorithm>

namespace evenkeel::ui {

struct Point {
    float x = 0;
    float y = 0;
};

struct Rect {
    float left = 0;
    float top = 0;
    float right = 0;
    float bottom = 0;

    [[nodiscard]] float width() const { return right - left; }
    [[nodiscard]] float height() const { return bottom - top; }
    [[nodiscard]] Point centre() const { return {(left + right) / 2, (top + bottom) / 2}; }
    [[nodiscard]] bool is_empty() const { return right <= left || bottom <= top; }
    [[nodiscard]] bool contains(Point point) const {
        return point.x >= left && point.x < right && point.y >= top && point.y < bottom;
    }
    friend bool operator==(const Rect&, const Rect&) = default;
};

inline Rect intersect(const Rect& a, const Rect& b) {
    return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
            std::min(a.bottom, b.bottom)};
}

// What the system keeps for itself at each edge (notch, home bar), in pixels.
struct Insets {
    float left = 0;
    float top = 0;
    float right = 0;
    float bottom = 0;
    friend bool operator==(const Insets&, const Insets&) = default;
};

}  // namespace evenkeel::ui
