#include "core/delta/hybrid_clock.h"

#include <algorithm>
#include <limits>

namespace evenkeel::delta {

namespace {
constexpr std::int64_t ms_max = (std::int64_t{1} << 48) - 1;
}  // namespace

ClockStamp HybridClock::next(Instant now) {
    const ClockStamp physical = make_stamp(std::clamp<std::int64_t>(now.ms, 0, ms_max), 0);
    // Adding one to a full counter carries into the milliseconds: that is the borrowed next one.
    // The greatest stamp of all is the year 10889; there the clock stands rather than goes back.
    const bool at_end = last_ == std::numeric_limits<ClockStamp>::max();
    last_ = std::max(at_end ? last_ : last_ + 1, physical);
    return last_;
}

void HybridClock::observe(ClockStamp seen) { last_ = std::max(last_, seen); }

}  // namespace evenkeel::delta
