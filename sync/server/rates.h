// How often and how much, per device and for callers without a key. In memory only: nothing about
// addresses is ever kept. Used by one thread.
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"
#include "sync/server/limits.h"

#include <string>
#include <unordered_map>

namespace evenkeel::server {

struct RateLimits {
    std::uint32_t requests_per_minute = limits::requests_per_minute;
    std::uint64_t client_bytes_per_day = limits::client_bytes_per_day;
    std::uint64_t staff_bytes_per_day = limits::staff_bytes_per_day;
    std::uint32_t unsigned_calls_per_source_minute = limits::unsigned_calls_per_source_minute;
    std::uint32_t unsigned_calls_per_minute = limits::unsigned_calls_per_minute;
};

// The name of this machine's own network: a proxy in front of the server is many callers in one, so
// only the limit over all holds for it.
constexpr const char* loopback_network = "loopback";

class Rates {
public:
    explicit Rates(const RateLimits& limits) : limits_(limits) {}

    // Counts one authenticated request with its body; false: too often or too much.
    [[nodiscard]] bool admit_device(const DeviceId& device, bool staff, std::size_t body_bytes,
                                    Instant now);
    // Counts one unsigned call from a network (any text that names it).
    [[nodiscard]] bool admit_unsigned(const std::string& network, Instant now);

private:
    // Counts start anew with every minute and day of the clock, also when it jumps.
    void turn_pages(Instant now);

    RateLimits limits_;
    std::int64_t minute_ = -1;
    std::int64_t day_ = -1;
    std::unordered_map<DeviceId, std::uint32_t> requests_;
    std::unordered_map<DeviceId, std::uint64_t> bytes_;
    std::unordered_map<std::string, std::uint32_t> unsigned_by_network_;
    std::uint32_t unsigned_calls_ = 0;
};

}  // namespace evenkeel::server
