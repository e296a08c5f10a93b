// When a person is reminded in the coming days, without a word of what of: this is all that is
// known outside the lock, so that reminders come while nothing of the profile is open.
#pragma once

#include "core/base/bytes.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/time.h"

#include <optional>
#include <string>
#include <vector>

namespace evenkeel {

// How far ahead a schedule looks. Who has not opened the program for so long is left in peace.
constexpr std::int32_t reminder_days_ahead = 14;
// A day has one check-in and two moments for each curfew; more than this is no schedule of ours.
constexpr std::size_t scheduled_reminders_max = 2'000;

// Tells things apart and nothing else: made with a key that never leaves the lock.
using ReminderMark = ByteArray<8>;

// A reading of the clock on the wall, wherever that wall is by then.
struct WallTime {
    Day date;                 // the calendar date
    std::int32_t minute = 0;  // of that date, 0..1439
    friend auto operator<=>(const WallTime&, const WallTime&) = default;
};

enum class ReminderText { check_in, other };

struct DueReminder {
    ReminderMark mark{};   // this moment of this thing on this day
    ReminderMark thing{};  // the check-in, or one boundary: the same on every day
    ReminderText text = ReminderText::other;
    WallTime due;
    std::int32_t ahead_minutes = 0;  // it comes this long before `due`
    WallTime until;                  // when it says nothing true any more
    friend bool operator==(const DueReminder&, const DueReminder&) = default;
};

// From one minute of the day to the next time the clock reads the other; equal: never.
struct QuietHours {
    std::uint32_t from_minute = 0;
    std::uint32_t to_minute = 0;
    friend bool operator==(const QuietHours&, const QuietHours&) = default;
};
bool is_quiet(const QuietHours& quiet, std::int32_t minute);

// The public half of the key pair that answers given outside the lock are sealed to.
using AnswerKey = ByteArray<32>;

// Only what is still to be said: what was answered is not in it.
struct ReminderSchedule {
    QuietHours quiet;
    std::optional<AnswerKey> answer_key;  // none: a check-in is answered in the window only
    std::vector<DueReminder> reminders;
    friend bool operator==(const ReminderSchedule&, const ReminderSchedule&) = default;
};

// The schedule as lines of text, and back; damaged if it is none.
std::string print_schedule(const ReminderSchedule& schedule);
[[nodiscard]] Result<ReminderSchedule> parse_schedule(std::string_view text);

}  // namespace evenkeel
