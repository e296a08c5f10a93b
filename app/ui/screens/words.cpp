#include "app/ui/screens/words.h"

#include "app/model/phrases.h"
#include "core/domain/local_time.h"

#include <array>

namespace evenkeel::ui {
namespace {

constexpr std::uint32_t minutes_per_hour = 60;

}  // namespace

// The signs of hours and minutes are the same in every language here.
std::string duration(std::uint32_t minutes) {
    const std::uint32_t hours = minutes / minutes_per_hour;
    const std::uint32_t rest = minutes % minutes_per_hour;
    if (hours == 0) return std::to_string(rest) + " min";
    if (rest == 0) return std::to_string(hours) + " h";
    return std::to_string(hours) + " h " + std::to_string(rest) + " min";
}

std::string duration(const std::optional<std::uint32_t>& minutes) {
    return minutes ? duration(*minutes) : tr("not said");
}

std::string clock_time(std::uint32_t minute) {
    return print_time_of_day(static_cast<std::int32_t>(minute));
}

std::string_view weekday_name(Day day) { return model::weekday_name(day); }
std::string_view weekday_short(Day day) { return model::weekday_short(day); }
std::string_view weekday_letter(Day day) { return model::weekday_letter(day); }
std::string long_day(Day day) { return model::long_date(day); }
std::string short_day(Day day) { return model::day_and_month(day); }
std::string weekday_and_date(Day day) { return model::short_date(day); }

std::string_view group_name(UseGroup group) { return model::group_name(group); }

}  // namespace evenkeel::ui
