// Bytes that travel or are stored, and the views onto them.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace evenkeel {

using Byte = std::uint8_t;
using Bytes = std::vector<Byte>;
using ByteView = std::span<const Byte>;

template <std::size_t size>
using ByteArray = std::array<Byte, size>;

using Hash32 = ByteArray<32>;

// Views the characters of `text` as bytes; valid as long as `text` is.
inline ByteView as_bytes(std::string_view text) {
    return {reinterpret_cast<const Byte*>(text.data()), text.size()};
}

// Views bytes as characters (for protobuf and SQLite); valid as long as `bytes` are.
inline std::string_view as_text(ByteView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

inline std::string to_string(ByteView bytes) { return std::string(as_text(bytes)); }
inline Bytes to_bytes(ByteView bytes) { return Bytes(bytes.begin(), bytes.end()); }

inline void append(Bytes& target, ByteView source) {
    target.insert(target.end(), source.begin(), source.end());
}

// Big-endian integers, as all our fixed layouts use them.
template <typename Unsigned>
void append_big_endian(Bytes& target, Unsigned value) {
    for (std::size_t shift = sizeof(Unsigned) * 8; shift > 0; shift -= 8) {
        target.push_back(static_cast<Byte>(value >> (shift - 8)));
    }
}

// `bytes` must hold at least sizeof(Unsigned) bytes.
template <typename Unsigned>
Unsigned read_big_endian(ByteView bytes) {
    Unsigned value = 0;
    for (std::size_t i = 0; i < sizeof(Unsigned); ++i) {
        value = static_cast<Unsigned>((value << 8) | bytes[i]);
    }
    return value;
}

}  // namespace evenkeel
