// Asks a running ActivityWatch on this very device for what it recorded, without waiting for it.
#pragma once

#include "core/report/activitywatch_live.h"
#include "sync/client/loopback.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace evenkeel::model {

class WatchFetch {
public:
    // Begins to ask for that time.
    Result<void> start(const std::string& address, const TimeSpan& span);
    void forget() { *this = WatchFetch(); }
    [[nodiscard]] bool under_way() const { return transport_ != nullptr; }
    // Nothing while it is under way; then an export of that time, or why there is none.
    std::optional<Result<std::string>> look();

private:
    Result<void> ask(const std::string& path);
    Result<void> take(std::string answer);

    std::string address_;
    TimeSpan span_;
    std::unique_ptr<client::Transport> transport_;  // none: nothing is asked
    std::optional<std::vector<report::WatchBucket>> buckets_;
    std::vector<std::string> events_;
};

}  // namespace evenkeel::model
