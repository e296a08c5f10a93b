#include "app/model/day_use.h"

#include "app/model/record_desk.h"

namespace evenkeel::model {

namespace {

// Agreed for this group alone: a limit on several at once is no limit of one of them.
std::optional<std::uint32_t> limit_of(const client::BoundaryBook& book, UseGroup group, Day day) {
    std::optional<std::uint32_t> lowest;
    for (const BoundaryStanding& standing : book.standings) {
        const VersionRecord* version = version_of_day(book, standing, day);
        const auto* limit =
            version ? std::get_if<DailyLimit>(&version->document.terms.rule) : nullptr;
        if (limit == nullptr || limit->groups != std::vector{group}) continue;
        lowest = std::min(lowest.value_or(limit->minutes_max), limit->minutes_max);
    }
    return lowest;
}

}  // namespace

std::optional<std::uint32_t> estimated_minutes(const DayEntries& entries, UseGroup group,
                                               const std::optional<EntityId>& without) {
    std::optional<std::uint32_t> sum;
    for (const Kept<UseEntry>& use : entries.uses) {
        const UseEntry& entry = use.entity;
        const bool counts = entry.source == UseSource::estimated && entry.group == group &&
                            entry.minutes && entry.duty == Duty::none && use.id != without;
        if (counts) sum = sum.value_or(0) + entry.minutes->reveal();
    }
    return sum;
}

std::optional<std::uint32_t> said_minutes(const DayEntries& entries, UseGroup group, Day day) {
    if (const auto estimated = estimated_minutes(entries, group)) return estimated;
    std::vector<UseEntry> use;
    for (const Kept<UseEntry>& kept : entries.uses) use.push_back(kept.entity);
    const auto measured = insight::minutes_on(day, group, Duty::none, use);
    return measured ? std::optional(measured->reveal()) : std::nullopt;
}

std::array<UseLine, use_group_count> use_lines(const EntryCache& entries,
                                               const client::BoundaryBook& book, Day day,
                                               std::int32_t days_back_max) {
    std::array<UseLine, use_group_count> lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        UseLine& line = lines[i];
        line.group = use_groups[i];
        line.minutes = said_minutes(entries.day(day), line.group, day);
        line.limit_minutes = limit_of(book, line.group, day);
        for (std::int32_t back = 1; back <= days_back_max && !line.offered_minutes; ++back) {
            const Day earlier = day + -back;
            line.offered_minutes = said_minutes(entries.day(earlier), line.group, earlier);
        }
    }
    return lines;
}

std::array<std::optional<std::uint32_t>, use_group_count> agreed_minutes(
    const client::BoundaryBook& book, Day day) {
    std::array<std::optional<std::uint32_t>, use_group_count> minutes;
    for (std::size_t i = 0; i < minutes.size(); ++i) {
        minutes[i] = limit_of(book, use_groups[i], day);
    }
    return minutes;
}

std::optional<std::uint32_t> day_total(const DayEntries& entries, Day day) {
    std::optional<std::uint32_t> total;
    for (const UseGroup group : use_groups) {
        if (const auto minutes = said_minutes(entries, group, day)) {
            total = total.value_or(0) + *minutes;
        }
    }
    return total;
}

}  // namespace evenkeel::model
