// The server's time against this device's, learned at every turn. It judges and stamps deltas that
// are too far ahead (R19) and decides nothing else.
#pragma once

#include "core/store/store.h"

#include <optional>

namespace evenkeel::client {

class ServerClock {
public:
    static Result<ServerClock> load(store::Store& store);

    // The server said `server` when this device's clock said `now`.
    Result<void> learn(store::Store& store, Instant server, Instant now);
    // True where the server has to be asked before anything is sealed: it was never heard, or this
    // device's clock was ahead when it was and may have been set since.
    [[nodiscard]] bool must_ask(Instant now) const;
    [[nodiscard]] Instant corrected(Instant now) const { return now + offset_ms_.value_or(0); }
    // How far this device is ahead (negative: behind), if that is more than may be.
    [[nodiscard]] std::optional<std::int64_t> ahead_ms() const;

private:
    std::optional<std::int64_t> offset_ms_;  // server minus device
    std::optional<Instant> learned_;         // by this device's clock, since the program started
};

}  // namespace evenkeel::client
