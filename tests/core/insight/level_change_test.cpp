// Whether days lie higher than the days before: the frozen example, and when nothing may be said.
#include "core/insight/level_change.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <vector>

namespace evenkeel::insight {
namespace {

using Values = std::vector<std::optional<double>>;

const Values before = {6, 5, 7, 6, 5, 4, 6, 7, 6, 5, 6, 7, 5, 6};
const Values now = {5, 4, 5, 6, 4, 3, 5, 5, 4, 5, 6, 5, 4, 4};

Values raised(Values values, double by) {
    for (auto& value : values) value = *value + by;
    return values;
}

TEST_CASE("The difference and its interval are those of the reference calculation") {
    const LevelChange change = level_change(before, now);
    CHECK(change.enough);
    CHECK(change.difference == Catch::Approx(-1.1428571428571423));
    // Standard error .3455146663 at 23.0185 degrees of freedom, whose t quantile is 2.0686.
    CHECK((change.high - change.low) / 2 == Catch::Approx(0.3455146663 * 2.06859).epsilon(1e-4));
    CHECK(trend_of(change) == Trend::lower);
    CHECK(trend_of(level_change(now, before)) == Trend::higher);
}

TEST_CASE("Fewer than fourteen known days on either side tell nothing") {
    Values gap = now;
    gap.back().reset();
    const LevelChange change = level_change(before, gap);
    CHECK(change.days_now == 13);
    CHECK(change.days_before == 14);
    CHECK_FALSE(change.enough);
    CHECK(trend_of(change) == Trend::cannot_tell);
    CHECK(trend_of(level_change({}, {})) == Trend::cannot_tell);
}

TEST_CASE("About the same is said only when a whole step either way is ruled out") {
    Values calm;
    for (int i = 0; i < 28; ++i) calm.emplace_back(i % 2 == 0 ? 5 : 6);
    CHECK(trend_of(level_change(calm, calm)) == Trend::about_the_same);
    Values wild;
    for (int i = 0; i < 14; ++i) wild.emplace_back(i % 4 < 2 ? 1 : 9);
    CHECK(trend_of(level_change(wild, wild)) == Trend::cannot_tell);
}

TEST_CASE("Ratings that never move tell nothing, also where they differ") {
    const Values fives(20, 5);
    CHECK(trend_of(level_change(fives, raised(fives, 1))) == Trend::cannot_tell);
}

}  // namespace
}  // namespace evenkeel::insight
