// Separates what a C++ file does from what it says.
#pragma once

#include <string>
#include <string_view>

namespace evenkeel::tidy {

// Returns `text` with comments and the contents of string and character literals replaced by
// spaces. Line breaks and columns stay where they are.
std::string blank_words(std::string_view text);

}  // namespace evenkeel::tidy
