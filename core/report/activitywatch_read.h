// The events of an ActivityWatch export, sorted into groups and without any words. The private half
// of activitywatch.h.
#pragma once

#include "core/domain/local_time.h"
#include "core/report/import_rules.h"

namespace evenkeel::report {

// All that is kept of an event. What of it counts depends on the kind of its bucket.
struct WatchedEvent {
    TimeSpan span;
    std::optional<ImportTarget> window;  // what its program's window is
    std::optional<ImportTarget> site;    // what its website is
    std::optional<std::size_t> browser;  // its program, if that is a browser
    bool active = false;                 // somebody was at the device
};

enum class BucketKind { windows, sites, idle, other };

struct Bucket {
    BucketKind kind = BucketKind::other;
    std::string host;                    // the device's name; empty if the watcher did not know it
    std::optional<std::size_t> browser;  // whose sites it watched
    std::vector<WatchedEvent> events;    // those that lasted
    std::optional<TimeSpan> reach;       // from the first to the last event
};

struct Watched {
    std::vector<Bucket> buckets;
    std::size_t events = 0;
};

[[nodiscard]] Result<Watched> read_activitywatch(std::string_view json, const ImportRules& rules);

}  // namespace evenkeel::report
