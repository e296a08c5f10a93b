// A text as a screen reader goes through it: by characters, words, sentences, lines and paragraphs.
// Pure. Places are counted in characters; those outside the text are taken as its nearest end.
#pragma once

#include "platform/accessibility.h"

#include <string_view>

namespace evenkeel::platform::accessible {

int character_count(std::string_view text);
std::string characters(std::string_view text, Range range);
// The code point there, U+FFFD for bytes that are none; 0 at the end.
std::uint32_t character_at(std::string_view text, int place);

enum class Unit {
    character,
    word,      // with the blanks after it
    sentence,  // the same
    line,      // as it is wrapped, with its break
    paragraph,
};
// The one a place is in. At the end of the text that is the last one, which is empty after a line
// break; there is no character there.
Range unit_at(const Text& text, int place, Unit unit);

// What must be taken out of `before`, and what put in at the same place, to get `after`: all that
// lies between what both begin and end with.
struct Edit {
    Range removed;   // of `before`
    Range inserted;  // of `after`
};
Edit edit_between(std::string_view before, std::string_view after);

}  // namespace evenkeel::platform::accessible
