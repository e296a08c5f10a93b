#include "core/insight/purposes.h"

#include <algorithm>

namespace evenkeel::insight {

namespace {

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

// Without the spaces and the full stop that people leave around what they type.
std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \n\t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \n\t.") + 1 - first);
}

bool same_words(std::string_view left, std::string_view right) {
    return std::ranges::equal(trimmed(left), trimmed(right), {}, lower, lower);
}

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
        if (!entry.purpose || trimmed(entry.purpose->reveal()).empty()) {
            purposes.unsaid = true;
        } else if (std::ranges::none_of(rule.allowed, [&](const PhiText& allowed) {
                       return same_words(allowed.reveal(), entry.purpose->reveal());
                   })) {
            purposes.other = true;
        }
    }
    return purposes;
}

}  // namespace evenkeel::insight
