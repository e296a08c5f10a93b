#include "app/model/overview_words.h"

#include "app/model/phrases.h"

#include <cmath>

namespace evenkeel::model {

namespace {

// Silence of a few days is ordinary; from here on it is said first.
constexpr std::int32_t stale_days = 3;
constexpr const char* too_few = "not enough days";

std::string days(std::size_t count) { return count_of(count, "day", "days"); }

// "up 40 min", "down 1", "unchanged"; the difference is in doubled units.
std::string change_words(const Compared& value, std::string (*print)(Median)) {
    const auto now = value.now->doubled;
    const auto before = value.before->doubled;
    if (now == before) return "unchanged";
    const Median size{.doubled = now > before ? now - before : before - now, .days = 0};
    return (now > before ? "up " : "down ") + print(size);
}

std::string print_points(Median median) { return median.text(); }
std::string print_minutes(Median median) { return short_duration(median.rounded()); }

std::string known_words(const Compared& value) { return "known on " + days(value.known_days); }

}  // namespace

std::string coverage_sentence(const KnownDays& known) {
    if (!known.quiet_days) return "Nothing was logged here yet.";
    std::string text;
    if (*known.quiet_days >= stale_days) {
        text = "Nothing for " + days(static_cast<std::size_t>(*known.quiet_days)) + ". ";
    }
    text += "Logged on " + std::to_string(known.logged) + " of " + days(known.all);
    if (known.late > 0) text += ", " + std::to_string(known.late) + " of them entered later";
    return text + ". Days without an entry are left blank.";
}

Tile mood_tile(const Compared& mood, std::size_t day_count) {
    Tile tile{.title = "Mood, median", .figure = too_few, .detail = known_words(mood)};
    if (!mood.now) return tile;
    tile.figure = mood.now->text() + " of 10";
    tile.detail = mood.before
                      ? change_words(mood, &print_points) + " on the " + days(day_count) + " before"
                      : "too few days before to compare";
    return tile;
}

Tile screen_time_tile(const Compared& total, const std::optional<std::uint32_t>& agreed,
                      std::size_t day_count) {
    Tile tile{
        .title = "Screen time, daily median", .figure = too_few, .detail = known_words(total)};
    if (!total.now) return tile;
    tile.figure = short_duration(total.now->rounded());
    tile.detail = agreed ? "agreed " + limit_duration(*agreed) + " · " : "";
    tile.detail += total.before ? change_words(total, &print_minutes) + " on the " +
                                      days(day_count) + " before"
                                : "too few days before to compare";
    return tile;
}

Tile kept_tile(const insight::Adherence& all) {
    Tile tile{.title = "Boundaries kept", .figure = too_few, .detail = {}};
    if (all.all() == 0) {
        tile.figure = "none yet";
        tile.detail = "no boundary was in force";
        return tile;
    }
    const auto percent = [](double rate) {
        return std::to_string(static_cast<int>(std::lround(rate * 100)));
    };
    if (all.enough) tile.figure = percent(all.rate) + " %";
    tile.detail =
        std::to_string(all.known()) + " of " + count_of(all.all(), "answer", "answers") + " known";
    if (all.enough) {
        tile.detail += " · likely " + percent(all.low) + " to " + percent(all.high) + " %";
    }
    return tile;
}

Tile logged_tile(const KnownDays& known) {
    return {.title = "Days logged",
            .figure = std::to_string(known.logged) + " of " + std::to_string(known.all),
            .detail = known.late == 0 ? "all on their day"
                                      : std::to_string(known.late) + " entered later"};
}

}  // namespace evenkeel::model
