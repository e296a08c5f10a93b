#include "core/insight/day_summary.h"

#include "core/insight/known_use.h"

#include <algorithm>

namespace evenkeel::insight {

namespace {

constexpr std::int32_t days_max = 3'700;

// A span may begin on the day before; a weekly limit looks at six days on either side.
constexpr std::int32_t days_before = 8;
constexpr std::int32_t days_after = 8;

template <typename Entry>
std::vector<Entry> by_day(std::span<const Entry> entries) {
    std::vector<Entry> sorted(entries.begin(), entries.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& left, const auto& right) {
        return left.when.day < right.when.day;
    });
    return sorted;
}

template <typename Entry>
std::span<const Entry> of_days(const std::vector<Entry>& sorted, Day first, Day last) {
    const auto begin = std::partition_point(
        sorted.begin(), sorted.end(), [&](const auto& entry) { return entry.when.day < first; });
    const auto end = std::partition_point(
        begin, sorted.end(), [&](const auto& entry) { return entry.when.day <= last; });
    return {begin, end};
}

// Copies sorted by day, so that each day looks at its neighbours only.
struct SortedRecords {
    std::vector<MoodEntry> moods;
    std::vector<UseEntry> use;
    std::vector<Coverage> coverage;
    std::vector<BoundaryAnswer> answers;

    [[nodiscard]] Records around(Day day) const {
        const auto first = day + -days_before;
        const auto last = day + days_after;
        return {of_days(use, first, last), of_days(coverage, first, last),
                of_days(answers, first, last)};
    }
};

void add_check_in(DaySummary& summary, std::span<const MoodEntry> moods) {
    const MoodEntry* latest = nullptr;
    for (const auto& entry : moods) {
        if (entry.mode != MoodMode::daily_check_in) continue;
        if (latest == nullptr || entry.when.instant >= latest->when.instant) latest = &entry;
    }
    if (latest == nullptr) return;
    summary.mood = latest->mood;
    summary.energy = latest->energy;
    summary.stress = latest->stress;
    summary.sleep = latest->sleep;
    summary.mood_late = latest->entered_late.has_value();
}

void add_boundaries(DaySummary& summary, std::span<const JudgedBoundary> boundaries,
                    const Records& records, const DayPlace& place) {
    for (const auto& boundary : boundaries) {
        if (!version_on(boundary.standing, summary.day)) continue;
        auto judged =
            evaluate_standing(boundary.standing, boundary.versions, summary.day, records, place);
        // A boundary in a zone that is not known here cannot be judged; the days go on.
        summary.boundaries.push_back(
            {boundary.standing.boundary, judged.ok() ? std::move(judged).value() : Evaluation{}});
    }
}

bool said_complete(Day day, std::span<const Coverage> coverage) {
    return std::any_of(coverage.begin(), coverage.end(), [&](const auto& one) {
        return one.when.day == day && !one.minutes && one.groups.empty();
    });
}

}  // namespace

std::optional<Minutes> minutes_on(Day day, UseGroup group, Duty duty,
                                  std::span<const UseEntry> use) {
    // Each entry knows its own clock; where the zone is unknown here, a span stays whole on its
    // day.
    std::vector<UseEntry> of_day;
    for (const auto& entry : use) {
        if (entry.group != group || entry.duty != duty) continue;
        if (entry.when.day > day || entry.when.day < day + -2) continue;
        of_day.push_back(entry);
        of_day.back().duty = Duty::none;
    }
    if (of_day.empty()) return std::nullopt;

    const auto same_day = std::find_if(of_day.begin(), of_day.end(),
                                       [&](const auto& entry) { return entry.when.day == day; });
    const auto& when = (same_day == of_day.end() ? of_day.front() : *same_day).when;
    const auto bounds = day_bounds(day, when.zone, when.day_start_minute);
    if (!bounds.ok()) {
        for (auto& entry : of_day) entry.span = false;
    }
    const Window window{bounds.ok() ? bounds.value() : TimeSpan{}, {day, day}};
    const auto known = known_use(window, {group}, true, of_day);
    if (!known.any) return std::nullopt;
    return Minutes(static_cast<std::uint32_t>(known.least_ms / ms_per_minute));
}

Result<std::vector<DaySummary>> summarise_days(DayRange range, std::span<const MoodEntry> moods,
                                               const Records& records,
                                               std::span<const JudgedBoundary> boundaries,
                                               const DayPlace& place) {
    if (range.last < range.first) return std::vector<DaySummary>{};
    if (std::int64_t{range.last.number} - range.first.number >= days_max) {
        return Error(ErrorCode::invalid_input, "At most {} days are shown at once.").with(days_max);
    }
    const SortedRecords sorted{by_day(moods), by_day(records.use), by_day(records.coverage),
                               by_day(records.answers)};
    std::vector<DaySummary> summaries;
    for (auto day = range.first; day <= range.last; day = day + 1) {
        const auto near = sorted.around(day);
        DaySummary summary{.day = day};
        add_check_in(summary, of_days(sorted.moods, day, day));
        for (const auto group : {UseGroup::internet, UseGroup::social, UseGroup::ai}) {
            const auto index = static_cast<std::size_t>(group) - 1;
            summary.minutes[index] = minutes_on(day, group, Duty::none, near.use);
            summary.duty_minutes[index] = minutes_on(day, group, Duty::work_or_study, near.use);
        }
        summary.complete = said_complete(day, near.coverage);
        add_boundaries(summary, boundaries, near, place_of(day, near, place));
        summaries.push_back(std::move(summary));
    }
    return summaries;
}

}  // namespace evenkeel::insight
