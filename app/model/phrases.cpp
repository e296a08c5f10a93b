#include "app/model/phrases.h"

#include "core/domain/boundary_text.h"
#include "core/domain/duration.h"

#include <array>
#include <cstdlib>

namespace evenkeel::model {

namespace {

constexpr std::array<const char*, 7> day_names = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                  "Friday", "Saturday", "Sunday"};
constexpr std::array<const char*, 12> month_names = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::string clock_time(std::uint32_t minute) {
    return print_time_of_day(static_cast<std::int32_t>(minute));
}

struct Date {
    std::string weekday;
    std::string day_of_month;
    std::string month;
};

Date date_of(Day day) {
    // The text form is year-month-day; it is made by the one file that knows calendars.
    const std::string date = print_date(day);
    const auto number = [&](std::size_t at) {
        return static_cast<std::size_t>((date[at] - '0') * 10 + (date[at + 1] - '0'));
    };
    return {.weekday = day_names[static_cast<std::size_t>(weekday(day))],
            .day_of_month = std::to_string(number(date.size() - 2)),
            .month = month_names[number(date.size() - 5) - 1]};
}

struct Title {
    const BoundaryDocument& document;

    std::string operator()(const DailyLimit& limit) const {
        return capitalised(describe_groups(limit.groups)) + ", at most " +
               limit_duration(limit.minutes_max);
    }
    std::string operator()(const WeeklyLimit& limit) const {
        return capitalised(describe_groups(limit.groups)) + ", at most " +
               limit_duration(limit.minutes_max) + " a week";
    }
    std::string operator()(const Curfew& curfew) const {
        return "No " + describe_groups(curfew.groups) + " " + clock_time(curfew.from_minute) +
               " to " + clock_time(curfew.to_minute);
    }
    std::string operator()(const Attested& attested) const { return attested.statement.reveal(); }
    template <typename Other>
    std::string operator()(const Other&) const {
        return document.text.reveal();
    }
};

}  // namespace

std::string limit_duration(std::uint32_t minutes) {
    return minutes < 120 ? std::to_string(minutes) + " min" : short_duration(minutes);
}

std::string group_title(UseGroup group) { return capitalised(describe_groups({group})); }

std::string long_date(Day day) {
    const Date date = date_of(day);
    return date.weekday + " " + date.day_of_month + " " + date.month;
}

std::string short_date(Day day) {
    constexpr std::size_t short_length = 3;
    const Date date = date_of(day);
    return date.weekday.substr(0, short_length) + " " + date.day_of_month + " " +
           date.month.substr(0, short_length);
}

std::string full_date(Day day) {
    const Date date = date_of(day);
    return date.day_of_month + " " + date.month + " " + print_date(day).substr(0, 4);
}

std::string relative_day(Day day, Day today) {
    if (day == today) return "today";
    if (day == today + -1) return "yesterday";
    return long_date(day);
}

std::string near_day(Day day, Day today) {
    constexpr std::int32_t week = 7;
    const bool is_near = day < today + -1 && today - day < week;
    return is_near ? day_names[static_cast<std::size_t>(weekday(day))] : relative_day(day, today);
}

std::string clock_words(Instant instant, const std::string& zone) {
    const auto time = local_time(instant, zone);
    return time.ok() ? print_time_of_day(time.value().minute) : "";
}

std::string relative_moment(Instant instant, const Moment& now) {
    const auto then = local_time(instant, now.zone);
    const auto here = local_time(now.instant, now.zone);
    if (!then.ok() || !here.ok()) return "";
    return relative_day(then.value().date, here.value().date) + " " +
           print_time_of_day(then.value().minute);
}

std::string count_of(std::size_t count, Literal one, Literal many) {
    return std::to_string(count) + " " + (count == 1 ? one.text : many.text);
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    return text;
}

std::string short_title(const BoundaryDocument& document) {
    return std::visit(Title{document}, document.terms.rule);
}

Day utc_day(Instant instant) { return {static_cast<std::int32_t>(instant.ms / ms_per_day)}; }

std::string wiped_words(const std::optional<Instant>& when) {
    if (!when) return "was asked to erase itself; not confirmed";
    return "erased itself on " + long_date(utc_day(*when));
}

std::string clock_line(std::int64_t ahead_ms) {
    const std::int64_t wrong_ms = std::abs(ahead_ms);
    const std::int64_t days = (wrong_ms + ms_per_day / 2) / ms_per_day;
    const std::string much =
        days > 1 ? std::to_string(days) + " days"
                 : print_duration(static_cast<std::uint32_t>(wrong_ms / ms_per_minute));
    return "This device's clock is " + much + (ahead_ms > 0 ? " ahead of" : " behind") +
           " the server's. Please set it; everything is still recorded.";
}

std::string early_line(std::size_t count, Instant until) {
    return std::to_string(count) +
           (count == 1 ? " change is dated in the future by a device whose clock is wrong; it waits"
                       : " changes are dated in the future by devices whose clock is wrong; they "
                         "wait") +
           " until " + print_rfc3339(until) + ", or until the clock is set and that device syncs.";
}

}  // namespace evenkeel::model
