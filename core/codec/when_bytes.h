// Reads a When without generated types: for every delta of a pull, many thousands at once.
#pragma once

#include "core/base/bytes.h"
#include "core/domain/when.h"

#include <optional>

namespace evenkeel::codec {

// Far beyond any life, and far from the overflow of milliseconds.
constexpr std::int64_t instant_s_max = 1'000'000'000'000;
constexpr bool is_plausible_instant_s(std::int64_t seconds) {
    return seconds > -instant_s_max && seconds < instant_s_max;
}

// The payload of a When, without its zone; nothing if it is damaged, or holds what validate()
// refuses of a time. A time missing in it is zero, as protobuf has it.
std::optional<When> read_when_bytes(ByteView payload);

}  // namespace evenkeel::codec
