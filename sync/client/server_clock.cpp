#include "sync/client/server_clock.h"

#include "core/base/limits.h"

#include <cstdlib>

namespace evenkeel::client {
namespace {

constexpr const char* value_name = "sync.server_clock";
// Smaller differences come from the network's delay and are not worth a write.
constexpr std::int64_t difference_ms_min = 2'000;
// A wrong clock may be set at any moment, so what is known of it is old after this.
constexpr std::int64_t wrong_clock_trusted_ms_max = 60'000;

}  // namespace

Result<ServerClock> ServerClock::load(store::Store& store) {
    ServerClock clock;
    TRY_ASSIGN(const auto bytes, store.value(value_name));
    if (bytes && bytes->size() == 8) {
        clock.offset_ms_ = static_cast<std::int64_t>(read_big_endian<std::uint64_t>(*bytes));
    }
    return clock;
}

Result<void> ServerClock::learn(store::Store& store, Instant server, Instant now) {
    learned_ = now;
    const std::int64_t offset_ms = server - now;
    if (offset_ms_ && std::abs(offset_ms - *offset_ms_) < difference_ms_min) return {};
    Bytes bytes;
    append_big_endian(bytes, static_cast<std::uint64_t>(offset_ms));
    TRY(store.set_value(value_name, bytes));
    offset_ms_ = offset_ms;
    return {};
}

bool ServerClock::must_ask(Instant now) const {
    if (!offset_ms_) return true;
    if (ahead_ms().value_or(0) <= 0) return false;
    return !learned_ || now < *learned_ || now - *learned_ > wrong_clock_trusted_ms_max;
}

std::optional<std::int64_t> ServerClock::ahead_ms() const {
    if (!offset_ms_ || std::abs(*offset_ms_) <= limits::clock_ahead_ms_max) return std::nullopt;
    return -*offset_ms_;
}

}  // namespace evenkeel::client
