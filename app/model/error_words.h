// What went wrong, in the language of the person who reads it. An error itself is English: it is
// logged, and the terminal says it.
#pragma once

#include <string>
#include <string_view>

namespace evenkeel::model {

// Of a sentence in assets/strings/errors.txt, its numbers in the places {0}, {1} of that line.
// As it is where no language has it.
std::string error_words(std::string_view english);

}  // namespace evenkeel::model
