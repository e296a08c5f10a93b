// The hybrid logical clock: physical milliseconds with a counter, never going back on a device.
#pragma once

#include "core/base/time.h"
#include "core/delta/delta.h"

namespace evenkeel::delta {

constexpr ClockStamp make_stamp(std::int64_t ms, std::uint16_t counter) {
    return (static_cast<ClockStamp>(ms) << 16) | counter;
}
constexpr std::int64_t stamp_ms(ClockStamp stamp) { return static_cast<std::int64_t>(stamp >> 16); }

// Gives stamps for local changes. A value type: the store persists `last()` in the transaction of
// the change it stamped and restores it at start.
class HybridClock {
public:
    explicit HybridClock(ClockStamp last = 0) : last_(last) {}

    // A stamp above every one given or seen before, at least `now`. A full counter borrows from the
    // next millisecond; a clock that went back keeps counting from where it was. Never fails.
    ClockStamp next(Instant now);

    // Takes note of a peer's accepted stamp. Quarantined deltas (too far ahead, R19) must not come
    // here: they never advance anybody's clock.
    void observe(ClockStamp seen);

    [[nodiscard]] ClockStamp last() const { return last_; }

private:
    ClockStamp last_ = 0;
};

}  // namespace evenkeel::delta
