// The text forms of dates and times of local_time.h; no zone is needed for any of them.
#include "core/domain/local_time.h"

#include <date/date.h>

#include <optional>

namespace evenkeel {

namespace {

Error not_a_date() {
    return {ErrorCode::invalid_input, "This is no date. Write it as 2026-03-08."};
}
Error not_a_moment() {
    return {ErrorCode::invalid_input, "This is no moment. Write it as 2026-03-08T07:30:00Z."};
}

bool is_digit(char character) { return character >= '0' && character <= '9'; }

// Exactly `count` digits at the front of `text`, which loses them; nothing otherwise.
std::optional<std::int32_t> take_digits(std::string_view& text, std::size_t count) {
    if (text.size() < count) return std::nullopt;
    std::int32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (!is_digit(text[i])) return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view& text, char character) {
    if (text.empty() || text.front() != character) return false;
    text.remove_prefix(1);
    return true;
}

std::string digits(std::int64_t value, std::size_t count) {
    auto text = std::to_string(value);
    if (text.size() < count) text.insert(0, count - text.size(), '0');
    return text;
}

std::optional<Day> take_date(std::string_view& text) {
    const auto year = take_digits(text, 4);
    if (!year || !take(text, '-')) return std::nullopt;
    const auto month = take_digits(text, 2);
    if (!month || !take(text, '-')) return std::nullopt;
    const auto day = take_digits(text, 2);
    if (!day) return std::nullopt;
    const date::year_month_day found(date::year(*year), date::month(static_cast<unsigned>(*month)),
                                     date::day(static_cast<unsigned>(*day)));
    if (!found.ok()) return std::nullopt;
    return Day{static_cast<std::int32_t>(date::sys_days(found).time_since_epoch().count())};
}

// "Z", "+01:00" or "-05:30", in minutes.
std::optional<std::int32_t> take_offset(std::string_view& text) {
    if (take(text, 'Z') || take(text, 'z')) return 0;
    const bool west = take(text, '-');
    if (!west && !take(text, '+')) return std::nullopt;
    const auto hours = take_digits(text, 2);
    if (!hours || *hours > 23 || !take(text, ':')) return std::nullopt;
    const auto minutes = take_digits(text, 2);
    if (!minutes || *minutes > 59) return std::nullopt;
    const auto offset = *hours * 60 + *minutes;
    return west ? -offset : offset;
}

// A fraction of a second of any length after the point, cut to milliseconds.
std::optional<std::int64_t> take_fraction_ms(std::string_view& text) {
    if (!take(text, '.')) return 0;
    if (text.empty() || !is_digit(text.front())) return std::nullopt;
    std::int64_t ms = 0;
    std::int64_t unit = 100;
    while (!text.empty() && is_digit(text.front())) {
        ms += (text.front() - '0') * unit;
        unit /= 10;
        text.remove_prefix(1);
    }
    return ms;
}

}  // namespace

Result<Day> parse_date(std::string_view text) {
    const auto date = take_date(text);
    if (!date || !text.empty()) return not_a_date();
    return *date;
}

std::string print_date(Day date) {
    const date::year_month_day found{date::sys_days(date::days(date.number))};
    return digits(static_cast<int>(found.year()), 4) + "-" +
           digits(static_cast<unsigned>(found.month()), 2) + "-" +
           digits(static_cast<unsigned>(found.day()), 2);
}

Result<std::int32_t> parse_time_of_day(std::string_view text) {
    const Error refusal(ErrorCode::invalid_input, "This is no time of day. Write it as 07:30.");
    const bool short_hour = text.size() == 4;
    const auto hours = take_digits(text, short_hour ? 1 : 2);
    if (!hours || *hours > 23 || !take(text, ':')) return refusal;
    const auto minutes = take_digits(text, 2);
    if (!minutes || *minutes > 59 || !text.empty()) return refusal;
    return *hours * 60 + *minutes;
}

std::string print_time_of_day(std::int32_t minute) {
    return digits(minute / 60, 2) + ":" + digits(minute % 60, 2);
}

Result<Instant> parse_rfc3339(std::string_view text) {
    const auto date = take_date(text);
    if (!date) return not_a_moment();
    if (!take(text, 'T') && !take(text, 't') && !take(text, ' ')) return not_a_moment();
    const auto hours = take_digits(text, 2);
    if (!hours || *hours > 23 || !take(text, ':')) return not_a_moment();
    const auto minutes = take_digits(text, 2);
    if (!minutes || *minutes > 59 || !take(text, ':')) return not_a_moment();
    // 60 is a leap second, which our count of seconds does not have: the next one.
    const auto seconds = take_digits(text, 2);
    if (!seconds || *seconds > 60) return not_a_moment();
    const auto fraction_ms = take_fraction_ms(text);
    if (!fraction_ms) return not_a_moment();
    const auto offset_minutes = take_offset(text);
    if (!offset_minutes || !text.empty()) return not_a_moment();
    return Instant{date->number * ms_per_day + *hours * ms_per_hour +
                   (*minutes - *offset_minutes) * ms_per_minute + *seconds * ms_per_second +
                   *fraction_ms};
}

std::string print_rfc3339(Instant instant, std::int32_t offset_minutes) {
    const auto local_ms = instant.ms + offset_minutes * ms_per_minute;
    auto days = local_ms / ms_per_day;
    auto of_day = local_ms % ms_per_day;
    if (of_day < 0) {
        of_day += ms_per_day;
        --days;
    }
    auto text = print_date({static_cast<std::int32_t>(days)}) + "T" +
                print_time_of_day(static_cast<std::int32_t>(of_day / ms_per_minute)) + ":" +
                digits(of_day / ms_per_second % 60, 2);
    if (offset_minutes == 0) return text + "Z";
    const auto size = offset_minutes < 0 ? -offset_minutes : offset_minutes;
    return text + (offset_minutes < 0 ? "-" : "+") + print_time_of_day(size);
}

}  // namespace evenkeel
