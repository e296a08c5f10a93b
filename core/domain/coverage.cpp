#include "core/domain/coverage.h"

#include "core/base/limits.h"

#include <algorithm>

namespace evenkeel {

Result<void> validate(const Coverage& coverage) {
    TRY(validate(coverage.when));
    // A logical day has up to 25 hours where clocks are set back.
    if (coverage.minutes && coverage.minutes->reveal() > limits::day_minutes_max + 120) {
        return Error(ErrorCode::invalid_input, "Coverage is given day by day.");
    }
    if (coverage.minutes && coverage.minutes->reveal() == 0) {
        return Error(ErrorCode::invalid_input, "Coverage of no time says nothing.");
    }
    if (coverage.groups.size() > use_group_count) {
        return Error(ErrorCode::invalid_input, "There are three groups of use, not more.");
    }
    for (const auto group : coverage.groups) {
        if (group < UseGroup::internet || group > UseGroup::ai) {
            return Error(ErrorCode::invalid_input, "Say which: internet, social or ai.");
        }
    }
    return {};
}

bool covers_group(const Coverage& coverage, UseGroup group) {
    return coverage.groups.empty() || std::find(coverage.groups.begin(), coverage.groups.end(),
                                                group) != coverage.groups.end();
}

}  // namespace evenkeel
