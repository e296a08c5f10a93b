// A reminder's life: it comes when it is due, says why, and goes when it was answered or put off.
#include "app/model/reminders.h"
#include "core/domain/local_time.h"
#include "tests/app/model/people.h"

namespace evenkeel::test {
namespace {

using namespace model;

struct Evening : Couple {
    Evening() {
        client.does(ChangeSettings{{.lock_after_minutes = 0, .check_in_minute = 20 * 60 + 30}});
    }
    EntityId agreed(const BoundaryForm& form) { return agree(client, clinician, form); }
    std::optional<Reminder> at(Day day, int minute) {
        const Instant then = need(instant_of(day, minute, world.clock.zone_name()));
        return client.waits(then - world.clock.at)->client->today.reminder;
    }
    std::optional<Reminder> shown() { return client.sees()->client->today.reminder; }
};

TEST_CASE("The check-in is asked for at its time unless something was logged") {
    Evening evening;
    CHECK_FALSE(evening.at(evening.today, 20 * 60 + 29).has_value());
    const auto due = evening.at(evening.today, 20 * 60 + 30);
    REQUIRE(due.has_value());
    CHECK(due->kind == ReminderKind::check_in);
    CHECK(due->sentence == "Your check-in is due.");  // not the words of the heading above it
    evening.client.does(SetMood{evening.today, 5});
    CHECK_FALSE(evening.shown().has_value());
    CHECK_FALSE(evening.at(evening.today + 1, 20 * 60 + 29).has_value());
    CHECK(evening.at(evening.today + 1, 20 * 60 + 31).has_value());
    evening.client.does(SnoozeReminder{});
    CHECK_FALSE(evening.shown().has_value());
    CHECK_FALSE(evening.client.is_killed_and_returns()->client->today.reminder.has_value());
    CHECK(evening.at(evening.today + 2, 20 * 60 + 30).has_value());
}

TEST_CASE(
    "A limit is told at four fifths and when it is reached, with the reason its owner wrote") {
    Evening evening;
    const EntityId id = evening.agreed({.minutes_max = 60, .reason = "evenings slip away"});
    evening.client.does(SetUse{evening.today, UseGroup::social, 45});
    CHECK_FALSE(evening.shown().has_value());
    evening.client.does(SetUse{evening.today, UseGroup::social, 50});
    REQUIRE(evening.shown().has_value());
    CHECK(evening.shown()->kind == ReminderKind::approaching);
    CHECK(evening.shown()->boundary == id);
    CHECK(evening.shown()->sentence == "Social media: 50 of 60 min. Why: evenings slip away");
    evening.client.does(SnoozeReminder{});
    CHECK_FALSE(evening.shown().has_value());
    evening.client.does(SetUse{evening.today, UseGroup::social, 60});
    REQUIRE(evening.shown().has_value());
    CHECK(evening.shown()->kind == ReminderKind::reached);
    evening.client.does(AnswerBoundary{evening.today, id, Answer::kept});
    CHECK_FALSE(evening.shown().has_value());
}

TEST_CASE("A curfew is told half an hour ahead and while it lasts, across the day's end") {
    Evening evening;
    const EntityId id = evening.agreed({.kind = FormKind::curfew, .from_minute = 22 * 60});
    evening.client.does(SetMood{evening.today, 5});
    CHECK_FALSE(evening.at(evening.today, 21 * 60 + 29).has_value());
    CHECK(evening.at(evening.today, 21 * 60 + 30)->kind == ReminderKind::curfew_soon);
    CHECK(evening.shown()->sentence == "Social media: none from 22:00 on, as agreed.");
    CHECK(evening.at(evening.today, 22 * 60)->kind == ReminderKind::curfew_now);
    CHECK(evening.at(evening.today + 1, 6 * 60 + 59)->kind == ReminderKind::curfew_now);
    CHECK_FALSE(evening.at(evening.today + 1, 7 * 60).has_value());
    CHECK(evening.at(evening.today + 1, 22 * 60 + 5)->kind == ReminderKind::curfew_now);
    evening.client.does(AnswerBoundary{evening.today + 1, id, Answer::kept});
    CHECK(evening.shown()->kind == ReminderKind::check_in);
}

TEST_CASE("A curfew agreed for one place holds by its clock, wherever the client is") {
    const Curfew curfew{.from_minute = 22 * 60, .to_minute = 7 * 60};
    const Day day{20'000};
    const BoundaryTerms at_home{.fixed_zone = "Europe/Berlin", .rule = curfew};
    const auto home = need(curfew_span(at_home, curfew, day, "America/New_York"));
    CHECK(home == need(curfew_span({.rule = curfew}, curfew, day, "Europe/Berlin")));
    CHECK(length_ms(home) == 9 * ms_per_hour);
    const auto there = need(curfew_span({.rule = curfew}, curfew, day, "America/New_York"));
    CHECK(there.start - home.start == 6 * ms_per_hour);
}

}  // namespace
}  // namespace evenkeel::test
