#include "core/insight/intervals.h"

#include <algorithm>

namespace evenkeel::insight {

Intervals united(Intervals spans) {
    std::erase_if(spans, [](const auto& span) { return span.end <= span.start; });
    std::sort(spans.begin(), spans.end());
    Intervals joined;
    for (const auto& span : spans) {
        if (!joined.empty() && span.start <= joined.back().end) {
            joined.back().end = std::max(joined.back().end, span.end);
        } else {
            joined.push_back(span);
        }
    }
    return joined;
}

Intervals common(const Intervals& left, const Intervals& right) {
    Intervals shared;
    auto a = left.begin();
    auto b = right.begin();
    while (a != left.end() && b != right.end()) {
        const auto part = intersection(*a, *b);
        if (part.start < part.end) shared.push_back(part);
        // Whichever ends first cannot meet anything later.
        if (a->end < b->end) {
            ++a;
        } else {
            ++b;
        }
    }
    return shared;
}

Intervals without(const Intervals& left, const Intervals& right) {
    Intervals rest;
    auto hole = right.begin();
    for (auto span : left) {
        while (hole != right.end() && hole->end <= span.start) ++hole;
        // Not moved for good: the last hole may reach into the next span.
        for (auto next = hole; next != right.end() && next->start < span.end; ++next) {
            if (span.start < next->start) rest.push_back({span.start, next->start});
            span.start = std::max(span.start, next->end);
        }
        if (span.start < span.end) rest.push_back(span);
    }
    return rest;
}

Intervals within(const Intervals& spans, const TimeSpan& window) { return common(spans, {window}); }

std::int64_t total_ms(const Intervals& spans) {
    std::int64_t total = 0;
    for (const auto& span : spans) total += length_ms(span);
    return total;
}

}  // namespace evenkeel::insight
