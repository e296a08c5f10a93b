// Durations as people type them.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace evenkeel {

// Minutes, 0..1440, from "90", "90m", "90 min", "1h", "1h30", "1h30m", "1.5h", "1,5h" (a fraction
// gives the nearest minute). A bare number means minutes. The refusal says what to type instead.
[[nodiscard]] Result<std::uint32_t> parse_duration(std::string_view text);

// "45 minutes", "1 hour 30 minutes", "0 minutes".
std::string print_duration(std::uint32_t minutes);
// "3 h 05 min", "45 min", "2 h".
std::string short_duration(std::uint32_t minutes);

}  // namespace evenkeel
