// How an outcome goes with other things from day to day, by least squares: with days taken as
// independent, or with neighbouring days as alike as they are found to be.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace evenkeel::insight {

// One number of a model, with its uncertainty by Student's t.
struct Estimate {
    double value = 0;
    double error = 0;  // standard error
    double low = 0;    // 95 % interval
    double high = 0;
    double p = 1;  // of a value at least so far from zero by chance
    friend bool operator==(const Estimate&, const Estimate&) = default;
};
[[nodiscard]] inline bool excludes_zero(const Estimate& estimate) {
    return estimate.low > 0 || estimate.high < 0;
}

// What a model is told of one day. Days without an outcome are left out, never filled in.
struct ModelDay {
    std::int32_t day = 0;       // in calendar days from any first one; grows from day to day
    std::vector<double> terms;  // as many on each day; the first is 1
    double outcome = 0;
};

struct Fit {
    std::vector<Estimate> terms;
    double correlation = 0;     // of neighbouring days
    double deviation = 0;       // of what the terms leave unsaid
    double log_likelihood = 0;  // restricted (REML)
};

// Both give nothing where there are no more days than terms, or a term that the others make up.
[[nodiscard]] std::optional<Fit> fit_independent(std::span<const ModelDay> days);
// Days apart by a gap of g are alike by the g-th power of the correlation, which is searched
// between -0.99 and 0.99 for the highest restricted likelihood: generalised least squares with an
// AR(1) over calendar days, as `gls(correlation = corAR1(form = ~day))` of R's nlme fits it.
[[nodiscard]] std::optional<Fit> fit_neighbours(std::span<const ModelDay> days);

// What the terms leave unsaid of each day's outcome, days taken as independent; one per day.
[[nodiscard]] std::optional<std::vector<double>> residuals(std::span<const ModelDay> days);

// Holm's adjustment for looking at several things at once; in the order given, at most 1.
[[nodiscard]] std::vector<double> holm(std::span<const double> p);

}  // namespace evenkeel::insight
