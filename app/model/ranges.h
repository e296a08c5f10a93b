// Figures of a stretch of days beside those of the stretch before it.
#pragma once

#include "app/model/entry_cache.h"
#include "app/model/overview_words.h"

#include <span>

namespace evenkeel::model {

using Days = std::span<const insight::DaySummary>;

// Both stretches, the one before first.
struct Ranges {
    Days before;
    Days now;
};

template <typename ValueOf>
Compared compare(const Ranges& ranges, ValueOf value_of) {
    const auto values = [&](Days days) {
        std::vector<std::uint32_t> known;
        for (const insight::DaySummary& day : days) {
            if (const std::optional<std::uint32_t> value = value_of(day)) known.push_back(*value);
        }
        return known;
    };
    auto now = values(ranges.now);
    const std::size_t known_days = now.size();
    return {.now = median_of(std::move(now)),
            .before = median_of(values(ranges.before)),
            .known_days = known_days};
}

std::optional<std::uint32_t> mood_of(const insight::DaySummary& day);
std::optional<std::uint32_t> minutes_of(const insight::DaySummary& day, UseGroup group);
// All groups together; blank if none was said.
std::optional<std::uint32_t> total_of(const insight::DaySummary& day);

// Something of that day was entered on a later one.
bool is_late(const DayEntries& entries);
// `entries` has read those days.
KnownDays known_days(const EntryCache& entries, Days days);

// Each day as charts and lists show it.
std::vector<OverviewDay> shown_days(const EntryCache& entries, Days days);
// The sentence of one group, against what is agreed for it on `today`. `before_count` days lie
// before the range.
std::string use_sentence_of(UseGroup group, const Ranges& ranges,
                            const std::optional<std::uint32_t>& agreed, std::size_t before_count);

}  // namespace evenkeel::model
