// Where the parts of a chart lie. Numbers in, places out; nothing is drawn here.
#pragma once

#include "app/ui/kit/chart_data.h"
#include "app/ui/kit/geometry.h"

#include <span>

namespace evenkeel::ui {

// Days across, values upwards. Each day has a band of the same width, drawn or not.
struct Plot {
    Rect area;
    std::size_t days = 1;
    float low = 0;
    float high = 1;

    [[nodiscard]] float band() const { return area.width() / static_cast<float>(days); }
    [[nodiscard]] float x_of(std::size_t day) const {
        return area.left + band() * (static_cast<float>(day) + 0.5F);
    }
    // Within the area, whatever the value.
    [[nodiscard]] float y_of(float value) const;
};

// The days that follow each other with a value: what a line may join. A lone day is a run of one.
std::vector<std::vector<Point>> line_runs(const DaySeries& values, const Plot& plot);

// One bar for each day with a value, standing on the area's bottom, on whole pixels. A value of
// zero is as high as `height_min`, since it is not the same as no value.
std::vector<Rect> bars(const DaySeries& values, const Plot& plot, float width_max,
                       float height_min);

// The bands of days without a value, neighbours joined.
std::vector<Rect> gaps(const DaySeries& values, const Plot& plot);

struct LabelPlace {
    std::size_t index = 0;  // of the label
    float start = 0;        // its left, or its top
};
// Puts labels of these sizes at these centres, each within `low` and `high`, and leaves out every
// second, then all but every third and so on, until no two are nearer than `gap`.
std::vector<LabelPlace> thin_out(std::span<const float> centres, std::span<const float> sizes,
                                 float low, float high, float gap);

// Which of `steps` shades stands for a value between 0 and `high`: 1 the lightest.
int shade_of(float value, float high, int steps);

// Where a rectangle of modules lies: as large as fits, each module the same whole number of pixels.
struct ModuleGrid {
    float module_px = 1;
    Point origin;  // of the first module, within the quiet zone
    Rect card;     // with the quiet zone
};
ModuleGrid module_grid(const Rect& place, std::size_t modules_across);
// Modules of white around a QR code, as its standard asks.
constexpr std::size_t quiet_modules = 4;

}  // namespace evenkeel::ui
