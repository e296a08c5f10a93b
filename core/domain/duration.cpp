#include "core/domain/duration.h"

#include "core/base/limits.h"

#include <optional>

namespace evenkeel {

namespace {

Error not_a_duration() {
    return {ErrorCode::invalid_input,
            "This is no duration. Write minutes, as 90, or hours and minutes, as 1h30."};
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

// A whole number of at most five digits at the front; more is no duration anyone means.
std::optional<std::uint32_t> take_number(std::string_view& text) {
    std::uint32_t value = 0;
    std::size_t count = 0;
    while (count < text.size() && text[count] >= '0' && text[count] <= '9') {
        if (count == 5) return std::nullopt;
        value = value * 10 + static_cast<std::uint32_t>(text[count] - '0');
        ++count;
    }
    if (count == 0) return std::nullopt;
    text.remove_prefix(count);
    return value;
}

bool take_word(std::string_view& text, std::string_view word) {
    auto rest = trimmed(text);
    if (rest.size() < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char character = rest[i];
        const bool upper = character >= 'A' && character <= 'Z';
        if ((upper ? static_cast<char>(character + 32) : character) != word[i]) return false;
    }
    text = trimmed(rest.substr(word.size()));
    return true;
}

bool take_hours_word(std::string_view& text) {
    return take_word(text, "hours") || take_word(text, "hour") || take_word(text, "h");
}

bool take_minutes_word(std::string_view& text) {
    return take_word(text, "minutes") || take_word(text, "minute") || take_word(text, "min") ||
           take_word(text, "m");
}

Result<std::uint32_t> within_a_day(std::uint32_t minutes) {
    if (minutes > static_cast<std::uint32_t>(limits::day_minutes_max)) {
        return Error(ErrorCode::invalid_input, "A duration is at most 24 hours.");
    }
    return minutes;
}

// After "1." or "1,": the digits of a fraction of hours, which must say so.
Result<std::uint32_t> parse_fraction(std::uint32_t hours, std::string_view rest) {
    const auto digits = rest.size();
    const auto fraction = take_number(rest);
    if (!fraction) return not_a_duration();
    std::uint32_t unit = 1;
    for (auto i = rest.size(); i < digits; ++i) unit *= 10;
    if (!take_hours_word(rest) || !rest.empty()) return not_a_duration();
    return within_a_day(hours * 60 + (*fraction * 60 + unit / 2) / unit);
}

}  // namespace

Result<std::uint32_t> parse_duration(std::string_view text) {
    auto rest = trimmed(text);
    const auto first = take_number(rest);
    if (!first) return not_a_duration();
    if (rest.empty()) return within_a_day(*first);

    if (rest.front() == '.' || rest.front() == ',') return parse_fraction(*first, rest.substr(1));
    if (take_minutes_word(rest)) {
        if (!rest.empty()) return not_a_duration();
        return within_a_day(*first);
    }
    if (!take_hours_word(rest)) return not_a_duration();
    if (rest.empty()) return within_a_day(*first * 60);

    const auto minutes = take_number(rest);
    if (!minutes) return not_a_duration();
    take_minutes_word(rest);
    if (!rest.empty()) return not_a_duration();
    if (*minutes >= 60) {
        return Error(ErrorCode::invalid_input, "After hours, write less than 60 minutes.");
    }
    return within_a_day(*first * 60 + *minutes);
}

std::string print_duration(std::uint32_t minutes) {
    const auto hours = minutes / 60;
    const auto rest = minutes % 60;
    std::string text;
    if (hours > 0) text = std::to_string(hours) + (hours == 1 ? " hour" : " hours");
    if (rest == 0 && hours > 0) return text;
    if (hours > 0) text += " ";
    return text + std::to_string(rest) + (rest == 1 ? " minute" : " minutes");
}

std::string short_duration(std::uint32_t minutes) {
    const std::uint32_t hours = minutes / 60;
    const std::uint32_t rest = minutes % 60;
    if (hours == 0) return std::to_string(rest) + " min";
    const std::string text = std::to_string(hours) + " h";
    if (rest == 0) return text;
    return text + (rest < 10 ? " 0" : " ") + std::to_string(rest) + " min";
}

}  // namespace evenkeel
