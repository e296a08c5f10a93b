// How often a boundary was kept, with its uncertainty and with what is not known.
#pragma once

#include "core/insight/boundary_evaluation.h"

#include <span>

namespace evenkeel::insight {

struct Adherence {
    std::uint32_t kept = 0;
    std::uint32_t broken = 0;
    std::uint32_t unknown = 0;

    double rate = 0;  // kept / (kept + broken)
    // Jeffreys 95 % interval of the rate: Beta(kept + 1/2, broken + 1/2).
    double low = 0;
    double high = 1;
    // If every unknown day had been broken, or kept.
    double worst = 0;
    double best = 1;
    double coverage = 0;  // known days of all

    // A number is shown only with at least 7 known days that are at least half of all. "n of N days
    // known" is shown always.
    bool enough = false;

    [[nodiscard]] std::uint32_t known() const { return kept + broken; }
    [[nodiscard]] std::uint32_t all() const { return kept + broken + unknown; }
};

Adherence adherence(std::uint32_t kept, std::uint32_t broken, std::uint32_t unknown);

// Counts by what was agreed to count; one evaluation per window, so of a weekly limit one a week.
// Days that are not applicable do not exist here; irregular days count only if broken.
Adherence adherence(std::span<const Evaluation> evaluations);

// Whether a boundary was kept more often than in the time before.
enum class KeptTrend { too_early, less_often, as_often, more_often };

// Too early unless a number may be shown of both times. A direction is named where it is at least
// 95 % likely by the two posteriors (in the normal approximation); else the two are as often, as
// far as the days can tell.
KeptTrend kept_trend(const Adherence& before, const Adherence& now);

}  // namespace evenkeel::insight
