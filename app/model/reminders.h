// What the program reminds of within its window: computed here, silent once answered or snoozed,
// never more than one at a time.
#pragma once

#include "app/model/client_view.h"
#include "app/model/intent.h"
#include "app/model/record_desk.h"

namespace evenkeel::model {

struct ReminderPlan {
    std::optional<Reminder> shown;  // the most pressing one that is due
    Instant next;                   // when time alone may change it; far away if never
};

// The desk has read today and the day before.
Result<ReminderPlan> plan_reminders(RecordDesk& desk, Day today, const Settings& settings);

// Not again on this logical day.
Result<void> snooze(store::Store& store, Day today, const Reminder& reminder);

}  // namespace evenkeel::model
