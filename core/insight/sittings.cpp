#include "core/insight/sittings.h"

#include <algorithm>

namespace evenkeel::insight {

namespace {

// The longest entry there can be, so that one which reaches over an end is seen whole.
constexpr std::int64_t reach_ms = 24 * ms_per_hour;

void count_group(UseGroup group, const Window& window, std::int64_t gap_ms, const Covered& cover,
                 std::span<const UseEntry> use, SittingCount& count) {
    const Window before{{window.span.start + -gap_ms, window.span.end}, window.days};
    const Intervals spans = known_use(before, {group}, false, use).dated;
    const Intervals quiet = without(cover.spans, spans);
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const Instant start = spans[i].start;
        const bool goes_on = i > 0 && start - spans[i - 1].end < gap_ms;
        if (goes_on || start < window.span.start) continue;
        ++count.most;
        // At the beginning of the day the day before does not matter.
        const TimeSpan pause{std::max(window.span.start, start + -gap_ms), start};
        if (total_ms(within(quiet, pause)) == length_ms(pause)) ++count.least;
    }
}

}  // namespace

SittingCount count_sittings(const Window& window, const Sessions& rule, const Covered& cover,
                            std::span<const UseEntry> use) {
    // Even without an agreed gap there must be a minute between two.
    const auto gap_ms = std::max<std::int64_t>(rule.merge_gap_minutes, 1) * ms_per_minute;
    SittingCount count;
    for (const auto group : {UseGroup::internet, UseGroup::social, UseGroup::ai}) {
        if (names(rule.groups, group)) count_group(group, window, gap_ms, cover, use, count);
    }
    return count;
}

std::int64_t longest_sitting_ms(const Window& window, const std::vector<UseGroup>& groups,
                                std::span<const UseEntry> use) {
    const Window wide{{window.span.start + -reach_ms, window.span.end + reach_ms}, window.days};
    std::int64_t longest_ms = 0;
    for (const auto& span : known_use(wide, groups, false, use).dated) {
        const bool began_here = span.start >= window.span.start && span.start < window.span.end;
        if (began_here) longest_ms = std::max(longest_ms, length_ms(span));
    }
    return longest_ms;
}

}  // namespace evenkeel::insight
