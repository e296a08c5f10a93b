// When reminders come outside the window, told as a log of what a person would see.
#include "core/domain/reminder_round.h"

#include "core/domain/local_time.h"

#include <catch2/catch_test_macros.hpp>

#include <random>
#include <set>

using namespace evenkeel;

namespace {

Day day(std::string_view text) { return parse_date(text).value(); }
ReminderMark mark(Byte kind, Day of) {
    return {kind, static_cast<Byte>(of.number >> 8), static_cast<Byte>(of.number)};
}
constexpr ReminderMark check_in{1};
constexpr ReminderMark evening{2};

DueReminder check_in_of(Day of, std::int32_t minute = 20 * 60 + 30) {
    return {mark(1, of), check_in, ReminderText::check_in, {of, minute}, 0, {of + 1, 4 * 60}};
}
// A curfew from 22:30 to 07:00: half an hour ahead, and when it begins.
std::vector<DueReminder> curfew_of(Day of) {
    const WallTime begins{of, 22 * 60 + 30};
    return {{mark(2, of), evening, ReminderText::other, begins, 30, begins},
            {mark(3, of), evening, ReminderText::other, begins, 0, {of + 1, 7 * 60}}};
}

// A desk that looks at the clock whenever it is told to, and writes down what it saw.
struct Desk {
    std::string zone = "Europe/Berlin";
    ReminderSchedule schedule;
    ReminderState state = {};
    Attention attention = Attention::elsewhere;
    std::string log = {};
    std::uint32_t numbers = 0;

    void plan(Day first, std::int32_t days) {
        for (Day of = first; of < first + days; of = of + 1) {
            schedule.reminders.push_back(check_in_of(of));
            for (const DueReminder& due : curfew_of(of)) schedule.reminders.push_back(due);
        }
    }
    void logged(Day of) {
        std::erase_if(schedule.reminders,
                      [&](const DueReminder& due) { return due.mark == mark(1, of); });
    }
    Instant look(Instant now) {
        state = parse_state(print_state(state));  // as a restart at every moment would
        const auto round = next_round(schedule, state, now, zone, attention).value();
        const LocalTime local = local_time(now, zone).value();
        for (const DueReminder& due : round.shown) {
            log += print_date(local.date).substr(8) + " " + print_time_of_day(local.minute) +
                   (due.text == ReminderText::check_in ? " check-in\n" : " other\n");
            state.outstanding[due.thing].number = ++numbers;
        }
        for (std::size_t i = 0; i < round.taken.size(); ++i) {
            log += print_date(local.date).substr(8) + " " + print_time_of_day(local.minute) +
                   " taken\n";
        }
        return round.next;
    }
    // Sleeps from one due moment to the next.
    void live(Instant from, Instant to) {
        for (Instant now = from; now < to;) {
            const Instant next = look(now);
            REQUIRE(next > now);
            now = std::min(next, to);
        }
    }
    Instant at(Day of, std::int32_t minute) { return instant_of(of, minute, zone).value(); }
};

TEST_CASE("each reminder comes once at its minute, also where the clock changes that night") {
    Desk desk;
    const Day saturday = day("2026-10-24");  // the night after it has one hour twice
    desk.plan(saturday, 2);
    desk.live(desk.at(saturday, 12 * 60), desk.at(saturday + 2, 12 * 60));
    CHECK(desk.log ==
          "24 20:30 check-in\n24 22:00 other\n24 22:30 other\n25 04:00 taken\n25 07:00 taken\n"
          "25 20:30 check-in\n25 22:00 other\n25 22:30 other\n26 04:00 taken\n26 07:00 taken\n");
    Desk spring;
    const Day march = day("2026-03-28");
    spring.schedule.reminders = {check_in_of(march, 20 * 60)};
    spring.schedule.reminders.push_back({mark(2, march),
                                         evening,
                                         ReminderText::other,
                                         {march + 1, 2 * 60 + 30},  // there is no such reading
                                         0,
                                         {march + 1, 7 * 60}});
    spring.live(spring.at(march, 12 * 60), spring.at(march + 1, 12 * 60));
    CHECK(spring.log == "28 20:00 check-in\n29 03:30 other\n29 04:00 taken\n29 07:00 taken\n");
}

TEST_CASE("a reminder is taken away when the day was logged, and none comes after it") {
    Desk desk;
    const Day today = day("2026-05-04");
    desk.schedule.reminders = {check_in_of(today), check_in_of(today + 1)};
    desk.look(desk.at(today, 20 * 60 + 30));
    desk.logged(today);
    desk.look(desk.at(today, 20 * 60 + 40));
    desk.logged(today + 1);
    desk.live(desk.at(today, 21 * 60), desk.at(today + 2, 12 * 60));
    CHECK(desk.log == "04 20:30 check-in\n04 20:40 taken\n");
}

TEST_CASE("what came due while the machine was off comes once, if it is still true") {
    Desk desk;
    const Day monday = day("2026-05-04");
    desk.plan(monday, 4);
    desk.look(desk.at(monday, 12 * 60));
    // On again three days later at night: that night's curfew has begun, the rest is over.
    desk.look(desk.at(monday + 2, 23 * 60));
    desk.look(desk.at(monday + 2, 23 * 60 + 1));
    CHECK(desk.log == "06 23:00 check-in\n06 23:00 other\n");
}

TEST_CASE("quiet hours hold back what is due, and let go of what is over by then") {
    Desk desk;
    const Day today = day("2026-05-04");
    desk.schedule.quiet = {20 * 60, 6 * 60};
    desk.plan(today, 1);
    desk.live(desk.at(today, 12 * 60), desk.at(today + 1, 12 * 60));
    // The check-in's day is over at four, the curfew still holds.
    CHECK(desk.log == "05 06:00 other\n05 07:00 taken\n");
}

TEST_CASE("later is half an hour later, and not today is not today") {
    Desk desk;
    const Day today = day("2026-05-04");
    desk.schedule.reminders = {check_in_of(today), check_in_of(today + 1)};
    desk.look(desk.at(today, 20 * 60 + 30));
    remind_later(desk.state, check_in, desk.at(today, 20 * 60 + 31));
    desk.live(desk.at(today, 20 * 60 + 31), desk.at(today, 21 * 60 + 10));
    CHECK(desk.log == "04 20:30 check-in\n04 21:01 check-in\n");
    REQUIRE(silence_today(desk.state, check_in, desk.at(today, 21 * 60 + 10), desk.zone).ok());
    desk.live(desk.at(today, 21 * 60 + 10), desk.at(today + 1, 21 * 60));
    CHECK(desk.log == "04 20:30 check-in\n04 21:01 check-in\n05 20:30 check-in\n");
}

TEST_CASE("what the window shows itself is not shown beside it, nor once more when it closes") {
    Desk desk;
    const Day today = day("2026-05-04");
    desk.plan(today, 1);
    desk.look(desk.at(today, 20 * 60 + 30));
    desk.attention = Attention::window;
    desk.look(desk.at(today, 20 * 60 + 40));
    desk.look(desk.at(today, 22 * 60));
    desk.attention = Attention::elsewhere;
    desk.look(desk.at(today, 22 * 60 + 10));
    desk.look(desk.at(today, 22 * 60 + 30));
    CHECK(desk.log == "04 20:30 check-in\n04 20:40 taken\n04 22:30 other\n");
}

TEST_CASE("who travels is reminded by the clock on the wall there, and not twice") {
    Desk desk;
    const Day today = day("2026-05-04");
    desk.schedule.reminders = {check_in_of(today), check_in_of(today + 1)};
    desk.look(desk.at(today, 20 * 60 + 30));
    desk.zone = "America/New_York";  // where it is half past two
    desk.live(desk.at(today, 14 * 60 + 31), desk.at(today + 1, 20 * 60 + 31));
    CHECK(desk.log == "04 20:30 check-in\n05 04:00 taken\n05 20:30 check-in\n");
}

// Whatever the clock does: once each, never in quiet hours, never while another of the thing is
// outstanding without taking its place, nothing that is not in the schedule.
TEST_CASE("no clock makes a reminder come twice, in quiet hours or after it was answered") {
    std::mt19937 random(7);
    const auto roll = [&](std::int64_t below) {
        return std::uniform_int_distribution<std::int64_t>(0, below - 1)(random);
    };
    for (int history = 0; history < 60; ++history) {
        Desk desk;
        const Day first = day(history % 2 == 0 ? "2026-10-20" : "2026-03-25");
        desk.plan(first, 8);
        if (history % 3 == 0) desk.schedule.quiet = {23 * 60, 8 * 60};
        std::set<ReminderMark> told, answered;
        Instant now = desk.at(first, 6 * 60);
        for (int step = 0; step < 300; ++step) {
            now = now + (roll(12) == 0 ? -roll(ms_per_day) : roll(90 * ms_per_minute));
            if (roll(40) == 0) desk.zone = roll(2) == 0 ? "Asia/Tokyo" : "Europe/Berlin";
            if (roll(20) == 0) {
                const Day of = logical_day(now, desk.zone).value();
                desk.logged(of);
                answered.insert(mark(1, of));
            }
            const auto round =
                next_round(desk.schedule, desk.state, now, desk.zone, Attention::elsewhere).value();
            const auto minute = local_time(now, desk.zone).value().minute;
            for (const DueReminder& due : round.shown) {
                CHECK(told.insert(due.mark).second);
                CHECK_FALSE(answered.contains(due.mark));
                CHECK_FALSE(is_quiet(desk.schedule.quiet, minute));
            }
            CHECK(round.next > now);
            desk.state = parse_state(print_state(desk.state));
        }
    }
}

TEST_CASE("a schedule is read as it was written, and what is none is refused") {
    Desk desk;
    desk.plan(day("2026-05-04"), 3);
    desk.schedule.quiet = {1320, 420};
    const std::string text = print_schedule(desk.schedule);
    CHECK(parse_schedule(text).value() == desk.schedule);
    for (std::size_t cut = 0; cut + 1 < text.size(); ++cut) {
        const auto read = parse_schedule(text.substr(0, cut));
        if (read.ok()) CHECK(read.value().reminders.size() < desk.schedule.reminders.size() + 1);
    }
    CHECK_FALSE(parse_schedule("").ok());
    CHECK_FALSE(parse_schedule("evenkeel reminders 2\nquiet 0 0\n").ok());
    CHECK_FALSE(parse_schedule("evenkeel reminders 1\nquiet 0 1440\n").ok());
    CHECK(parse_state("something else") == ReminderState{});
}

}  // namespace
