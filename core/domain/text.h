// Characters as people count them: code points of UTF-8, never bytes.
#pragma once

#include "core/base/phi.h"
#include "core/base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evenkeel {

// What a person typed.
using PhiText = Phi<std::string>;

// The number of code points, or nothing if `text` is not valid UTF-8 (overlong forms, surrogates
// and code points above U+10FFFF included).
std::optional<std::size_t> count_characters(std::string_view text);

// Refuses text that is not valid UTF-8 or has more than `characters_max` characters. `name` is what
// the sentence calls it: "The note" gives "The note has 2100 characters; 2000 are the most."
[[nodiscard]] Result<void> check_text(std::string_view text, Literal name,
                                      std::size_t characters_max);

// The same for a field that may be blank.
[[nodiscard]] Result<void> check_text(const std::optional<PhiText>& text, Literal name,
                                      std::size_t characters_max);

// Without the spaces and the full stop that people leave around what they type, A to Z as a to z:
// what two people typed is the same word if these are equal.
std::string plain_words(std::string_view text);

// "a", "a and b", "a, b and c".
std::string joined(const std::vector<std::string>& words);

}  // namespace evenkeel
