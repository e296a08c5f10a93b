// Medians of days, said only where there are enough of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace evenkeel::model {

// Fewer known days than these say more about chance than about a person.
constexpr std::size_t days_for_median_min = 5;

// Twice the median, so that the half between two values is exact.
struct Median {
    std::uint32_t doubled = 0;
    std::size_t days = 0;  // it is made of

    [[nodiscard]] std::uint32_t rounded() const { return (doubled + 1) / 2; }
    // "6" or "6.5".
    [[nodiscard]] std::string text() const;
};
// Nothing where `values` are too few.
std::optional<Median> median_of(std::vector<std::uint32_t> values);

}  // namespace evenkeel::model
