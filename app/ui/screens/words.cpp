#include "app/ui/screens/words.h"

#include "core/domain/local_time.h"

#include <array>
#include <charconv>

namespace evenkeel::ui {
namespace {

constexpr std::uint32_t minutes_per_hour = 60;

constexpr std::array<std::string_view, 12> months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> weekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                      "Friday", "Saturday", "Sunday"};
constexpr std::size_t short_length = 3;

int number_at(std::string_view text, std::size_t from) {
    int value = 0;
    std::from_chars(text.data() + from, text.data() + from + 2, value);
    return value;
}

// From "2026-03-08".
int day_of_month(Day day) { return number_at(print_date(day), 8); }
std::string_view month_name(Day day) {
    return months[static_cast<std::size_t>(number_at(print_date(day), 5) - 1)];
}

}  // namespace

std::string duration(std::uint32_t minutes) {
    const std::uint32_t hours = minutes / minutes_per_hour;
    const std::uint32_t rest = minutes % minutes_per_hour;
    if (hours == 0) return std::to_string(rest) + " min";
    if (rest == 0) return std::to_string(hours) + " h";
    return std::to_string(hours) + " h " + std::to_string(rest) + " min";
}

std::string duration(const std::optional<std::uint32_t>& minutes) {
    return minutes ? duration(*minutes) : "not said";
}

std::string clock_time(std::uint32_t minute) {
    return print_time_of_day(static_cast<std::int32_t>(minute));
}

std::string_view weekday_name(Day day) { return weekdays[static_cast<std::size_t>(weekday(day))]; }
std::string_view weekday_short(Day day) { return weekday_name(day).substr(0, short_length); }
std::string_view weekday_letter(Day day) { return weekday_name(day).substr(0, 1); }

std::string long_day(Day day) {
    return std::string(weekday_name(day)) + " " + std::to_string(day_of_month(day)) + " " +
           std::string(month_name(day));
}

std::string short_day(Day day) {
    return std::to_string(day_of_month(day)) + " " +
           std::string(month_name(day).substr(0, short_length));
}

std::string weekday_and_date(Day day) {
    return std::string(weekday_short(day)) + " " + short_day(day);
}

std::string_view group_name(UseGroup group) {
    constexpr std::array<std::string_view, use_group_count> names = {"Internet", "Social media",
                                                                     "AI tools"};
    return names[index_of(group)];
}

std::string count_of(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

}  // namespace evenkeel::ui
