// Bytes as characters a person can type: Crockford's base 32 with check characters.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <string>

namespace evenkeel::trust {

// Upper case, without I, L, O, U; the last character is filled up with zero bits.
std::string encode_crockford(ByteView bytes);
// Reads either case, I and L as 1, O as 0, and nothing else; filling bits must be zero.
std::optional<Bytes> decode_crockford(std::string_view text, std::size_t byte_count);

// `count` characters such that one wrong character, or two neighbours swapped, anywhere in `text`
// or in them is always noticed, and anything else with odds of 32^count. With a context (at most
// five bits are taken from each byte of `salt`) the same text under another context differs.
std::string check_characters(std::string_view text, std::size_t count, ByteView salt);

}  // namespace evenkeel::trust
