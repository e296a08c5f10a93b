// The lines of text that the schedule of reminders and what became of them are kept in: words
// between single spaces.
#pragma once

#include "core/domain/reminder_schedule.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace evenkeel {

inline std::vector<std::vector<std::string>> words_of_lines(std::string_view text) {
    std::vector<std::vector<std::string>> lines;
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        std::vector<std::string>& words = lines.emplace_back();
        while (!line.empty()) {
            const std::string_view word = line.substr(0, line.find(' '));
            words.emplace_back(word);
            line.remove_prefix(std::min(line.size(), word.size() + 1));
        }
    }
    return lines;
}

inline std::optional<std::int64_t> read_number(std::string_view word) {
    std::int64_t number = 0;
    const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
    if (read.ec != std::errc{} || read.ptr != word.data() + word.size()) return std::nullopt;
    return number;
}

inline std::optional<ReminderMark> read_mark(std::string_view word) {
    const auto bytes = from_hex(word);
    ReminderMark mark{};
    if (!bytes || bytes->size() != mark.size()) return std::nullopt;
    std::copy(bytes->begin(), bytes->end(), mark.begin());
    return mark;
}

}  // namespace evenkeel
