// The frozen numbers of the clinical design, section 4.9: what R's nlme and lm say of the same
// days.
#include "core/insight/association.h"
#include "core/insight/before_after.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <nlohmann/json.hpp>

#include <fstream>

using namespace evenkeel;
using namespace evenkeel::insight;
using Catch::Matchers::WithinAbs;
using nlohmann::json;

namespace {

// Nine digits behind the point are frozen; the highest likelihood is found to about eight.
constexpr double digits = 2e-7;
constexpr Day monday{4};  // 5 January 1970

const json& vectors() {
    static const json all =
        json::parse(std::ifstream(std::string(EVENKEEL_SOURCE_DIR) + "/tests/core/insight/vectors/"
                                                                     "impact_statistics.json"));
    return all;
}

std::vector<std::optional<double>> values(const char* name) {
    std::vector<std::optional<double>> list;
    for (const json& value : vectors().at(name)) {
        list.push_back(value.is_null() ? std::nullopt : std::optional(value.get<double>()));
    }
    return list;
}

PairedDays fixture() {
    return {.first = monday, .minutes = values("minutes"), .mood = values("mood")};
}

void check_terms(const std::optional<Fit>& fit, const json& expected, double within = digits) {
    REQUIRE(fit);
    REQUIRE(fit->terms.size() == expected.at("b").size());
    for (std::size_t i = 0; i < fit->terms.size(); ++i) {
        CAPTURE(i);
        CHECK_THAT(fit->terms[i].value, WithinAbs(expected.at("b")[i].get<double>(), within));
        CHECK_THAT(fit->terms[i].error, WithinAbs(expected.at("se")[i].get<double>(), within));
    }
}

SteppedDays stepped(const char* name) {
    return {.first = monday, .values = values(name), .begins = 21};
}

}  // namespace

TEST_CASE("A1: plain regression misses what carry-over, weekends and a trend hide") {
    std::vector<ModelDay> days = same_day_model(fixture());
    for (ModelDay& day : days) day.terms.resize(2);
    check_terms(fit_independent(days), vectors().at("A1_ols_simple"));
}

TEST_CASE("A2: the same-day association is that of gls with AR(1) by REML, over gaps") {
    const json& expected = vectors().at("A2_gls_reml");
    const auto fit = fit_neighbours(same_day_model(fixture()));
    check_terms(fit, expected);
    CHECK_THAT(fit->correlation, WithinAbs(expected.at("phi").get<double>(), digits));
    CHECK_THAT(fit->deviation, WithinAbs(expected.at("sigma").get<double>(), digits));
    CHECK_THAT(fit->log_likelihood, WithinAbs(expected.at("reml_loglik").get<double>(), digits));
    CHECK_THAT(fit->terms[1].low, WithinAbs(expected.at("ci95_x_t")[0].get<double>(), digits));
    CHECK_THAT(fit->terms[1].high, WithinAbs(expected.at("ci95_x_t")[1].get<double>(), digits));
    CHECK_THAT(fit->terms[1].p, WithinAbs(.0010172, 5e-8));
}

TEST_CASE("A3: the check by the partial correlation is the reference's") {
    const json& expected = vectors().at("A3_ess_partial_corr");
    const auto found = partial_correlation(fixture());
    REQUIRE(found);
    CHECK_THAT(found->value, WithinAbs(expected.at("r").get<double>(), digits));
    CHECK_THAT(found->carried_minutes, WithinAbs(expected.at("r1x").get<double>(), digits));
    CHECK_THAT(found->carried_mood, WithinAbs(expected.at("r1y").get<double>(), digits));
    CHECK_THAT(found->days, WithinAbs(36, digits));
    CHECK_THAT(found->low, WithinAbs(expected.at("ci95")[0].get<double>(), digits));
    CHECK_THAT(found->high, WithinAbs(expected.at("ci95")[1].get<double>(), digits));
}

TEST_CASE("A4: the day after is that of lm, on the days that follow each other") {
    const auto days = next_day_model(fixture());
    CHECK(days.size() == 33);
    check_terms(fit_independent(days), vectors().at("A4_next_day"));
}

TEST_CASE("B1 to B3: a step in mood and in minutes is that of gls, with and without a trend") {
    const auto level = fit_neighbours(level_model(stepped("mood")));
    check_terms(level, vectors().at("B1_its_level"));
    CHECK_THAT(level->terms[1].p, WithinAbs(.02713713, 5e-7));
    const auto trend = fit_neighbours(trend_model(stepped("mood")));
    check_terms(trend, vectors().at("B2_its_level_slope"), 1e-6);
    CHECK_THAT(trend->terms[1].p, WithinAbs(.701941, 5e-7));
    check_terms(fit_neighbours(level_model(stepped("minutes"))), vectors().at("B3_its_minutes"),
                1e-5);
}

TEST_CASE("D: the serial difference of means is the reference's") {
    const json& expected = vectors().at("D_serial_mean_difference");
    std::vector<std::optional<double>> before;
    std::vector<std::optional<double>> after;
    for (const json& value : expected.at("pre")) before.emplace_back(value.get<double>());
    for (const json& value : expected.at("post")) after.emplace_back(value.get<double>());
    const LevelChange change = level_change(before, after);
    CHECK_THAT(change.difference, WithinAbs(expected.at("diff").get<double>(), 1e-12));
    // t at 0.975 with 23.0185 degrees of freedom.
    const double reach = expected.at("se").get<double>() * 2.068585;
    CHECK_THAT((change.high - change.low) / 2, WithinAbs(reach, 1e-5));
}

TEST_CASE("G: Holm's adjustment is that of p.adjust, in any order") {
    const json& expected = vectors().at("G_p_adjust");
    auto p = expected.at("p").get<std::vector<double>>();
    auto adjusted = expected.at("holm").get<std::vector<double>>();
    for (std::size_t i = 0; i < p.size(); ++i) CHECK_THAT(holm(p)[i], WithinAbs(adjusted[i], 1e-9));
    std::swap(p[0], p[3]);
    std::swap(adjusted[0], adjusted[3]);
    for (std::size_t i = 0; i < p.size(); ++i) CHECK_THAT(holm(p)[i], WithinAbs(adjusted[i], 1e-9));
    CHECK(holm({}).empty());
}

TEST_CASE("J: the Nile's step of 1899 is that of gls") {
    // R's datasets::Nile, 1871 to 1970.
    constexpr std::array flow = {
        1120, 1160, 963, 1210, 1160, 1160, 813,  1230, 1370, 1140, 995,  935,  1110, 994,  1020,
        960,  1180, 799, 958,  1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774,  840,
        874,  694,  940, 833,  701,  916,  692,  1020, 1050, 969,  831,  726,  456,  824,  702,
        1120, 1100, 832, 764,  821,  768,  845,  864,  862,  698,  845,  744,  796,  1040, 759,
        781,  865,  845, 944,  984,  897,  822,  1010, 771,  676,  649,  846,  812,  742,  801,
        1040, 860,  874, 848,  890,  744,  749,  838,  1050, 918,  986,  797,  923,  975,  815,
        1020, 906,  901, 1170, 912,  746,  919,  718,  714,  740};
    constexpr std::size_t step = 1899 - 1871;
    const json& expected = vectors().at("J_nile");
    std::vector<ModelDay> years;
    for (std::size_t i = 0; i < flow.size(); ++i) {
        years.push_back({.day = static_cast<std::int32_t>(i),
                         .terms = {1, i >= step ? 1.0 : 0.0},
                         .outcome = static_cast<double>(flow[i])});
    }
    const auto fit = fit_neighbours(years);
    check_terms(fit, {{"b", expected.at("gls_b")}, {"se", expected.at("gls_se")}}, 1e-5);
    CHECK_THAT(fit->correlation, WithinAbs(expected.at("phi").get<double>(), digits));
    CHECK_THAT(fit->deviation, WithinAbs(expected.at("sigma").get<double>(), 1e-5));
    CHECK_THAT(fit->log_likelihood, WithinAbs(expected.at("reml_loglik").get<double>(), digits));
}
