#include "app/model/ranges.h"

#include "app/model/day_use.h"
#include "app/model/tags.h"

#include <algorithm>

namespace evenkeel::model {

std::optional<std::uint32_t> mood_of(const insight::DaySummary& day) {
    return day.mood ? std::optional(day.mood->reveal()) : std::nullopt;
}

std::optional<std::uint32_t> minutes_of(const insight::DaySummary& day, UseGroup group) {
    const auto& minutes = day.minutes_of(group);
    return minutes ? std::optional(minutes->reveal()) : std::nullopt;
}

std::optional<std::uint32_t> total_of(const insight::DaySummary& day) {
    std::optional<std::uint32_t> total;
    for (const UseGroup group : use_groups) {
        if (const auto minutes = minutes_of(day, group)) total = total.value_or(0) + *minutes;
    }
    return total;
}

bool is_late(const DayEntries& entries) {
    const auto late = [](const auto& kept) { return kept.entity.entered_late.has_value(); };
    return std::ranges::any_of(entries.moods, late) || std::ranges::any_of(entries.uses, late);
}

KnownDays known_days(const EntryCache& entries, Days days) {
    KnownDays known{.all = days.size()};
    for (const insight::DaySummary& day : days) {
        if (!entries.is_logged(day.day)) continue;
        ++known.logged;
        known.late += is_late(entries.day(day.day)) ? 1 : 0;
        known.quiet_days = days.back().day - day.day;
    }
    return known;
}

std::vector<OverviewDay> shown_days(const EntryCache& entries, Days days) {
    std::vector<OverviewDay> all;
    for (const insight::DaySummary& day : days) {
        OverviewDay shown{.day = day.day, .mood = mood_of(day), .minutes = {}, .late = false};
        for (std::size_t i = 0; i < use_group_count; ++i) {
            shown.minutes[i] = minutes_of(day, use_groups[i]);
        }
        shown.late = is_late(entries.day(day.day));
        shown.beside = beside_the_mood(entries.day(day.day));
        all.push_back(shown);
    }
    return all;
}

std::string use_sentence_of(UseGroup group, const Ranges& ranges,
                            const std::optional<std::uint32_t>& agreed, std::size_t before_count) {
    const auto over = std::ranges::count_if(ranges.now, [&](const insight::DaySummary& day) {
        const auto minutes = minutes_of(day, group);
        return minutes && agreed && *minutes > *agreed;
    });
    return use_sentence(group,
                        compare(ranges, [&](const auto& day) { return minutes_of(day, group); }),
                        agreed, static_cast<std::size_t>(over), before_count);
}

}  // namespace evenkeel::model
