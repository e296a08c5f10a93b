#include "app/ui/host/triangle.h"

#include <algorithm>
#include <cmath>

namespace evenkeel::ui {

namespace {

// Corners lie on a grid of 1/256 pixel.
constexpr std::int64_t pixel = 256;

struct Place {
    std::int64_t x = 0, y = 0;
};

Place place_of(const Corner& corner) {
    return {std::llround(corner.x * static_cast<float>(pixel)),
            std::llround(corner.y * static_cast<float>(pixel))};
}

std::int64_t floor_divide(std::int64_t number, std::int64_t by) {
    const std::int64_t quotient = number / by;
    return quotient - ((number % by != 0 && (number < 0) != (by < 0)) ? 1 : 0);
}

// One side, walked clockwise on the screen: inside is where `at` is not negative.
struct Side {
    std::int64_t step_x, step_y, start;

    Side(Place from, Place to) : step_x(-(to.y - from.y) * pixel), step_y((to.x - from.x) * pixel) {
        // A centre exactly on a side belongs to the triangle right of or below it, so that none is
        // drawn twice and none is left out.
        const bool owns = to.y < from.y || (to.y == from.y && to.x > from.x);
        const std::int64_t x = pixel / 2 - from.x;
        const std::int64_t y = pixel / 2 - from.y;
        start = (to.x - from.x) * y - (to.y - from.y) * x - (owns ? 0 : 1);
    }

    // Narrows a row to what is inside of this side.
    void narrow(int y, std::int64_t& left, std::int64_t& right) const {
        const std::int64_t at = start + step_y * y;
        if (step_x > 0) left = std::max(left, -floor_divide(at, step_x));
        if (step_x < 0) right = std::min(right, floor_divide(at, -step_x) + 1);
        if (step_x == 0 && at < 0) right = left;
    }
};

// A number given at the corners, for every pixel centre between.
struct Plane {
    float per_x = 0, per_y = 0, origin = 0;

    Plane(const Corners& corners, float a, float b, float c) {
        const float x1 = corners[1].x - corners[0].x, y1 = corners[1].y - corners[0].y;
        const float x2 = corners[2].x - corners[0].x, y2 = corners[2].y - corners[0].y;
        const float area = x1 * y2 - x2 * y1;
        per_x = ((b - a) * y2 - (c - a) * y1) / area;
        per_y = ((c - a) * x1 - (b - a) * x2) / area;
        origin = a - per_x * (corners[0].x - 0.5F) - per_y * (corners[0].y - 0.5F);
    }
    [[nodiscard]] float at(int x, int y) const {
        return origin + per_x * static_cast<float>(x) + per_y * static_cast<float>(y);
    }
};

std::uint32_t channel(std::uint32_t color, int index) { return (color >> (8 * index)) & 0xFF; }

Plane channel_plane(const Corners& corners, int index) {
    const auto value = [&](std::size_t corner) {
        return static_cast<float>(channel(corners.at(corner).color, index));
    };
    return {corners, value(0), value(1), value(2)};
}

std::uint32_t rounded(float value) {
    return static_cast<std::uint32_t>(std::clamp(value, 0.0F, 255.0F) + 0.5F);
}

std::uint32_t faded(std::uint32_t color, float coverage) {
    const auto alpha = rounded(static_cast<float>(color >> 24) * coverage);
    return (color & 0x00FFFFFFU) | (alpha << 24);
}

// 0..1, between the four texels around a place.
float sample(const Coverage& coverage, float u, float v) {
    const float left = std::floor(u - 0.5F), top = std::floor(v - 0.5F);
    const float across = u - 0.5F - left, down = v - 0.5F - top;
    const auto texel = [&](float x, float y) {
        const int column = std::clamp(static_cast<int>(x), 0, coverage.width - 1);
        const int line = std::clamp(static_cast<int>(y), 0, coverage.height - 1);
        return static_cast<float>(coverage.texels[line * coverage.width + column]);
    };
    const float above = texel(left, top) * (1 - across) + texel(left + 1, top) * across;
    const float below = texel(left, top + 1) * (1 - across) + texel(left + 1, top + 1) * across;
    return (above * (1 - down) + below * down) / 255.0F;
}

template <typename Shade>
void fill(const Corners& corners, const Clip& clip, const Canvas& target, Shade shade) {
    const std::array places{place_of(corners[0]), place_of(corners[1]), place_of(corners[2])};
    const std::array sides{Side(places[0], places[1]), Side(places[1], places[2]),
                           Side(places[2], places[0])};
    const auto [first, last] = std::minmax({places[0].y, places[1].y, places[2].y});
    const int top = std::max(clip.top, static_cast<int>(floor_divide(first, pixel)));
    const int bottom = std::min(clip.bottom, static_cast<int>(floor_divide(last, pixel)) + 1);
    for (int y = top; y < bottom; ++y) {
        std::int64_t left = clip.left, right = clip.right;
        for (const Side& side : sides) side.narrow(y, left, right);
        if (left < right) shade(target.row(y), static_cast<int>(left), static_cast<int>(right), y);
    }
}

void fill_solid(const Corners& corners, std::uint32_t color, const Clip& clip,
                const Canvas& target) {
    const bool opaque = color >> 24 == 0xFF;
    fill(corners, clip, target, [&](std::uint32_t* row, int left, int right, int) {
        if (opaque) return static_cast<void>(std::fill(row + left, row + right, color));
        for (int x = left; x < right; ++x) row[x] = blend(row[x], color);
    });
}

void fill_between(const Corners& corners, float coverage, const Clip& clip, const Canvas& target) {
    const std::array planes{channel_plane(corners, 0), channel_plane(corners, 1),
                            channel_plane(corners, 2), channel_plane(corners, 3)};
    fill(corners, clip, target, [&](std::uint32_t* row, int left, int right, int y) {
        for (int x = left; x < right; ++x) {
            std::uint32_t color = 0;
            for (int i = 0; i < 4; ++i) {
                color |= rounded(planes.at(static_cast<std::size_t>(i)).at(x, y)) << (8 * i);
            }
            row[x] = blend(row[x], faded(color, coverage));
        }
    });
}

// Glyphs and textured lines have one colour.
void fill_textured(const Corners& corners, const Coverage& coverage, const Clip& clip,
                   const Canvas& target) {
    const Plane u(corners, corners[0].u, corners[1].u, corners[2].u);
    const Plane v(corners, corners[0].v, corners[1].v, corners[2].v);
    fill(corners, clip, target, [&](std::uint32_t* row, int left, int right, int y) {
        for (int x = left; x < right; ++x) {
            const float covered = sample(coverage, u.at(x, y), v.at(x, y));
            if (covered > 0) row[x] = blend(row[x], faded(corners[0].color, covered));
        }
    });
}

}  // namespace

std::uint32_t blend(std::uint32_t below, std::uint32_t above) {
    const std::uint32_t alpha = above >> 24;
    // Two channels in each half; (t + t / 256) / 256 is exactly t / 255, rounded.
    const auto mix = [&](std::uint32_t one, std::uint32_t other) {
        const std::uint32_t sum = one * alpha + other * (255 - alpha) + 0x00800080U;
        return ((sum + ((sum >> 8) & 0x00FF00FFU)) >> 8) & 0x00FF00FFU;
    };
    const std::uint32_t outer = mix(above & 0x00FF00FFU, below & 0x00FF00FFU);
    const std::uint32_t inner = mix((above >> 8) & 0xFFU, (below >> 8) & 0xFFU);
    return outer | ((inner & 0xFFU) << 8) | 0xFF000000U;
}

void draw_triangle(const Corners& corners, const Coverage& coverage, const Clip& clip,
                   const Canvas& target) {
    Corners ordered = corners;
    const Place a = place_of(corners[0]), b = place_of(corners[1]), c = place_of(corners[2]);
    const std::int64_t area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
    if (area == 0) return;
    if (area < 0) std::swap(ordered[1], ordered[2]);
    const auto same = [&](auto member) {
        return corners[0].*member == corners[1].*member && corners[1].*member == corners[2].*member;
    };
    if (!same(&Corner::u) || !same(&Corner::v)) {
        return fill_textured(ordered, coverage, clip, target);
    }
    const float covered = sample(coverage, corners[0].u, corners[0].v);
    if (!same(&Corner::color)) return fill_between(ordered, covered, clip, target);
    fill_solid(ordered, faded(corners[0].color, covered), clip, target);
}

}  // namespace evenkeel::ui
