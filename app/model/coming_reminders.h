// The reminders of the coming days as they may lie outside the lock, and back again what was
// answered to them there.
#pragma once

#include "app/model/record_desk.h"
#include "app/model/reminder_files.h"
#include "app/model/reminders.h"

namespace evenkeel::model {

// Of this day and those to come; what is logged, answered, put off or paused is not in it.
Result<ReminderSchedule> coming_reminders(RecordDesk& desk, Day today, const Settings& settings);

// "Not today", said outside the window: within it too, from here on. May be called again.
Result<void> take_answers(RecordDesk& desk, Day today, const ReminderState& state);

// Brings the files up to date with the open profile of a client: written where they differ from
// what is there, gone where nobody wants them.
Result<void> keep_reminders(RecordDesk& desk, Day today, const Settings& settings,
                            ReminderFiles& files);

}  // namespace evenkeel::model
