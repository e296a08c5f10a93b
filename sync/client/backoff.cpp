#include "sync/client/backoff.h"

#include <algorithm>

namespace evenkeel::client {

std::int64_t Backoff::next_ms() {
    constexpr int doublings_max = 8;  // 2 s · 2^8 is over five minutes
    const int doublings = std::min(failures_, doublings_max);
    failures_ = std::min(failures_ + 1, doublings_max);
    const std::int64_t whole = std::min(delay_ms_min << doublings, delay_ms_max);
    const auto spread = static_cast<std::uint64_t>(whole / 2 + 1);
    return whole / 2 + static_cast<std::int64_t>(random_->number() % spread);
}

}  // namespace evenkeel::client
