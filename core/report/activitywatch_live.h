// What a running ActivityWatch answers, made into the export that activitywatch.h imports.
#pragma once

#include "core/domain/local_time.h"

#include <string>
#include <string_view>
#include <vector>

namespace evenkeel::report {

struct WatchBucket {
    std::string id;
    std::string type;
    std::string host;  // of the device it watches
};

// The answer to /api/0/buckets/: those of windows, websites and idle time. Refuses what is no such
// answer, and more than 100 buckets.
[[nodiscard]] Result<std::vector<WatchBucket>> read_watch_buckets(std::string_view json);

// The path, under the address of ActivityWatch, of what a bucket holds of that time.
std::string events_path(const WatchBucket& bucket, const TimeSpan& span);
inline constexpr const char* buckets_path = "/api/0/buckets/";

// An export of these buckets, each with its answer, in the same order. Refuses an answer that is no
// list.
[[nodiscard]] Result<std::string> watch_export(const std::vector<WatchBucket>& buckets,
                                               const std::vector<std::string>& events);

}  // namespace evenkeel::report
