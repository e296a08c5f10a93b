#include "app/ui/host/triangle.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <random>

namespace evenkeel::ui {
namespace {

constexpr std::uint32_t white = 0xFFFFFFFF;
constexpr std::uint32_t black = 0xFF000000;
constexpr unsigned char full = 255;
constexpr Coverage solid{.texels = &full, .width = 1, .height = 1};

Pixels sheet(int width, int height, std::uint32_t color = white) {
    return {.width = width,
            .height = height,
            .values = std::vector<std::uint32_t>(static_cast<std::size_t>(width * height), color)};
}

void draw(Pixels& target, Corner a, Corner b, Corner c, const Coverage& coverage = solid) {
    draw_triangle({a, b, c}, coverage, {.right = target.width, .bottom = target.height}, target);
}

Corner corner(float x, float y, std::uint32_t color = black) {
    return {.x = x, .y = y, .color = color};
}

std::ptrdiff_t count(const Pixels& pixels, std::uint32_t color) {
    return std::count(pixels.values.begin(), pixels.values.end(), color);
}

TEST_CASE("a triangle covers the pixels whose centres are inside") {
    Pixels pixels = sheet(4, 4);
    draw(pixels, corner(0, 0), corner(4, 0), corner(0, 4));
    std::string rows;
    for (int y = 0; y < 4; ++y) {
        for (int x = 0; x < 4; ++x) rows += pixels.at(x, y) == black ? '#' : '.';
        rows += '\n';
    }
    CHECK(rows ==
          "###.\n"
          "##..\n"
          "#...\n"
          "....\n");
}

TEST_CASE("the order of a triangle's corners does not matter") {
    Pixels one = sheet(9, 9), other = sheet(9, 9);
    draw(one, corner(1, 1), corner(8, 2.3F), corner(3.7F, 8));
    draw(other, corner(1, 1), corner(3.7F, 8), corner(8, 2.3F));
    CHECK(one == other);
    CHECK(count(one, black) > 10);
}

TEST_CASE("triangles that meet draw each pixel between them exactly once") {
    // Half transparent, so that a pixel drawn twice is darker and one left out is white.
    constexpr std::uint32_t shade = 0x80000000;
    const unsigned seed = std::random_device{}();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> place(1, 31);
    for (int i = 0; i < 200; ++i) {
        const float x = place(random), y = place(random);
        Pixels pixels = sheet(32, 32);
        const std::array<Corner, 4> frame{corner(0, 0, shade), corner(32, 0, shade),
                                          corner(32, 32, shade), corner(0, 32, shade)};
        for (std::size_t side = 0; side < 4; ++side) {
            draw(pixels, frame.at(side), frame.at((side + 1) % 4), corner(x, y, shade));
        }
        REQUIRE(count(pixels, blend(white, shade)) == 32 * 32);
    }
}

TEST_CASE("nothing is drawn outside of the clip or of the picture") {
    Pixels pixels = sheet(8, 8);
    draw_triangle({corner(-1000, -1000), corner(1000, -1000), corner(0, 1000)}, solid,
                  {.left = 2, .top = 3, .right = 5, .bottom = 7}, pixels);
    CHECK(count(pixels, black) == 3 * 4);
    CHECK(pixels.at(2, 3) == black);
    CHECK(pixels.at(4, 6) == black);
    CHECK(pixels.at(5, 3) == white);
}

TEST_CASE("a half transparent colour mixes, rounded to the nearest step") {
    CHECK(blend(0xFFFFFFFF, 0x80000000) == 0xFF7F7F7F);
    CHECK(blend(0xFF000000, 0x80FFFFFF) == 0xFF808080);
    CHECK(blend(0xFF112233, 0x00FFFFFF) == 0xFF112233);
    CHECK(blend(0xFF112233, 0xFF445566) == 0xFF445566);
}

TEST_CASE("colours between corners change evenly, as the soft edge of a line needs") {
    Pixels pixels = sheet(4, 1);
    const Corner a = corner(0, 0, 0x00000000), b = corner(4, 0, 0xFF000000);
    const Corner c = corner(4, 1, 0xFF000000), d = corner(0, 1, 0x00000000);
    draw(pixels, a, b, c);
    draw(pixels, a, c, d);
    // Alphas of 1/8, 3/8, 5/8 and 7/8 at the centres.
    CHECK(pixels.values ==
          std::vector<std::uint32_t>{0xFFDFDFDF, 0xFF9F9F9F, 0xFF606060, 0xFF202020});
}

TEST_CASE("a glyph on whole pixels is copied texel by texel") {
    constexpr std::array<unsigned char, 4> texels{0, 255, 128, 64};
    const Coverage glyph{.texels = texels.data(), .width = 2, .height = 2};
    Pixels pixels = sheet(4, 4);
    const Corner a{.x = 1, .y = 1, .u = 0, .v = 0, .color = black};
    const Corner b{.x = 3, .y = 1, .u = 2, .v = 0, .color = black};
    const Corner c{.x = 3, .y = 3, .u = 2, .v = 2, .color = black};
    const Corner d{.x = 1, .y = 3, .u = 0, .v = 2, .color = black};
    draw(pixels, a, b, c, glyph);
    draw(pixels, a, c, d, glyph);
    CHECK(pixels.at(1, 1) == white);
    CHECK(pixels.at(2, 1) == black);
    CHECK(pixels.at(1, 2) == 0xFF7F7F7F);
    CHECK(pixels.at(2, 2) == 0xFFBFBFBF);
    CHECK(count(pixels, white) == 13);
}

}  // namespace
}  // namespace evenkeel::ui
