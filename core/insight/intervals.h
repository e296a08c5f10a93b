// Sets of time: half-open spans, sorted, without overlaps.
#pragma once

#include "core/domain/local_time.h"

#include <vector>

namespace evenkeel::insight {

using Intervals = std::vector<TimeSpan>;

// Sorts, joins what touches or overlaps, and drops what is empty.
Intervals united(Intervals spans);

// The time in both; both are united.
Intervals common(const Intervals& left, const Intervals& right);

// The time in `left` that is not in `right`; both are united.
Intervals without(const Intervals& left, const Intervals& right);

// The part within one span.
Intervals within(const Intervals& spans, const TimeSpan& window);

std::int64_t total_ms(const Intervals& spans);

}  // namespace evenkeel::insight
