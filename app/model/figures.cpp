#include "app/model/figures.h"

#include <algorithm>

namespace evenkeel::model {

std::string Median::text() const {
    return std::to_string(doubled / 2) + (doubled % 2 == 0 ? "" : ".5");
}

std::optional<Median> median_of(std::vector<std::uint32_t> values) {
    if (values.size() < days_for_median_min) return std::nullopt;
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    const std::uint32_t upper = values[middle];
    const std::uint32_t lower = values.size() % 2 == 1 ? upper : values[middle - 1];
    return Median{.doubled = upper + lower, .days = values.size()};
}

}  // namespace evenkeel::model
