#include "app/ui/kit/chart_geometry.h"

#include <catch2/catch_test_macros.hpp>

#include <random>

namespace evenkeel::ui {
namespace {

constexpr Plot week{.area = {100, 0, 170, 100}, .days = 7, .low = 0, .high = 10};

TEST_CASE("a value lies between the axis' ends, upwards") {
    CHECK(week.y_of(0) == 100);
    CHECK(week.y_of(10) == 0);
    CHECK(week.y_of(2.5F) == 75);
    CHECK(week.y_of(12) == 0);
    CHECK(week.y_of(-1) == 100);
    CHECK(Plot{.area = {0, 0, 10, 10}, .low = 3, .high = 3}.y_of(3) == 10);
}

TEST_CASE("a line is not drawn over a day without a value") {
    const auto runs = line_runs({2, 4, {}, 5, {}, {}, 1}, week);
    REQUIRE(runs.size() == 3);
    CHECK(runs[0].size() == 2);
    CHECK(runs[1].size() == 1);
    CHECK(runs[1][0].x == 135);
    CHECK(runs[1][0].y == 50);
    CHECK(runs[2][0].x == 165);
    CHECK(line_runs({{}, {}}, week).empty());
}

TEST_CASE("days without a value are one shaded band, as wide as they are many") {
    const auto all = gaps({{}, 4, {}, {}, 2, 2, {}}, week);
    REQUIRE(all.size() == 3);
    CHECK(all[0] == Rect{100, 0, 110, 100});
    CHECK(all[1] == Rect{120, 0, 140, 100});
    CHECK(all[2] == Rect{160, 0, 170, 100});
}

TEST_CASE("bars and line points of the same day are above each other") {
    const DaySeries values{1, {}, 3, 4, 5, {}, 7};
    std::vector<float> centres;
    for (const auto& run : line_runs(values, week)) {
        for (const Point point : run) centres.push_back(point.x);
    }
    const auto all = bars(values, week, 100, 1);
    REQUIRE(all.size() == centres.size());
    for (std::size_t i = 0; i < all.size(); ++i) CHECK(all[i].centre().x == centres[i]);
}

TEST_CASE("a bar of zero is seen, and a day without a value has none") {
    const auto all = bars({0, {}, 10}, week, 100, 2);
    REQUIRE(all.size() == 2);
    CHECK(all[0].top == 98);
    CHECK(all[0].bottom == 100);
    CHECK(all[1].top == 0);
}

TEST_CASE("bars of neighbouring days never touch, however many there are") {
    for (std::size_t days = 2; days <= 92; ++days) {
        const Plot plot{.area = {40, 0, 360, 100}, .days = days, .low = 0, .high = 1};
        const auto all = bars(DaySeries(days, 1.0F), plot, 22, 1);
        REQUIRE(all.size() == days);
        for (std::size_t i = 1; i < days; ++i) REQUIRE(all[i - 1].right < all[i].left);
        REQUIRE(all.front().left >= plot.area.left);
        REQUIRE(all.back().right <= plot.area.right);
    }
}

TEST_CASE("labels that would touch are thinned out evenly") {
    const std::vector<float> centres{10, 30, 50, 70, 90};
    const std::vector<float> narrow(5, 12), wide(5, 30);
    CHECK(thin_out(centres, narrow, 0, 100, 4).size() == 5);
    const auto left = thin_out(centres, wide, 0, 100, 4);
    REQUIRE(left.size() == 3);
    CHECK(left[0].index == 0);
    CHECK(left[0].start == 0);
    CHECK(left[1].index == 2);
    CHECK(left[2].index == 4);
    CHECK(left[2].start == 70);
}

TEST_CASE("labels never overlap nor leave their room, whatever their number and size") {
    const unsigned seed = std::random_device{}();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 2'000; ++round) {
        const std::size_t count = 1 + random() % 40;
        std::vector<float> centres, widths;
        for (std::size_t i = 0; i < count; ++i) {
            centres.push_back(300.0F * (static_cast<float>(i) + 0.5F) / static_cast<float>(count));
            widths.push_back(static_cast<float>(5 + random() % 70));
        }
        const auto places = thin_out(centres, widths, 0, 300, 3);
        REQUIRE_FALSE(places.empty());
        for (std::size_t i = 0; i < places.size(); ++i) {
            const float end = places[i].start + widths[places[i].index];
            REQUIRE(places[i].start >= 0);
            REQUIRE(end <= 301);
            if (i + 1 < places.size()) REQUIRE(places[i + 1].start >= end + 3);
        }
    }
}

TEST_CASE("five shades share what lies between nothing and the most") {
    CHECK(shade_of(0, 10, 5) == 1);
    CHECK(shade_of(2, 10, 5) == 1);
    CHECK(shade_of(2.1F, 10, 5) == 2);
    CHECK(shade_of(10, 10, 5) == 5);
    CHECK(shade_of(99, 10, 5) == 5);
    CHECK(shade_of(1, 0, 5) == 1);
}

TEST_CASE("a QR code has whole pixels for modules and its quiet zone around") {
    const ModuleGrid grid = module_grid({10, 20, 310, 320}, 33);
    CHECK(grid.module_px == 7);
    CHECK(grid.card.width() == 7 * 41);
    CHECK(grid.origin.x == grid.card.left + 28);
    CHECK(grid.origin.y == 48);
    CHECK(module_grid({0, 0, 10, 10}, 33).module_px == 1);
}

}  // namespace
}  // namespace evenkeel::ui
