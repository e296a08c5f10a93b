// The minutes of one day as the screens show them.
#pragma once

#include "app/model/client_view.h"
#include "app/model/entry_cache.h"

namespace evenkeel::model {

// What the person estimated for a group, entries added up, leaving `without` out; blank if nothing
// was said. Work and study do not count.
std::optional<std::uint32_t> estimated_minutes(const DayEntries& entries, UseGroup group,
                                               const std::optional<EntityId>& without = {});
// The person's own estimate; where there is none, what a device or an import measured.
std::optional<std::uint32_t> said_minutes(const DayEntries& entries, UseGroup group, Day day);

// The lines of the day, with what earlier days offer and what is agreed. The `days_back_max` days
// before are among what `desk` has read.
std::array<UseLine, use_group_count> use_lines(const EntryCache& entries,
                                               const client::BoundaryBook& book, Day day,
                                               std::int32_t days_back_max);

// What is agreed on that day for each group alone.
std::array<std::optional<std::uint32_t>, use_group_count> agreed_minutes(
    const client::BoundaryBook& book, Day day);

// All groups together; blank if none was said.
std::optional<std::uint32_t> day_total(const DayEntries& entries, Day day);

inline constexpr std::array use_groups = {UseGroup::internet, UseGroup::social, UseGroup::ai};

}  // namespace evenkeel::model
