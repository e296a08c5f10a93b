#include "core/delta/hybrid_clock.h"

#include <catch2/catch_test_macros.hpp>

#include <limits>

namespace evenkeel::delta {

constexpr Instant today{1'747'216'800'000};

TEST_CASE("200,000 changes while the clock stands still all get their own stamp, in order") {
    HybridClock clock;
    ClockStamp before = 0;
    bool rising = true;
    for (int i = 0; i < 200'000; ++i) {
        const ClockStamp stamp = clock.next(today);
        rising = rising && stamp > before;
        before = stamp;
    }
    CHECK(rising);
    // Three full counters are borrowed from the milliseconds that follow.
    CHECK(stamp_ms(before) == today.ms + 3);
}

TEST_CASE("a full counter borrows the next millisecond") {
    HybridClock clock(make_stamp(today.ms, 0xFFFF));
    CHECK(clock.next(today) == make_stamp(today.ms + 1, 0));
}

TEST_CASE("a clock set back by a year keeps counting from where it was") {
    HybridClock clock;
    const ClockStamp before = clock.next(today);
    CHECK(clock.next(today + -365 * ms_per_day) == before + 1);
}

TEST_CASE("a change is stamped above everything seen from others") {
    HybridClock clock;
    clock.observe(make_stamp(today.ms + 60'000, 7));
    CHECK(clock.next(today) == make_stamp(today.ms + 60'000, 8));
    clock.observe(make_stamp(1, 1));
    CHECK(clock.next(today) == make_stamp(today.ms + 60'000, 9));
}

TEST_CASE("a clock that goes forward gives the time itself") {
    HybridClock clock(make_stamp(today.ms, 40));
    CHECK(clock.next(today + 1) == make_stamp(today.ms + 1, 0));
}

TEST_CASE("a restart goes on from the persisted stamp") {
    HybridClock before;
    before.next(today);
    HybridClock after(before.last());
    CHECK(after.next(today + -ms_per_day) > before.last());
}

TEST_CASE("times before 1970 and beyond 48 bits do not break the order") {
    HybridClock clock;
    CHECK(clock.next({-5}) == 1);
    const ClockStamp late = clock.next({std::numeric_limits<std::int64_t>::max()});
    CHECK(stamp_ms(late) == (std::int64_t{1} << 48) - 1);
    HybridClock at_end(std::numeric_limits<ClockStamp>::max());
    CHECK(at_end.next(today) == std::numeric_limits<ClockStamp>::max());
}

}  // namespace evenkeel::delta
