// Walks the top level of protobuf bytes without knowing their type: tags, lengths, nothing more.
#pragma once

#include <map>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace evenkeel::delta {

// Splits a fragment into its fields: number -> all bytes of that field, tags included, in the order
// they came. Refuses truncated bytes, groups, field number 0 and numbers above 2^29-1. Never reads
// past the view and never recurses.
[[nodiscard]] Result<std::map<std::uint32_t, Bytes>> split_fields(ByteView fragment);

// True if `bytes` are one or more well-formed occurrences of exactly that field.
[[nodiscard]] bool carries_only(ByteView bytes, std::uint32_t field);

}  // namespace evenkeel::delta
