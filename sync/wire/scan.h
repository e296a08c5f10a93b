// A look at protobuf bytes before the parser sees them: how often each field occurs, and how deep
// messages nest. The parser allocates an object per submessage, so a megabyte of empty ones would
// cost a hundred; here they are counted and refused first, without allocating anything.
#pragma once

#include "core/base/bytes.h"

#include <optional>
#include <span>

namespace evenkeel::wire {

struct MessageShape;

struct FieldShape {
    std::uint32_t number = 0;
    std::uint32_t count_max = 1;
    const MessageShape* message = nullptr;  // null for anything but a submessage
};

// A message's fields. Others may occur (a newer version's), but only `unknown_fields_max` times.
struct MessageShape {
    std::span<const FieldShape> fields;
};

constexpr std::uint32_t unknown_fields_max = 64;
constexpr std::size_t shape_fields_max = 16;

// Whether `bytes` are well-formed protobuf that fits the shape. Groups are refused.
[[nodiscard]] bool fits_shape(ByteView bytes, const MessageShape& shape);

}  // namespace evenkeel::wire
