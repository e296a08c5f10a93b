// What this program can read. A store that was last opened by a program that could read less has
// things set aside that may be read now (R35).
#pragma once

#include "core/base/bytes.h"

namespace evenkeel::codec {

// Bytes that differ between two programs where one knows a kind, a field, a right or a rule that
// the other does not: to be kept and compared, nothing else.
[[nodiscard]] Bytes understanding();

}  // namespace evenkeel::codec
