// The code a new server prints, with which a practice is created there once.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <string>

namespace evenkeel::paper {

using SetupCode = ByteArray<16>;

// Base 32 in groups, with two check characters at the end.
std::string setup_code_text(const SetupCode& code);
// Takes either case, look-alikes and any white space and dashes; refuses any one wrong character.
Result<SetupCode> parse_setup_code(std::string_view text);

}  // namespace evenkeel::paper
