#include "core/domain/reminder_schedule.h"

#include "core/domain/local_time.h"
#include "core/domain/reminder_lines.h"

namespace evenkeel {

namespace {

constexpr std::string_view heading = "evenkeel reminders 1";
constexpr std::int32_t day_minutes = 24 * 60;
constexpr std::size_t quiet_words = 3;
constexpr std::size_t reminder_words = 9;

Error damaged() { return {ErrorCode::damaged, "The schedule of reminders is damaged."}; }

void append_words(std::string& text, const WallTime& time) {
    text += " " + print_date(time.date) + " " + std::to_string(time.minute);
}

Result<WallTime> read_time(const std::string& date, const std::string& minute) {
    WallTime time;
    TRY_ASSIGN(time.date, parse_date(date));
    const auto number = read_number(minute);
    if (!number || *number < 0 || *number >= day_minutes) return damaged();
    time.minute = static_cast<std::int32_t>(*number);
    return time;
}

Result<DueReminder> read_reminder(const std::vector<std::string>& words) {
    if (words.size() != reminder_words) return damaged();
    DueReminder reminder;
    const auto mark = read_mark(words[1]);
    const auto thing = read_mark(words[2]);
    const auto ahead = read_number(words[6]);
    const bool is_check_in = words[3] == "check-in";
    if (!mark || !thing || (!is_check_in && words[3] != "other")) return damaged();
    if (!ahead || *ahead < 0 || *ahead >= day_minutes) return damaged();
    reminder.mark = *mark;
    reminder.thing = *thing;
    reminder.text = is_check_in ? ReminderText::check_in : ReminderText::other;
    reminder.ahead_minutes = static_cast<std::int32_t>(*ahead);
    TRY_ASSIGN(reminder.due, read_time(words[4], words[5]));
    TRY_ASSIGN(reminder.until, read_time(words[7], words[8]));
    return reminder;
}

Result<QuietHours> read_quiet(const std::vector<std::string>& words) {
    if (words.size() != quiet_words || words[0] != "quiet") return damaged();
    const auto from = read_number(words[1]);
    const auto to = read_number(words[2]);
    const auto is_minute = [](const std::optional<std::int64_t>& number) {
        return number && *number >= 0 && *number < day_minutes;
    };
    if (!is_minute(from) || !is_minute(to)) return damaged();
    return QuietHours{static_cast<std::uint32_t>(*from), static_cast<std::uint32_t>(*to)};
}

Result<AnswerKey> read_answer_key(const std::vector<std::string>& words) {
    const auto bytes = words.size() == 2 ? from_hex(words[1]) : std::nullopt;
    AnswerKey key{};
    if (!bytes || bytes->size() != key.size()) return damaged();
    std::ranges::copy(*bytes, key.begin());
    return key;
}

}  // namespace

bool is_quiet(const QuietHours& quiet, std::int32_t minute) {
    const auto from = static_cast<std::int32_t>(quiet.from_minute);
    const auto to = static_cast<std::int32_t>(quiet.to_minute);
    if (from <= to) return from <= minute && minute < to;
    return minute >= from || minute < to;
}

std::string print_schedule(const ReminderSchedule& schedule) {
    std::string text(heading);
    text += "\nquiet " + std::to_string(schedule.quiet.from_minute) + " " +
            std::to_string(schedule.quiet.to_minute) + "\n";
    if (schedule.answer_key) text += "answers " + to_hex(*schedule.answer_key) + "\n";
    for (const DueReminder& reminder : schedule.reminders) {
        text += "remind " + to_hex(reminder.mark) + " " + to_hex(reminder.thing) +
                (reminder.text == ReminderText::check_in ? " check-in" : " other");
        append_words(text, reminder.due);
        text += " " + std::to_string(reminder.ahead_minutes);
        append_words(text, reminder.until);
        text += "\n";
    }
    return text;
}

Result<ReminderSchedule> parse_schedule(std::string_view text) {
    const auto lines = words_of_lines(text);
    if (lines.size() < 2 || lines.size() > scheduled_reminders_max + 3) return damaged();
    if (!text.starts_with(heading)) return damaged();
    ReminderSchedule schedule;
    TRY_ASSIGN(schedule.quiet, read_quiet(lines[1]));
    std::size_t i = 2;
    if (lines.size() > i && lines[i][0] == "answers") {
        TRY_ASSIGN(schedule.answer_key, read_answer_key(lines[i]));
        ++i;
    }
    for (; i < lines.size(); ++i) {
        TRY_ASSIGN(schedule.reminders.emplace_back(), read_reminder(lines[i]));
    }
    return schedule;
}

}  // namespace evenkeel
