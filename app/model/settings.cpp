#include "app/model/settings.h"

#include "core/base/characters.h"
#include "core/base/files.h"
#include "core/base/limits.h"
#include "core/domain/local_time.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace evenkeel::model {

namespace {

constexpr std::size_t look_bytes_max = 8 * 1024;  // four numbers in any script, and the rest
constexpr const char* settings_name = "model.settings";
constexpr std::uint32_t lock_minutes_max = 240;
constexpr std::uint32_t day_minutes = 24 * 60;
// Text is 85 to 200 percent of what the display proposes.
constexpr std::uint32_t text_percent_min = 85;
constexpr std::uint32_t text_percent_max = 200;

using Words = std::map<std::string, std::string>;

// "name word" lines; what is not of that form is passed over.
Words read_words(std::string_view text) {
    Words words;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        const std::size_t space = line.find(' ');
        if (space == std::string_view::npos) continue;
        words[std::string(line.substr(0, space))] = line.substr(space + 1);
    }
    return words;
}

std::string print_words(const Words& words) {
    std::string text;
    for (const auto& [name, word] : words) text += name + " " + word + "\n";
    return text;
}

// The number of that name if it is one within the range; else what is there already.
std::uint32_t number_or(const Words& words, const char* name, std::uint32_t otherwise,
                        std::uint32_t first, std::uint32_t last) {
    const auto found = words.find(name);
    if (found == words.end()) return otherwise;
    std::uint32_t number = 0;
    const char* const end = found->second.data() + found->second.size();
    const auto read = std::from_chars(found->second.data(), end, number);
    const bool good =
        read.ec == std::errc{} && read.ptr == end && number >= first && number <= last;
    return good ? number : otherwise;
}

bool is_country(std::string_view word) {
    constexpr std::size_t letters = 2;
    return word.size() == letters &&
           std::ranges::all_of(word, [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

std::uint32_t percent(double text_size) {
    return static_cast<std::uint32_t>(text_size * 100 + 0.5);
}

std::string number_name(std::size_t place) { return "number_" + std::to_string(place); }

// The parts of a number are lines without control characters, so a tab stands between them.
std::string print_number(const OwnNumber& number) {
    return number.name + "\t" + number.number + "\t" + number.hours;
}

std::optional<OwnNumber> read_number(const std::string& text) {
    const auto first = text.find('\t');
    const auto second = first == text.npos ? text.npos : text.find('\t', first + 1);
    if (second == text.npos) return std::nullopt;
    const auto safe = [](const std::string& part) {
        return display_text(part, limits::name_characters_max);
    };
    return OwnNumber{safe(text.substr(0, first)), safe(text.substr(first + 1, second - first - 1)),
                     safe(text.substr(second + 1))};
}

std::string look_path(const std::string& directory) { return directory + "/look"; }

}  // namespace

Settings read_look(const std::string& profile_directory) {
    Settings settings;
    const auto bytes = read_whole_file(look_path(profile_directory), look_bytes_max);
    if (!bytes.ok()) return settings;
    const Words words = read_words(as_text(bytes.value()));
    settings.text_size =
        number_or(words, "text_percent", 100, text_percent_min, text_percent_max) / 100.0;
    settings.theme = static_cast<Settings::ThemeWish>(number_or(words, "theme", 0, 0, 2));
    settings.reduced_motion = number_or(words, "reduced_motion", 0, 0, 1) == 1;
    const auto country = words.find("country");
    if (country != words.end() && is_country(country->second)) settings.country = country->second;
    const auto language = words.find("language");
    const bool is_known = language != words.end() && language_named(language->second);
    if (is_known) settings.language = language->second;
    for (std::size_t i = 0; i < limits::practice_numbers_max; ++i) {
        const auto found = words.find(number_name(i));
        auto number = found == words.end() ? std::nullopt : read_number(found->second);
        if (number) settings.own_numbers.push_back(*std::move(number));
    }
    return settings;
}

Result<void> write_look(const std::string& profile_directory, const Settings& settings) {
    TRY(make_private_directory(profile_directory));
    Words words = {{"text_percent", std::to_string(percent(settings.text_size))},
                   {"theme", std::to_string(static_cast<std::uint32_t>(settings.theme))},
                   {"reduced_motion", settings.reduced_motion ? "1" : "0"}};
    if (settings.quiet.from_minute >= day_minutes || settings.quiet.to_minute >= day_minutes) {
        return Error(ErrorCode::invalid_input, "Quiet hours have two times of day.");
    }
    if (!settings.country.empty()) words["country"] = settings.country;
    if (!settings.language.empty()) words["language"] = settings.language;
    for (std::size_t i = 0; i < settings.own_numbers.size(); ++i) {
        words[number_name(i)] = print_number(settings.own_numbers[i]);
    }
    return write_whole_file(look_path(profile_directory), as_bytes(print_words(words)));
}

Result<Settings> read_settings(store::Store& store, Settings look) {
    TRY_ASSIGN(const auto bytes, store.value(settings_name));
    if (!bytes) return look;
    const Words words = read_words(as_text(*bytes));
    look.lock_after_minutes =
        number_or(words, "lock_after", look.lock_after_minutes, 0, lock_minutes_max);
    look.check_in_minute = number_or(words, "check_in", look.check_in_minute, 0, day_minutes - 1);
    look.remind_closed = number_or(words, "remind_closed", 0, 0, 1) == 1;
    look.answer_outside = number_or(words, "answer_outside", 0, 0, 1) == 1;
    look.quiet.from_minute = number_or(words, "quiet_from", 0, 0, day_minutes - 1);
    look.quiet.to_minute = number_or(words, "quiet_to", 0, 0, day_minutes - 1);
    const auto from = words.find("reminders_from");
    const auto day = parse_date(from == words.end() ? "" : from->second);
    if (day.ok()) look.reminders_from = day.value();
    return look;
}

Result<void> write_settings(store::Store& store, const Settings& settings) {
    Words words = {{"lock_after", std::to_string(settings.lock_after_minutes)},
                   {"check_in", std::to_string(settings.check_in_minute)},
                   {"remind_closed", settings.remind_closed ? "1" : "0"},
                   {"answer_outside", settings.answer_outside ? "1" : "0"},
                   {"quiet_from", std::to_string(settings.quiet.from_minute)},
                   {"quiet_to", std::to_string(settings.quiet.to_minute)}};
    if (settings.reminders_from) words["reminders_from"] = print_date(*settings.reminders_from);
    return store.set_value(settings_name, as_bytes(print_words(words)));
}

Language language_of(const Settings& settings, std::string_view locale) {
    return language_named(settings.language).value_or(evenkeel::language_of(locale));
}

Result<void> validate(const Settings& settings) {
    const std::uint32_t size = percent(settings.text_size);
    if (size < text_percent_min || size > text_percent_max) {
        return Error(ErrorCode::invalid_input, "Text can be 85 to 200 percent of its usual size.");
    }
    if (settings.lock_after_minutes > lock_minutes_max) {
        return Error(ErrorCode::invalid_input, "The lock waits at most four hours.");
    }
    if (settings.check_in_minute >= day_minutes) {
        return Error(ErrorCode::invalid_input, "A reminder has a time of day.");
    }
    if (!settings.country.empty() && !is_country(settings.country)) {
        return Error(ErrorCode::invalid_input, "A country is named by two capital letters.");
    }
    if (!settings.language.empty() && !language_named(settings.language)) {
        return Error(ErrorCode::invalid_input, "This program does not speak that language.");
    }
    return {};
}

}  // namespace evenkeel::model
