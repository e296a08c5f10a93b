// What the program reminds of within its window: computed here, silent once answered or snoozed,
// never more than one at a time.
#pragma once

#include "app/model/client_view.h"
#include "app/model/intent.h"
#include "app/model/record_desk.h"
#include "core/domain/local_time.h"

namespace evenkeel::model {

struct ReminderPlan {
    std::optional<Reminder> shown;  // the most pressing one that is due
    Instant next;                   // when time alone may change it; far away if never
};

// The desk has read today and the day before.
Result<ReminderPlan> plan_reminders(RecordDesk& desk, Day today, const Settings& settings);

// Not again on this logical day.
Result<void> snooze(store::Store& store, Day today, const Reminder& reminder);
Result<bool> is_snoozed(store::Store& store, Day today, const Reminder& reminder);

// Whether the person paused reminders on that day.
bool is_paused(const Settings& settings, Day day);
bool is_answered(const RecordDesk& desk, EntityId boundary, Day day);

// How far what is known of a limit's day has come; nothing while it is far from the limit.
std::optional<ReminderKind> stage_of(const DailyLimit& limit,
                                     const insight::Evaluation& evaluation);
// From when until when a curfew of that logical day holds: by the clock of the place it was agreed
// for, else of `zone`.
Result<TimeSpan> curfew_span(const BoundaryTerms& terms, const Curfew& curfew, Day day,
                             const std::string& zone);
// A curfew is told this long before it begins.
constexpr std::int32_t curfew_ahead_minutes = 30;

}  // namespace evenkeel::model
