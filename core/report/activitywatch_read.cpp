#include "core/report/activitywatch_read.h"

#include "core/base/limits.h"
#include "core/report/json_walk.h"

#include <algorithm>

namespace evenkeel::report {

namespace {

constexpr std::size_t events_max = 4'000'000;
constexpr std::size_t buckets_max = 1'000;
constexpr std::size_t host_bytes_max = 200;
constexpr double event_seconds_max = 7.0 * 24 * 3600;

Error not_an_export() {
    return {ErrorCode::invalid_input, "This file is not an export of ActivityWatch."};
}
Error damaged() { return {ErrorCode::invalid_input, "This file is damaged or no JSON."}; }

BucketKind kind_named(std::string_view type) {
    if (type == "currentwindow") return BucketKind::windows;
    if (type == "web.tab.current") return BucketKind::sites;
    if (type == "afkstatus") return BucketKind::idle;
    return BucketKind::other;
}

// Watchers in browsers do not know the device they run on and write this.
constexpr std::string_view unknown_host = "unknown";

class WatchWalk : public JsonWalk {
public:
    explicit WatchWalk(const ImportRules& rules) : rules_(rules) {}

    Watched watched;
    bool has_buckets = false;

private:
    // The words of one event, forgotten as soon as it is sorted.
    struct Words {
        std::string app, title, url;
        std::optional<Instant> start;
        std::optional<double> seconds;
        bool active = false;
    };

    static bool is_bucket(const Path& path) { return path.size() == 2 && path[0] == "buckets"; }
    static bool is_event(const Path& path) {
        return path.size() == 4 && path[0] == "buckets" && path[2] == "events" && path[3].empty();
    }

    Result<void> opened(const Path& path) override {
        if (path.size() == 1 && path[0] == "buckets") has_buckets = true;
        if (is_event(path)) words_ = {};
        if (!is_bucket(path)) return {};
        if (watched.buckets.size() >= buckets_max) {
            return Error(ErrorCode::invalid_input, "The file has more than {} buckets.")
                .with(buckets_max);
        }
        watched.buckets.push_back({.browser = browser_of(rules_, path[1])});
        return {};
    }

    Result<void> value(const Path& path, const JsonScalar& scalar) override {
        if (path.size() == 3 && path[0] == "buckets") return bucket_value(path[2], scalar);
        if (path.size() < 5 || path[0] != "buckets" || path[2] != "events") return {};
        if (path.size() == 5) return event_value(path[4], scalar);
        if (path.size() == 6 && path[4] == "data") data_value(path[5], scalar);
        return {};
    }

    Result<void> bucket_value(const std::string& key, const JsonScalar& scalar) {
        auto& bucket = watched.buckets.back();
        const auto text = words(scalar).value_or("");
        if (key == "type") bucket.kind = kind_named(text);
        if (key == "hostname" && text != unknown_host) {
            if (text.size() > host_bytes_max) return damaged();
            bucket.host = text;
        }
        return {};
    }

    Result<void> event_value(const std::string& key, const JsonScalar& scalar) {
        if (key == "duration") words_.seconds = any_number(scalar);
        if (key == "timestamp") {
            TRY_ASSIGN(words_.start, parse_rfc3339(words(scalar).value_or("")));
        }
        return {};
    }

    void data_value(const std::string& key, const JsonScalar& scalar) {
        const auto text = words(scalar).value_or("");
        if (key == "app") words_.app = text;
        if (key == "title") words_.title = text;
        if (key == "url") words_.url = text;
        if (key == "status") words_.active = text == "not-afk";
    }

    Result<void> closed(const Path& path) override {
        if (!is_event(path)) return {};
        if (++watched.events > events_max) {
            return Error(ErrorCode::invalid_input, "The file has more than {} events.")
                .with(static_cast<long long>(events_max));
        }
        if (!words_.start || !words_.seconds) {
            return Error(ErrorCode::invalid_input, "Event {} of the file has no time.")
                .with(static_cast<long long>(watched.events));
        }
        keep(watched.buckets.back());
        return {};
    }

    void keep(Bucket& bucket) {
        const auto seconds = *words_.seconds;
        if (seconds < 0 || seconds > event_seconds_max) return;
        const TimeSpan span{
            *words_.start, *words_.start + static_cast<std::int64_t>(seconds * ms_per_second + .5)};
        auto& reach = bucket.reach;
        if (!reach) reach = span;
        *reach = {std::min(reach->start, span.start), std::max(reach->end, span.end)};
        if (span.start == span.end) return;
        WatchedEvent event{.span = span, .active = words_.active};
        if (!words_.app.empty()) {
            event.window = classify_window(rules_, words_.app, words_.title);
            event.browser = browser_of(rules_, words_.app);
        }
        if (!words_.url.empty()) event.site = classify_site(rules_, words_.url);
        bucket.events.push_back(event);
    }

    const ImportRules& rules_;
    Words words_;
};

}  // namespace

Result<Watched> read_activitywatch(std::string_view json, const ImportRules& rules) {
    if (json.size() > limits::import_bytes_max) {
        return Error(ErrorCode::invalid_input, "The file is larger than {} bytes.")
            .with(static_cast<long long>(limits::import_bytes_max));
    }
    WatchWalk walk(rules);
    TRY(walk.walk(json, damaged()));
    if (!walk.has_buckets) return not_an_export();
    return std::move(walk.watched);
}

}  // namespace evenkeel::report
