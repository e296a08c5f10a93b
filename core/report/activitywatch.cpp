#include "core/report/activitywatch.h"

#include "core/insight/intervals.h"
#include "core/report/activitywatch_read.h"

#include <algorithm>
#include <map>
#include <set>

namespace evenkeel::report {

namespace {

using insight::common;
using insight::Intervals;
using insight::united;
using insight::without;

constexpr std::int32_t days_max = 3'700;

// What is in front of a person, by group. Of two that claim one moment the first in this order has
// it, so that nothing is ever counted twice.
constexpr std::array claim_order{ImportTarget::social, ImportTarget::ai, ImportTarget::duty,
                                 ImportTarget::ignore, ImportTarget::internet};
using ByTarget = std::map<ImportTarget, Intervals>;

struct Device {
    std::vector<const Bucket*> windows, sites, idle;
    std::optional<TimeSpan> reach;
};

struct Days {
    const std::string& zone;
    std::int32_t start_minute;
};

// Browsers' watchers rarely know their device: if there is only one, it is theirs.
std::map<std::string, Device> devices_of(const Watched& watched) {
    std::set<std::string> hosts;
    for (const auto& bucket : watched.buckets) {
        if (bucket.kind != BucketKind::other && !bucket.host.empty()) hosts.insert(bucket.host);
    }
    std::map<std::string, Device> devices;
    for (const auto& bucket : watched.buckets) {
        if (bucket.kind == BucketKind::other) continue;
        const bool theirs = bucket.host.empty() && hosts.size() == 1;
        auto& device = devices[theirs ? *hosts.begin() : bucket.host];
        auto& list = bucket.kind == BucketKind::windows ? device.windows
                     : bucket.kind == BucketKind::sites ? device.sites
                                                        : device.idle;
        list.push_back(&bucket);
        if (bucket.kind == BucketKind::idle || !bucket.reach) continue;
        if (!device.reach) device.reach = bucket.reach;
        device.reach = TimeSpan{std::min(device.reach->start, bucket.reach->start),
                                std::max(device.reach->end, bucket.reach->end)};
    }
    std::erase_if(devices, [](const auto& entry) { return !entry.second.reach; });
    return devices;
}

// The spans of all events that `wanted` takes.
template <typename Wanted>
Intervals spans_of(const std::vector<const Bucket*>& buckets, const Wanted& wanted) {
    Intervals spans;
    for (const auto* bucket : buckets) {
        for (const auto& event : bucket->events) {
            if (wanted(event)) spans.push_back(event.span);
        }
    }
    return united(std::move(spans));
}

// Where this watcher's sites can have been in front: in windows of its own browser, if any were
// seen; else in those of any browser; without a record of windows, anywhere.
Intervals room_for(const Bucket& sites, const Device& device, const Intervals& active) {
    if (device.windows.empty()) return active;
    const auto own = spans_of(device.windows, [&](const auto& event) {
        return event.browser && event.browser == sites.browser;
    });
    if (!own.empty()) return common(own, active);
    return common(
        spans_of(device.windows, [](const auto& event) { return event.browser.has_value(); }),
        active);
}

ByTarget claims_of(const Device& device, const Intervals& active) {
    ByTarget claims;
    Intervals shown_sites;
    for (const auto* bucket : device.sites) {
        const auto room = room_for(*bucket, device, active);
        for (const auto target : claim_order) {
            const auto spans = spans_of({bucket}, [&](const auto& event) {
                return event.site.value_or(ImportTarget::internet) == target;
            });
            const auto shown = common(spans, room);
            claims[target].insert(claims[target].end(), shown.begin(), shown.end());
            shown_sites.insert(shown_sites.end(), shown.begin(), shown.end());
        }
    }
    // A window counts where no site says it better.
    shown_sites = united(std::move(shown_sites));
    for (const auto target : claim_order) {
        const auto spans = spans_of(device.windows, [&](const auto& event) {
            const auto by_default = event.browser ? ImportTarget::internet : ImportTarget::ignore;
            return event.window.value_or(by_default) == target;
        });
        const auto rest = without(common(spans, active), shown_sites);
        claims[target].insert(claims[target].end(), rest.begin(), rest.end());
    }
    return claims;
}

ByTarget counted(const Device& device) {
    auto active = spans_of(device.idle, [](const auto& event) { return event.active; });
    if (device.idle.empty()) active = {*device.reach};
    auto claims = claims_of(device, active);
    Intervals taken;
    ByTarget result;
    for (const auto target : claim_order) {
        auto own = without(united(std::move(claims[target])), taken);
        taken.insert(taken.end(), own.begin(), own.end());
        taken = united(std::move(taken));
        result.emplace(target, std::move(own));
    }
    return result;
}

// Milliseconds of each logical day.
Result<std::map<Day, std::int64_t>> by_day(const Intervals& spans, const Days& days) {
    std::map<Day, std::int64_t> sums;
    for (const auto& span : spans) {
        TRY_ASSIGN(const auto parts, split_at_days(span, days.zone, days.start_minute));
        for (const auto& part : parts) sums[part.day] += length_ms(part.span);
    }
    return sums;
}

EntityId derived(const ImportIds& ids, const std::string& device, Day day, const char* what) {
    const auto name =
        "activitywatch/" + to_hex(ids.record) + "/" + device + "/" + print_date(day) + "/" + what;
    return {ids.derivation.derive(as_bytes(name))};
}

Result<void> add_use(ActivityWatchImport& result, const std::string& name, const Device& device,
                     const Days& days, const ImportIds& ids) {
    for (const auto& [target, spans] : counted(device)) {
        const auto meaning = meaning_of(target);
        if (!meaning) continue;
        TRY_ASSIGN(const auto sums, by_day(spans, days));
        for (const auto& [day, ms] : sums) {
            const auto minutes = (ms + ms_per_minute / 2) / ms_per_minute;
            if (minutes == 0) continue;
            TRY_ASSIGN(auto entry, day_entry(day, *meaning, minutes, days.zone, days.start_minute));
            result.use.push_back(
                {.id = derived(ids, name, day, meaning->name), .entry = std::move(entry)});
        }
    }
    return {};
}

Result<void> add_coverage(ActivityWatchImport& result, const std::string& name,
                          const Device& device, const Days& days, const ImportIds& ids) {
    TRY_ASSIGN(const auto first, logical_day(device.reach->start, days.zone, days.start_minute));
    TRY_ASSIGN(const auto last, logical_day(device.reach->end, days.zone, days.start_minute));
    if (last - first >= days_max) {
        return Error(ErrorCode::invalid_input, "The file covers more than {} days.").with(days_max);
    }
    for (auto day = first; day <= last; day = day + 1) {
        TRY_ASSIGN(const auto bounds, day_bounds(day, days.zone, days.start_minute));
        const auto part = intersection(bounds, *device.reach);
        const auto minutes = length_ms(part) / ms_per_minute;
        if (minutes == 0) continue;
        TRY_ASSIGN(auto when, make_when(part.start, days.zone, days.start_minute));
        result.coverage.push_back(
            {.id = derived(ids, name, day, "coverage"),
             .coverage = {.when = std::move(when),
                          .minutes = Minutes(static_cast<std::uint32_t>(minutes)),
                          .source = UseSource::imported}});
    }
    return {};
}

}  // namespace

Result<ActivityWatchImport> import_activitywatch(std::string_view json, const ImportRules& rules,
                                                 const std::string& zone,
                                                 std::int32_t day_start_minute,
                                                 const ImportIds& ids) {
    TRY_ASSIGN(const auto watched, read_activitywatch(json, rules));
    const auto devices = devices_of(watched);
    const Days days{zone, day_start_minute};
    ActivityWatchImport result{.events = watched.events, .devices = devices.size()};
    for (const auto& [name, device] : devices) {
        result.idle_time_unknown = result.idle_time_unknown || device.idle.empty();
        // Coverage first: it refuses what no calendar has room for.
        TRY(add_coverage(result, name, device, days, ids));
        TRY(add_use(result, name, device, days, ids));
    }
    std::stable_sort(result.use.begin(), result.use.end(), [](const auto& left, const auto& right) {
        return left.entry.when.day < right.entry.when.day;
    });
    std::stable_sort(result.coverage.begin(), result.coverage.end(),
                     [](const auto& left, const auto& right) {
                         return left.coverage.when.day < right.coverage.when.day;
                     });
    return result;
}

}  // namespace evenkeel::report
