// What ActivityWatch recorded within a time: it also answers with events that began before.
#pragma once

#include "core/domain/local_time.h"

#include <string>
#include <string_view>

namespace evenkeel::report {

// The events of an answer, each cut to `span`; what lies outside is left out. Refuses what is no
// list of events.
[[nodiscard]] Result<std::string> events_within(std::string_view answer, const TimeSpan& span);

}  // namespace evenkeel::report
