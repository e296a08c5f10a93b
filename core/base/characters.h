// Text in UTF-8 one character at a time, and text from elsewhere made safe to show.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace evenkeel {

// Reads one code point at `at`, which lies inside `text`, and moves past it; nothing, and no move,
// where the bytes are no UTF-8 (overlong forms, surrogates and more than U+10FFFF included).
std::optional<std::uint32_t> next_code_point(std::string_view text, std::size_t& at);

// The first `count_max` characters, or all of them; a byte that is no UTF-8 counts as one.
std::string_view first_characters(std::string_view text, std::size_t count_max);

// Text from elsewhere, safe to show: control, direction-override and invisible characters and
// broken UTF-8 are left out, and it ends after `characters_max`.
std::string display_text(std::string_view text, std::size_t characters_max);
// The same line by line, each of at most limits::journal_characters_max: line breaks stay.
std::string display_lines(std::string_view text);

}  // namespace evenkeel
