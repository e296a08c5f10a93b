#include "core/insight/paired_days.h"

#include "core/insight/day_summary.h"
#include "core/insight/known_use.h"

#include <algorithm>

namespace evenkeel::insight {

namespace {

std::vector<std::optional<double>> moods_of(DayRange range, std::span<const MoodEntry> moods) {
    std::vector<std::optional<double>> values(
        static_cast<std::size_t>(range.last - range.first + 1));
    std::vector<const MoodEntry*> newest(values.size());
    for (const MoodEntry& entry : moods) {
        const bool counts =
            entry.mode == MoodMode::daily_check_in && contains(range, entry.when.day);
        if (!counts) continue;
        auto& known = newest[static_cast<std::size_t>(entry.when.day - range.first)];
        if (known == nullptr || entry.when.instant >= known->when.instant) known = &entry;
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        const bool on_its_day = newest[i] != nullptr && !newest[i]->entered_late;
        if (on_its_day && newest[i]->mood) values[i] = newest[i]->mood->reveal();
    }
    return values;
}

std::optional<double> minutes_together(Day day, const std::vector<UseGroup>& groups,
                                       std::span<const UseEntry> use) {
    double sum = 0;
    for (const UseGroup group : groups) {
        const auto minutes = minutes_on(day, group, Duty::none, use);
        if (!minutes) return std::nullopt;
        sum += minutes->reveal();
    }
    return sum;
}

}  // namespace

std::size_t PairedDays::pairs() const {
    std::size_t count = 0;
    for (std::size_t i = 0; i < size(); ++i) count += is_pair(i) ? 1 : 0;
    return count;
}

PairedDays PairedDays::part(std::size_t begin, std::size_t end) const {
    end = std::min(end, size());
    begin = std::min(begin, end);
    const auto from = static_cast<std::ptrdiff_t>(begin);
    const auto to = static_cast<std::ptrdiff_t>(end);
    return {.first = first + static_cast<std::int32_t>(begin),
            .minutes = {minutes.begin() + from, minutes.begin() + to},
            .mood = {mood.begin() + from, mood.begin() + to},
            .source = source};
}

PairedDays paired_days(DayRange range, const std::vector<UseGroup>& groups,
                       std::span<const MoodEntry> moods, std::span<const UseEntry> use) {
    if (range.last < range.first) return {.first = range.first, .minutes = {}, .mood = {}};
    const std::vector<UseGroup> all{UseGroup::internet, UseGroup::social, UseGroup::ai};
    const std::vector<UseGroup>& counted = groups.empty() ? all : groups;
    PairedDays best{.first = range.first, .minutes = {}, .mood = moods_of(range, moods)};
    best.minutes.resize(best.size());
    for (const UseSource source : {UseSource::device, UseSource::imported, UseSource::estimated}) {
        std::vector<UseEntry> of_source;
        std::ranges::copy_if(use, std::back_inserter(of_source),
                             [&](const UseEntry& entry) { return entry.source == source; });
        if (of_source.empty()) continue;
        PairedDays days{.first = range.first, .minutes = {}, .mood = best.mood, .source = source};
        for (Day day = range.first; day <= range.last; day = day + 1) {
            days.minutes.push_back(minutes_together(day, counted, of_source));
        }
        if (days.pairs() > best.pairs() || best.pairs() == 0) best = std::move(days);
    }
    return best;
}

}  // namespace evenkeel::insight
