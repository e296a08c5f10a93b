// Times of use one after another: how often it began, and how long it went on. A private part of
// the evaluation.
#pragma once

#include "core/insight/known_use.h"

namespace evenkeel::insight {

struct SittingCount {
    std::uint32_t least = 0;  // certainly begun in the window
    std::uint32_t most = 0;   // as far as times are known
};

// Each group by itself; a pause shorter than the agreed gap is none.
SittingCount count_sittings(const Window& window, const Sessions& rule, const Covered& cover,
                            std::span<const UseEntry> use);

// The longest that began in the window, followed past its end; going from one group to another
// without a pause is one sitting.
std::int64_t longest_sitting_ms(const Window& window, const std::vector<UseGroup>& groups,
                                std::span<const UseEntry> use);

}  // namespace evenkeel::insight
