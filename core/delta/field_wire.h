// Walks the top level of protobuf bytes without knowing their type: tags, lengths, nothing more.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <map>
#include <optional>

namespace evenkeel::delta {

constexpr std::uint32_t field_number_max = (1U << 29) - 1;

enum class WireType : std::uint8_t { varint = 0, fixed64 = 1, length = 2, fixed32 = 5 };

// One occurrence of a field; views into the bytes it was read from.
struct FieldPart {
    std::uint32_t number = 0;
    WireType type = WireType::varint;
    ByteView bytes;    // tag included
    ByteView payload;  // what follows the tag, and the length where there is one
};

// Takes the next field off the front of `rest`. Nothing at the end (`rest` is empty then) and at
// bytes that are no field (`rest` is left as it is). Tags and lengths must be of the shortest form,
// as every encoder writes them.
[[nodiscard]] std::optional<FieldPart> take_field(ByteView& rest);

// Takes a number of at most ten bytes off the front of `rest`, or nothing.
[[nodiscard]] std::optional<std::uint64_t> take_varint(ByteView& rest);

// Splits a fragment into its fields: number -> all bytes of that field, tags included, in the order
// they came. Refuses truncated bytes, groups, field number 0 and numbers above 2^29-1. Never reads
// past the view and never recurses.
[[nodiscard]] Result<std::map<std::uint32_t, Bytes>> split_fields(ByteView fragment);

// True if `bytes` are one or more well-formed occurrences of exactly that field.
[[nodiscard]] bool carries_only(ByteView bytes, std::uint32_t field);

}  // namespace evenkeel::delta
