// What is due now, what is to be taken away, and how long nothing is: the rules by which reminders
// outside the window come once, one at a time for each thing, and go when they are answered.
#pragma once

#include "core/domain/reminder_schedule.h"

#include <map>

namespace evenkeel {

// "Later" on a reminder: it comes again after this long.
constexpr std::int64_t reminder_later_ms = 30 * ms_per_minute;

// One that was shown and neither answered nor closed.
struct OutstandingReminder {
    ReminderMark mark{};
    std::uint32_t number = 0;  // what the desktop calls it
    friend bool operator==(const OutstandingReminder&, const OutstandingReminder&) = default;
};

// What became of reminders; kept in a file, so that a restart tells nothing twice.
struct ReminderState {
    std::map<ReminderMark, Instant> told;   // when
    std::map<ReminderMark, Instant> later;  // asked for later: not before that
    // By thing:
    std::map<ReminderMark, Instant> silent;  // "not today": until the day ends
    std::map<ReminderMark, OutstandingReminder> outstanding;
    std::string session;  // the desktop whose numbers those are
    friend bool operator==(const ReminderState&, const ReminderState&) = default;
};

// Whether the window is open, unlocked and seen; then it says itself what is due.
enum class Attention { elsewhere, window };

struct ReminderRound {
    std::vector<DueReminder> shown;    // now; in place of an outstanding one of the same thing
    std::vector<std::uint32_t> taken;  // away: numbers of the desktop
    Instant next;                      // when time alone may change it; far away if never
};

// Applies the rules at `now` and writes to `state` what it decided: who shows a reminder adds its
// number to `outstanding`, and who cannot show it takes it back with `not_shown`.
//
// - A reminder comes at its moment, or once after it while it still says something true; what
//   several of one thing were due meanwhile, the newest says.
// - Nothing comes in quiet hours; what was due in them comes afterwards if it is still true.
// - It is taken away when it is not in the schedule any more, is over, was put off, or when the
//   window shows it itself.
[[nodiscard]] Result<ReminderRound> next_round(const ReminderSchedule& schedule,
                                               ReminderState& state, Instant now,
                                               const std::string& zone, Attention attention);
void not_shown(ReminderState& state, const DueReminder& reminder);

// What a person answered to an outstanding one; the desktop has closed it by then.
void remind_later(ReminderState& state, ReminderMark thing, Instant now);
[[nodiscard]] Result<void> silence_today(ReminderState& state, ReminderMark thing, Instant now,
                                         const std::string& zone);

// The state as lines of text, and back. What is damaged is as good as none.
std::string print_state(const ReminderState& state);
[[nodiscard]] ReminderState parse_state(std::string_view text);

}  // namespace evenkeel
