#include "app/ui/host/attention.h"

namespace evenkeel::ui {

bool Attention::is_called_for(const model::Snapshot& snapshot, bool is_active) {
    std::optional<Thing> due;
    if (snapshot.client && snapshot.client->today.reminder) {
        const model::Reminder& reminder = *snapshot.client->today.reminder;
        due = Thing(reminder.kind, reminder.boundary);
    }
    const bool is_new = due && due != last_;
    last_ = due;
    const bool is_shown_outside =
        snapshot.settings.remind_closed && snapshot.can_remind_closed && snapshot.can_show_outside;
    return is_new && !is_active && !is_shown_outside;
}

}  // namespace evenkeel::ui
