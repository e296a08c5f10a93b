// Who is elsewhere is called by the window itself where nothing else calls them.
#include "app/ui/host/attention.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::ui {
namespace {

model::Snapshot with_reminder(std::optional<model::Reminder> reminder) {
    model::Snapshot snapshot;
    snapshot.client.emplace();
    snapshot.client->today.reminder = std::move(reminder);
    return snapshot;
}

model::Reminder check_in() { return {.kind = model::ReminderKind::check_in}; }

TEST_CASE("a reminder that becomes due elsewhere calls once, and so does the next") {
    Attention attention;
    CHECK_FALSE(attention.is_called_for(with_reminder({}), false));
    CHECK(attention.is_called_for(with_reminder(check_in()), false));
    CHECK_FALSE(attention.is_called_for(with_reminder(check_in()), false));
    model::Reminder curfew{.kind = model::ReminderKind::curfew_soon, .boundary = EntityId{{1}}};
    CHECK(attention.is_called_for(with_reminder(curfew), false));
    curfew.boundary = EntityId{{2}};
    CHECK(attention.is_called_for(with_reminder(curfew), false));
    CHECK_FALSE(attention.is_called_for(with_reminder({}), false));
    CHECK(attention.is_called_for(with_reminder(curfew), false));
}

TEST_CASE("nobody is called who is there already, or whom a notification calls") {
    Attention attention;
    CHECK_FALSE(attention.is_called_for(with_reminder(check_in()), true));
    CHECK_FALSE(attention.is_called_for(with_reminder(check_in()), false));

    model::Snapshot outside = with_reminder(check_in());
    outside.settings.remind_closed = true;
    outside.can_remind_closed = true;
    outside.can_show_outside = true;
    CHECK_FALSE(Attention().is_called_for(outside, false));
    outside.can_show_outside = false;
    CHECK(Attention().is_called_for(outside, false));
}

TEST_CASE("a locked window tells nobody that something is due") {
    model::Snapshot locked;
    locked.stage = model::Stage::locked;
    CHECK_FALSE(Attention().is_called_for(locked, false));
}

}  // namespace
}  // namespace evenkeel::ui
