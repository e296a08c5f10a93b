#include "core/insight/adherence.h"

#include <boost/math/distributions/beta.hpp>

#include <cmath>

namespace evenkeel::insight {

namespace {

// Fewer days, or more gaps, and a percentage says more about the logging than about the boundary.
constexpr std::uint32_t known_days_min = 7;
constexpr double coverage_min = 0.5;
constexpr double tail = 0.025;

double share(std::uint32_t part, std::uint32_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

Adherence adherence(std::uint32_t kept, std::uint32_t broken, std::uint32_t unknown) {
    Adherence result{.kept = kept, .broken = broken, .unknown = unknown};
    if (result.all() == 0) return result;
    result.worst = share(kept, result.all());
    result.best = share(kept + unknown, result.all());
    result.coverage = share(result.known(), result.all());
    if (result.known() == 0) return result;

    const boost::math::beta_distribution<double> jeffreys(kept + 0.5, broken + 0.5);
    result.rate = share(kept, result.known());
    result.low = quantile(jeffreys, tail);
    result.high = quantile(complement(jeffreys, tail));
    result.enough = result.known() >= known_days_min && result.coverage >= coverage_min;
    return result;
}

namespace {

constexpr double likely_sigmas = 1.6449;  // 95 % of a normal distribution lie below

struct Posterior {
    double mean = 0;
    double variance = 0;
};

Posterior posterior_of(const Adherence& counts) {
    const double all = counts.known() + 1.0;
    const double mean = (counts.kept + 0.5) / all;
    return {.mean = mean, .variance = mean * (1 - mean) / (all + 1)};
}

}  // namespace

KeptTrend kept_trend(const Adherence& before, const Adherence& now) {
    if (!before.enough || !now.enough) return KeptTrend::too_early;
    const Posterior first = posterior_of(before);
    const Posterior second = posterior_of(now);
    const double sigmas = (second.mean - first.mean) / std::sqrt(first.variance + second.variance);
    if (sigmas >= likely_sigmas) return KeptTrend::more_often;
    return sigmas <= -likely_sigmas ? KeptTrend::less_often : KeptTrend::as_often;
}

Adherence adherence(std::span<const Evaluation> evaluations) {
    std::uint32_t kept = 0;
    std::uint32_t broken = 0;
    std::uint32_t unknown = 0;
    for (const auto& evaluation : evaluations) {
        if (evaluation.counts == Verdict::broken) {
            ++broken;
        } else if (evaluation.irregular_day) {
            continue;
        } else if (evaluation.counts == Verdict::kept) {
            ++kept;
        } else if (evaluation.counts == Verdict::unknown) {
            ++unknown;
        }
    }
    return adherence(kept, broken, unknown);
}

}  // namespace evenkeel::insight
