// The terminal a person sits at, if there is one.
#pragma once

#include "core/base/result.h"

#include <string>

namespace evenkeel::platform {

// Whether somebody can answer a question on standard input.
[[nodiscard]] bool is_person_at_terminal();

// Asks on standard error and reads one line without showing it; the terminal is as before
// afterwards. Fails if nobody is there to answer.
Result<std::string> ask_hidden(const std::string& question);

}  // namespace evenkeel::platform
