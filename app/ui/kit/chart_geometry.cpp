#include "app/ui/kit/chart_geometry.h"

#include <algorithm>
#include <cmath>

namespace evenkeel::ui {

namespace {

// Of a day's band, what its bar takes.
constexpr float bar_share = 0.62F;

bool is_free(const std::vector<LabelPlace>& places, std::span<const float> sizes, float gap) {
    for (std::size_t i = 1; i < places.size(); ++i) {
        const LabelPlace& before = places[i - 1];
        if (places[i].start < before.start + sizes[before.index] + gap) return false;
    }
    return true;
}

}  // namespace

float Plot::y_of(float value) const {
    const float share = high > low ? (value - low) / (high - low) : 0;
    return area.bottom - std::clamp(share, 0.0F, 1.0F) * area.height();
}

std::vector<std::vector<Point>> line_runs(const DaySeries& values, const Plot& plot) {
    std::vector<std::vector<Point>> runs;
    bool joins = false;
    for (std::size_t day = 0; day < values.size(); ++day) {
        if (values[day]) {
            if (!joins) runs.emplace_back();
            runs.back().push_back({plot.x_of(day), plot.y_of(*values[day])});
        }
        joins = values[day].has_value();
    }
    return runs;
}

std::vector<Rect> bars(const DaySeries& values, const Plot& plot, float width_max,
                       float height_min) {
    std::vector<Rect> all;
    const float width = std::max(2.0F, std::floor(std::min(plot.band() * bar_share, width_max)));
    for (std::size_t day = 0; day < values.size(); ++day) {
        if (!values[day]) continue;
        const float left = std::floor(plot.x_of(day) - width / 2 + 0.5F);
        const float bottom = std::floor(plot.area.bottom + 0.5F);
        const float top = std::floor(plot.y_of(*values[day]) + 0.5F);
        all.push_back({left, std::min(top, bottom - height_min), left + width, bottom});
    }
    return all;
}

std::vector<Rect> gaps(const DaySeries& values, const Plot& plot) {
    std::vector<Rect> all;
    bool joins = false;
    for (std::size_t day = 0; day < values.size(); ++day) {
        if (!values[day]) {
            const float left = plot.area.left + plot.band() * static_cast<float>(day);
            if (!joins) all.push_back({left, plot.area.top, left, plot.area.bottom});
            all.back().right = left + plot.band();
        }
        joins = !values[day];
    }
    return all;
}

std::vector<LabelPlace> thin_out(std::span<const float> centres, std::span<const float> sizes,
                                 float low, float high, float gap) {
    for (std::size_t every = 1; every <= centres.size(); ++every) {
        std::vector<LabelPlace> places;
        for (std::size_t i = 0; i < centres.size(); i += every) {
            const float start = std::min(centres[i] - sizes[i] / 2, high - sizes[i]);
            places.push_back({i, std::floor(std::max(start, low) + 0.5F)});
        }
        if (is_free(places, sizes, gap)) return places;
    }
    return {};
}

int shade_of(float value, float high, int steps) {
    const float share = high > 0 ? std::clamp(value / high, 0.0F, 1.0F) : 0;
    const int step = static_cast<int>(std::ceil(share * static_cast<float>(steps)));
    return std::clamp(step, 1, steps);
}

ModuleGrid module_grid(const Rect& place, std::size_t modules_across) {
    const auto across = static_cast<float>(modules_across + 2 * quiet_modules);
    ModuleGrid grid;
    grid.module_px = std::max(1.0F, std::floor(std::min(place.width(), place.height()) / across));
    const float size = grid.module_px * across;
    const float left = std::floor(place.left + (place.width() - size) / 2);
    grid.card = {left, place.top, left + size, place.top + size};
    const float quiet = grid.module_px * static_cast<float>(quiet_modules);
    grid.origin = {left + quiet, place.top + quiet};
    return grid;
}

}  // namespace evenkeel::ui
