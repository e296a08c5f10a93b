#include "core/base/characters.h"

#include "core/base/limits.h"

namespace evenkeel {
namespace {

// Controls, and what changes direction or cannot be seen. Joiners (200C, 200D) are part of writing.
bool is_hidden(std::uint32_t point) {
    return (point < 0x20 && point != '\n') || (point >= 0x7F && point < 0xA0) || point == 0xAD ||
           point == 0x61C || point == 0x200B || point == 0x200E || point == 0x200F ||
           (point >= 0x2028 && point <= 0x202E) || (point >= 0x2060 && point <= 0x206F) ||
           point == 0xFEFF || (point >= 0xFFF0 && point <= 0xFFFB) ||
           (point >= 0xE0000 && point <= 0xE0FFF);
}

}  // namespace

std::optional<std::uint32_t> next_code_point(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<std::uint8_t>(text[at]);
    if (lead < 0x80) {
        ++at;
        return lead;
    }
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) return std::nullopt;

    std::uint32_t point = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const auto trail = static_cast<std::uint8_t>(text[at + i]);
        if ((trail & 0xC0U) != 0x80U) return std::nullopt;
        point = (point << 6) | (trail & 0x3FU);
    }
    const bool overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    if (overlong || surrogate || point > 0x10FFFF) return std::nullopt;
    at += length;
    return point;
}

std::string_view first_characters(std::string_view text, std::size_t count_max) {
    std::size_t at = 0;
    for (std::size_t count = 0; count < count_max && at < text.size(); ++count) {
        if (!next_code_point(text, at)) ++at;
    }
    return text.substr(0, at);
}

std::string display_text(std::string_view text, std::size_t characters_max) {
    std::string shown;
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size() && characters < characters_max;) {
        const std::size_t start = at;
        const auto point = next_code_point(text, at);
        if (!point) {
            ++at;
        } else if (!is_hidden(*point)) {
            shown += text.substr(start, at - start);
            ++characters;
        }
    }
    return shown;
}

std::string display_lines(std::string_view text) {
    std::string shown;
    while (true) {
        const std::size_t end = text.find('\n');
        shown += display_text(text.substr(0, end), limits::journal_characters_max);
        if (end == std::string_view::npos) return shown;
        shown += '\n';
        text.remove_prefix(end + 1);
    }
}

}  // namespace evenkeel
