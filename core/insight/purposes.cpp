#include "core/insight/purposes.h"

#include <algorithm>

namespace evenkeel::insight {

namespace {

bool happened_in(const Window& window, const UseEntry& entry) {
    if (!entry.minutes) return contains(window.days, entry.when.day);
    if (entry.minutes->reveal() == 0) return false;
    if (!entry.span) return contains(window.days, entry.when.day);
    return length_ms(intersection(span_of(entry.when, *entry.minutes), window.span)) > 0;
}

}  // namespace

Purposes purposes_of(const Window& window, const PurposeOnly& rule, std::span<const UseEntry> use) {
    Purposes purposes;
    for (const auto& entry : use) {
        const bool meant = entry.group && names(rule.groups, *entry.group) &&
                           entry.duty == Duty::none && happened_in(window, entry);
        if (!meant) continue;
        if (!entry.purpose || plain_words(entry.purpose->reveal()).empty()) {
            purposes.unsaid = true;
        } else if (std::ranges::none_of(rule.allowed, [&](const PhiText& allowed) {
                       return plain_words(allowed.reveal()) == plain_words(entry.purpose->reveal());
                   })) {
            purposes.other = true;
        }
    }
    return purposes;
}

}  // namespace evenkeel::insight
