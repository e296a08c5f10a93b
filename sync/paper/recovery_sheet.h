// The practice's recovery sheet as it stands on paper.
//
//   four lines of 8 seed bytes: 13 base 32 characters and 3 check characters in four groups. The
//   check characters depend on the line's number, so that lines cannot be swapped unnoticed.
#pragma once

#include "core/base/result.h"
#include "sync/trust/recovery.h"

#include <string>

namespace evenkeel::paper {

// Four lines "XXXX-XXXX-XXXX-XXXX", each ending in '\n'.
std::string format_recovery_sheet(const trust::RecoverySeed& seed);
// Takes the lines in order, in either case, with any white space and dashes. One wrong character is
// refused, and the sentence names the line.
Result<trust::RecoverySeed> parse_recovery_sheet(std::string_view text);

}  // namespace evenkeel::paper
