#include "app/model/phrases.h"

#include "core/domain/duration.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace evenkeel::model {

namespace {

constexpr std::array<Literal, 7> day_names = {
    tr_later("Monday"), tr_later("Tuesday"),  tr_later("Wednesday"), tr_later("Thursday"),
    tr_later("Friday"), tr_later("Saturday"), tr_later("Sunday")};
constexpr std::array<Literal, 7> short_day_names = {
    tr_later("Mon"), tr_later("Tue"), tr_later("Wed"), tr_later("Thu"),
    tr_later("Fri"), tr_later("Sat"), tr_later("Sun")};
constexpr std::array<Literal, 12> month_names = {
    tr_later("January"),   tr_later("February"), tr_later("March"),    tr_later("April"),
    tr_later("May"),       tr_later("June"),     tr_later("July"),     tr_later("August"),
    tr_later("September"), tr_later("October"),  tr_later("November"), tr_later("December")};
constexpr std::array<Literal, 12> short_month_names = {
    tr_later_as("short month", "Jan"), tr_later_as("short month", "Feb"),
    tr_later_as("short month", "Mar"), tr_later_as("short month", "Apr"),
    tr_later_as("short month", "May"), tr_later_as("short month", "Jun"),
    tr_later_as("short month", "Jul"), tr_later_as("short month", "Aug"),
    tr_later_as("short month", "Sep"), tr_later_as("short month", "Oct"),
    tr_later_as("short month", "Nov"), tr_later_as("short month", "Dec")};

std::string clock_time(std::uint32_t minute) {
    return print_time_of_day(static_cast<std::int32_t>(minute));
}

struct Date {
    std::string day;    // of the month
    std::size_t month;  // from 0
    std::string year;
};

Date date_of(Day day) {
    // The text form is year-month-day; it is made by the one file that knows calendars.
    const std::string date = print_date(day);
    const auto number = [&](std::size_t at) {
        return static_cast<std::size_t>((date[at] - '0') * 10 + (date[at + 1] - '0'));
    };
    const std::size_t of_month = number(date.size() - 2);
    // The first of a month has a form of its own in French.
    return {.day = of_month == 1 ? tr_as("day of a month", "1") : std::to_string(of_month),
            .month = number(date.size() - 5) - 1,
            .year = date.substr(0, 4)};
}

std::string spelled_duration(std::uint32_t minutes) {
    const std::uint32_t hours = minutes / 60;
    const std::uint32_t rest = minutes % 60;
    if (hours == 0) return tr_n("{0} minute", "{0} minutes", rest);
    const std::string whole = tr_n("{0} hour", "{0} hours", hours);
    return rest == 0 ? whole : whole + " " + tr_n("{0} minute", "{0} minutes", rest);
}

struct Title {
    const BoundaryDocument& document;

    std::string operator()(const DailyLimit& limit) const {
        return tr("{0}, at most {1}", capitalised(group_words(limit.groups)),
                  limit_duration(limit.minutes_max));
    }
    std::string operator()(const WeeklyLimit& limit) const {
        return tr("{0}, at most {1} a week", capitalised(group_words(limit.groups)),
                  limit_duration(limit.minutes_max));
    }
    std::string operator()(const Curfew& curfew) const {
        return tr("No {0} {1} to {2}", group_words(curfew.groups), clock_time(curfew.from_minute),
                  clock_time(curfew.to_minute));
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

std::string group_words(const std::vector<UseGroup>& groups) {
    std::vector<std::string> words;
    for (const UseGroup group : {UseGroup::internet, UseGroup::social, UseGroup::ai}) {
        if (std::ranges::find(groups, group) == groups.end()) continue;
        words.emplace_back(group == UseGroup::internet ? tr("internet")
                           : group == UseGroup::social ? tr("social media")
                                                       : tr("AI"));
    }
    return words.empty() || words.size() == use_group_count ? tr("screen use") : listed(words);
}

const char* group_name(UseGroup group) {
    switch (group) {
        case UseGroup::internet:
            return tr("Internet");
        case UseGroup::social:
            return tr("Social media");
        case UseGroup::ai:
            break;
    }
    return tr("AI tools");
}

std::string group_title(UseGroup group) { return capitalised(group_words({group})); }

std::string listed(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool is_last = i + 1 == words.size();
        text = i == 0    ? words[i]
               : is_last ? tr("{0} and {1}", text, words[i])
                         : tr("{0}, {1}", text, words[i]);
    }
    return text;
}

const char* weekday_name(Day day) { return tr(day_names[static_cast<std::size_t>(weekday(day))]); }
const char* weekday_short(Day day) {
    return tr(short_day_names[static_cast<std::size_t>(weekday(day))]);
}
const char* weekday_letter(Day day) {
    switch (weekday(day)) {
        case Weekday::monday:
            return tr_as("Monday", "M");
        case Weekday::tuesday:
            return tr_as("Tuesday", "T");
        case Weekday::wednesday:
            return tr_as("Wednesday", "W");
        case Weekday::thursday:
            return tr_as("Thursday", "T");
        case Weekday::friday:
            return tr_as("Friday", "F");
        case Weekday::saturday:
            return tr_as("Saturday", "S");
        case Weekday::sunday:
            break;
    }
    return tr_as("Sunday", "S");
}

std::string day_and_month(Day day) {
    const Date date = date_of(day);
    return tr_as("14 May: day, short month", "{0} {1}", date.day,
                 tr_as("short month", short_month_names.at(date.month)));
}

std::string long_date(Day day) {
    const Date date = date_of(day);
    return tr_as("Friday 27 November: weekday, day, month", "{0} {1} {2}", weekday_name(day),
                 date.day, tr(month_names.at(date.month)));
}

std::string short_date(Day day) {
    return tr_as("Fri 27 Nov: short weekday, day and month", "{0} {1}", weekday_short(day),
                 day_and_month(day));
}

std::string full_date(Day day) {
    const Date date = date_of(day);
    return tr_as("27 November 2026: day, month, year", "{0} {1} {2}", date.day,
                 tr(month_names.at(date.month)), date.year);
}

std::string relative_day(Day day, Day today) {
    if (day == today) return tr("today");
    if (day == today + -1) return tr("yesterday");
    return long_date(day);
}

std::string near_day(Day day, Day today) {
    constexpr std::int32_t week = 7;
    const bool is_near = day < today + -1 && today - day < week;
    return is_near ? weekday_name(day) : relative_day(day, today);
}

std::string clock_words(Instant instant, const std::string& zone) {
    const auto time = local_time(instant, zone);
    return time.ok() ? print_time_of_day(time.value().minute) : "";
}

std::string relative_moment(Instant instant, const Moment& now) {
    const auto then = local_time(instant, now.zone);
    const auto here = local_time(now.instant, now.zone);
    if (!then.ok() || !here.ok()) return "";
    return tr_as("today 20:00: day, time", "{0} {1}",
                 relative_day(then.value().date, here.value().date),
                 print_time_of_day(then.value().minute));
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
    if (!when) return tr("was asked to erase itself; not confirmed");
    return tr("erased itself on {0}", long_date(utc_day(*when)));
}

std::string clock_line(std::int64_t ahead_ms) {
    const std::int64_t wrong_ms = std::abs(ahead_ms);
    const std::int64_t days = (wrong_ms + ms_per_day / 2) / ms_per_day;
    const std::string much =
        days > 1 ? tr_n("{0} day", "{0} days", static_cast<std::size_t>(days))
                 : spelled_duration(static_cast<std::uint32_t>(wrong_ms / ms_per_minute));
    return ahead_ms > 0 ? tr("This device's clock is {0} ahead of the server's. Please set it; "
                             "everything is still recorded.",
                             much)
                        : tr("This device's clock is {0} behind the server's. Please set it; "
                             "everything is still recorded.",
                             much);
}

std::string early_line(std::size_t count, Instant until) {
    return tr_n(
        "{0} change is dated in the future by a device whose clock is wrong; it waits until {1}, "
        "or until the clock is set and that device syncs.",
        "{0} changes are dated in the future by devices whose clock is wrong; they wait until {1}, "
        "or until the clock is set and that device syncs.",
        count, print_rfc3339(until));
}

}  // namespace evenkeel::model
