// Numbers for signed requests: they only rise, over crashes too, and none is used for other bytes.
#pragma once

#include "core/store/store.h"

namespace evenkeel::client {

// Reserves numbers in blocks, each durable before its first number is sent, so that a turn needs no
// transaction of its own for them. A crash skips the rest of a block. Several counters over one
// store are fine: one that sees that another reserved begins a new block.
class RequestCounter {
public:
    explicit RequestCounter(store::Store& store) : store_(&store) {}

    Result<std::uint64_t> next();
    // The server knows higher numbers of this device than we do (a restored or copied profile):
    // goes on from the time in milliseconds, which every copy of the device has passed.
    Result<void> jump(Instant now);

private:
    store::Store* store_;
    std::uint64_t next_ = 0;
    std::uint64_t limit_ = 0;  // first number not reserved by this object
};

// One number, for single calls outside the turn's rhythm.
Result<std::uint64_t> next_request_counter(store::Store& store);

}  // namespace evenkeel::client
