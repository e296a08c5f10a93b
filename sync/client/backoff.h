// How long to wait after a failure: longer each time, never the same for two devices.
#pragma once

#include "core/base/ports.h"

#include <cstdint>

namespace evenkeel::client {

class Backoff {
public:
    static constexpr std::int64_t delay_ms_min = 2'000;
    static constexpr std::int64_t delay_ms_max = 5LL * 60 * 1000;

    explicit Backoff(Random& random) : random_(&random) {}

    // Between half and the whole of 2 s, 4 s, 8 s … 5 min. There is no last try.
    std::int64_t next_ms();
    void reset() { failures_ = 0; }
    [[nodiscard]] int failures() const { return failures_; }

private:
    Random* random_;
    int failures_ = 0;
};

}  // namespace evenkeel::client
