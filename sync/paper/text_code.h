// Bytes as characters a person can type: Crockford's base 32 with check characters.
#pragma once

#include "core/base/bytes.h"

#include <optional>
#include <string>

namespace evenkeel::paper {

// Upper case, without I, L, O, U; the last character is filled up with zero bits.
std::string encode_crockford(ByteView bytes);
// Reads what encode_crockford writes for that many bytes, and nothing else. What a person typed
// goes through `as_printed` first.
std::optional<Bytes> decode_crockford(std::string_view text, std::size_t byte_count);

// A typed character as it was printed: upper case, and I and L are 1, O is 0.
char as_printed(char typed);
// The same for a whole code, without the white space and dashes between its groups.
std::string as_printed(std::string_view typed);

// `text` in groups of four, with dashes between them.
std::string in_groups(std::string_view text);

// `count` characters such that one wrong character, or two neighbours swapped, anywhere in `text`
// or in them is always noticed, and anything else with odds of 32^count. With a context (at most
// five bits are taken from each byte of `salt`) the same text under another context differs.
std::string check_characters(std::string_view text, std::size_t count, ByteView salt);

}  // namespace evenkeel::paper
