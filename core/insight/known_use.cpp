#include "core/insight/known_use.h"

#include <algorithm>
#include <array>

namespace evenkeel::insight {

namespace {

constexpr std::array all_groups{UseGroup::internet, UseGroup::social, UseGroup::ai};
constexpr std::array all_sources{UseSource::estimated, UseSource::device, UseSource::imported};

// A source of a newer version is at least somebody's estimate.
UseSource source_of(const UseEntry& entry) {
    const bool known = entry.source == UseSource::device || entry.source == UseSource::imported;
    return known ? entry.source : UseSource::estimated;
}

// What one source says about one group.
struct Account {
    Intervals dated;
    std::int64_t undated_ms = 0;
};

void add_entry(const UseEntry& entry, const Window& window, KnownUse& known, Account& account) {
    if (!entry.minutes) {
        known.blank = known.blank || contains(window.days, entry.when.day);
        return;
    }
    if (!entry.span) {
        if (!contains(window.days, entry.when.day)) return;
        known.any = true;
        account.undated_ms += std::int64_t{entry.minutes->reveal()} * ms_per_minute;
        return;
    }
    const auto part = intersection(span_of(entry.when, *entry.minutes), window.span);
    if (part.start == part.end) return;
    known.any = true;
    account.dated.push_back(part);
}

void add_group(UseGroup group, const Window& window, bool counts_duty,
               std::span<const UseEntry> use, KnownUse& known) {
    std::int64_t least_ms = 0;
    for (const auto source : all_sources) {
        Account account;
        for (const auto& entry : use) {
            const bool counts = counts_duty || entry.duty == Duty::none;
            if (entry.group != group || source_of(entry) != source || !counts) continue;
            add_entry(entry, window, known, account);
        }
        account.dated = united(std::move(account.dated));
        const auto sum_ms = account.undated_ms + total_ms(account.dated);
        least_ms = std::max(least_ms, sum_ms);
        known.most_ms += sum_ms;
        known.undated_ms += account.undated_ms;
        known.dated.insert(known.dated.end(), account.dated.begin(), account.dated.end());
    }
    known.least_ms += least_ms;
}

}  // namespace

bool names(const std::vector<UseGroup>& groups, UseGroup group) {
    return groups.empty() || std::find(groups.begin(), groups.end(), group) != groups.end();
}

bool contains(const DayRange& days, Day day) { return day >= days.first && day <= days.last; }

TimeSpan span_of(const When& when, const Minutes& minutes) {
    return {when.instant, when.instant + std::int64_t{minutes.reveal()} * ms_per_minute};
}

KnownUse known_use(const Window& window, const std::vector<UseGroup>& groups, bool counts_duty,
                   std::span<const UseEntry> use) {
    KnownUse known;
    for (const auto group : all_groups) {
        if (names(groups, group)) add_group(group, window, counts_duty, use, known);
    }
    known.dated = united(std::move(known.dated));
    return known;
}

Covered covered(const Window& window, const std::vector<UseGroup>& groups,
                std::span<const Coverage> coverage) {
    Intervals shared{window.span};
    bool complete = true;
    for (const auto group : all_groups) {
        if (!names(groups, group)) continue;
        Intervals parts;
        bool said = false;
        for (const auto& one : coverage) {
            if (!covers_group(one, group)) continue;
            if (one.minutes) {
                parts.push_back(intersection(span_of(one.when, *one.minutes), window.span));
            } else if (contains(window.days, one.when.day)) {
                said = true;
            }
        }
        if (said) parts.push_back(window.span);
        complete = complete && said;
        shared = common(shared, united(std::move(parts)));
    }
    const auto ms = total_ms(shared);
    return {.spans = std::move(shared), .ms = ms, .complete = complete};
}

}  // namespace evenkeel::insight
