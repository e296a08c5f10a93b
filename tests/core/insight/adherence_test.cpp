// The vectors of the clinical design, section 3.4, computed there with R.
#include "core/insight/adherence.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <vector>

using namespace evenkeel;
using namespace evenkeel::insight;
using Catch::Matchers::WithinAbs;

TEST_CASE("the interval is Jeffreys'") {
    struct Vector {
        std::uint32_t kept, days;
        double low, high, digits;
    };
    for (const auto& vector :
         {Vector{17, 20, .6514, .9559, 5e-5}, Vector{0, 14, .0000345, .1616, 5e-5},
          Vector{14, 14, .8384, .99997, 5e-5}, Vector{9, 14, .3845, .8485, 5e-5}}) {
        const auto found = adherence(vector.kept, vector.days - vector.kept, 0);
        CAPTURE(vector.kept, vector.days);
        CHECK_THAT(found.low, WithinAbs(vector.low, vector.digits));
        CHECK_THAT(found.high, WithinAbs(vector.high, vector.digits));
    }
    CHECK_THAT(adherence(0, 14, 0).low, WithinAbs(.0000345, 5e-8));
    CHECK_THAT(adherence(14, 0, 0).high, WithinAbs(.99997, 5e-6));
}

TEST_CASE("unknown days widen what may have been") {
    const auto found = adherence(17, 3, 8);
    CHECK_THAT(found.rate, WithinAbs(.85, 1e-12));
    CHECK_THAT(found.worst, WithinAbs(.607, 5e-4));
    CHECK_THAT(found.best, WithinAbs(.893, 5e-4));
    CHECK(found.known() == 20);
    CHECK(found.all() == 28);
    CHECK(found.enough);
}

TEST_CASE("a number is shown only with seven known days that are half of all") {
    CHECK_FALSE(adherence(3, 3, 0).enough);
    CHECK(adherence(4, 3, 0).enough);
    CHECK(adherence(4, 3, 7).enough);
    CHECK_FALSE(adherence(4, 3, 8).enough);
    CHECK_FALSE(adherence(0, 0, 0).enough);
    CHECK_FALSE(adherence(0, 0, 30).enough);
    CHECK(adherence(0, 0, 30).best == 1.0);
}

TEST_CASE("days that are not applicable do not exist, irregular ones count only if broken") {
    const std::vector<Evaluation> days{{.counts = Verdict::kept},
                                       {.counts = Verdict::broken},
                                       {.counts = Verdict::unknown},
                                       {.counts = Verdict::not_applicable},
                                       {.counts = Verdict::kept, .irregular_day = true},
                                       {.counts = Verdict::broken, .irregular_day = true}};
    const auto found = adherence(days);
    CHECK(found.kept == 1);
    CHECK(found.broken == 2);
    CHECK(found.unknown == 1);
}

TEST_CASE("more or less often is said only with enough days on both sides, and when it is likely") {
    CHECK(kept_trend(adherence(3, 3, 0), adherence(9, 1, 0)) == KeptTrend::too_early);
    CHECK(kept_trend(adherence(5, 5, 0), adherence(6, 0, 0)) == KeptTrend::too_early);
    CHECK(kept_trend(adherence(5, 5, 11), adherence(10, 0, 0)) == KeptTrend::too_early);
    CHECK(kept_trend(adherence(4, 8, 2), adherence(12, 2, 0)) == KeptTrend::more_often);
    CHECK(kept_trend(adherence(12, 2, 0), adherence(4, 8, 2)) == KeptTrend::less_often);
    CHECK(kept_trend(adherence(10, 4, 0), adherence(11, 3, 0)) == KeptTrend::as_often);
    CHECK(kept_trend(adherence(14, 0, 0), adherence(14, 0, 0)) == KeptTrend::as_often);
}
