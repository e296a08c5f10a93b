#include "core/insight/regression.h"

#include <boost/math/constants/constants.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/tools/minima.hpp>

#include <Eigen/QR>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace evenkeel::insight {

namespace {

constexpr double tail = 0.025;
constexpr double correlation_max = 0.99;
constexpr double grid_step = 0.02;

// The days as a system of equations whose errors are independent.
struct System {
    Eigen::MatrixXd terms;
    Eigen::VectorXd outcome;
    double log_volume = 0;  // of the matrix of correlations
};

// Takes from each day what the day before foretells of it.
System whitened(std::span<const ModelDay> days, double correlation) {
    const auto rows = static_cast<Eigen::Index>(days.size());
    const auto columns = static_cast<Eigen::Index>(days.front().terms.size());
    System system{Eigen::MatrixXd(rows, columns), Eigen::VectorXd(rows)};
    for (Eigen::Index i = 0; i < rows; ++i) {
        const ModelDay& day = days[static_cast<std::size_t>(i)];
        system.terms.row(i) = Eigen::Map<const Eigen::RowVectorXd>(day.terms.data(), columns);
        system.outcome[i] = day.outcome;
        if (i == 0 || correlation == 0) continue;
        const ModelDay& before = days[static_cast<std::size_t>(i - 1)];
        const double alike = std::pow(correlation, day.day - before.day);
        const double rest = 1 - alike * alike;
        system.terms.row(i) -=
            alike * Eigen::Map<const Eigen::RowVectorXd>(before.terms.data(), columns);
        system.terms.row(i) /= std::sqrt(rest);
        system.outcome[i] = (day.outcome - alike * before.outcome) / std::sqrt(rest);
        system.log_volume += std::log(rest);
    }
    return system;
}

struct Solution {
    Eigen::VectorXd values;
    Eigen::VectorXd variances;  // of the values, in units of the variance of one day
    double squares = 0;         // of what is left
    double log_likelihood = 0;
};

// Nothing where the terms do not tell apart.
std::optional<Solution> solve(const System& system) {
    const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr(system.terms);
    const Eigen::Index count = system.terms.cols();
    if (qr.rank() < count) return std::nullopt;
    Solution solution;
    solution.values = qr.solve(system.outcome);
    solution.squares = (system.outcome - system.terms * solution.values).squaredNorm();
    const Eigen::MatrixXd inverse =
        qr.matrixR().topRows(count).template triangularView<Eigen::Upper>().solve(
            Eigen::MatrixXd::Identity(count, count));
    const Eigen::MatrixXd spread = qr.colsPermutation() * inverse;
    solution.variances = spread.rowwise().squaredNorm();
    const auto freedom = static_cast<double>(system.terms.rows() - count);
    const double variance =
        std::max(solution.squares / freedom, std::numeric_limits<double>::min());
    solution.log_likelihood =
        -0.5 * (freedom * (std::log(boost::math::constants::two_pi<double>() * variance) + 1) +
                system.log_volume + 2 * qr.matrixR().diagonal().cwiseAbs().array().log().sum());
    return solution;
}

Fit fit_of(const Solution& solution, double correlation, std::size_t day_count) {
    const auto count = static_cast<std::size_t>(solution.values.size());
    const auto freedom = static_cast<double>(day_count - count);
    const boost::math::students_t_distribution<double> student(freedom);
    const double reach = quantile(complement(student, tail));
    Fit fit{.terms = {},
            .correlation = correlation,
            .deviation = std::sqrt(solution.squares / freedom),
            .log_likelihood = solution.log_likelihood};
    for (Eigen::Index i = 0; i < solution.values.size(); ++i) {
        Estimate estimate{.value = solution.values[i],
                          .error = fit.deviation * std::sqrt(solution.variances[i])};
        estimate.low = estimate.value - reach * estimate.error;
        estimate.high = estimate.value + reach * estimate.error;
        estimate.p = estimate.error > 0
                         ? 2 * cdf(complement(student, std::abs(estimate.value) / estimate.error))
                         : 1;
        fit.terms.push_back(estimate);
    }
    return fit;
}

std::optional<Solution> solution_at(std::span<const ModelDay> days, double correlation) {
    if (days.empty() || days.size() <= days.front().terms.size()) return std::nullopt;
    return solve(whitened(days, correlation));
}

}  // namespace

std::optional<Fit> fit_independent(std::span<const ModelDay> days) {
    const auto solution = solution_at(days, 0);
    if (!solution) return std::nullopt;
    return fit_of(*solution, 0, days.size());
}

std::optional<Fit> fit_neighbours(std::span<const ModelDay> days) {
    if (!solution_at(days, 0)) return std::nullopt;
    const auto unlikeliness = [&](double correlation) {
        const auto solution = solution_at(days, correlation);
        return solution ? -solution->log_likelihood : std::numeric_limits<double>::max();
    };
    double best = 0;
    double lowest = unlikeliness(0);
    for (double at = -correlation_max; at <= correlation_max; at += grid_step) {
        const double here = unlikeliness(at);
        if (here >= lowest) continue;
        lowest = here;
        best = at;
    }
    const auto found = boost::math::tools::brent_find_minima(
        unlikeliness, std::max(best - grid_step, -correlation_max),
        std::min(best + grid_step, correlation_max), std::numeric_limits<double>::digits / 2);
    const auto solution = solution_at(days, found.first);
    if (!solution) return std::nullopt;
    return fit_of(*solution, found.first, days.size());
}

std::optional<std::vector<double>> residuals(std::span<const ModelDay> days) {
    const auto solution = solution_at(days, 0);
    if (!solution) return std::nullopt;
    std::vector<double> left;
    for (const ModelDay& day : days) {
        double said = 0;
        for (std::size_t i = 0; i < day.terms.size(); ++i) {
            said += day.terms[i] * solution->values[static_cast<Eigen::Index>(i)];
        }
        left.push_back(day.outcome - said);
    }
    return left;
}

std::vector<double> holm(std::span<const double> p) {
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return p[i]; });
    std::vector<double> adjusted(p.size());
    double highest = 0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const double others = static_cast<double>(p.size() - rank);
        highest = std::max(highest, std::min(1.0, others * p[order[rank]]));
        adjusted[order[rank]] = highest;
    }
    return adjusted;
}

}  // namespace evenkeel::insight
