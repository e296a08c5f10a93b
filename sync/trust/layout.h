// Fixed layouts: fields one after the other, numbers big-endian. The order of a layout's fields is
// said once, as a std::tie of them, and serves for writing and for reading.
#pragma once

#include "core/base/assert.h"
#include "core/base/ids.h"

#include <concepts>
#include <tuple>

namespace evenkeel::trust {

template <std::unsigned_integral Number>
ByteArray<sizeof(Number)> big_endian(Number value) {
    ByteArray<sizeof(Number)> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<Byte>(value >> (8 * (bytes.size() - 1 - i)));
    }
    return bytes;
}

inline void append_field(Bytes& target, ByteView bytes) { append(target, bytes); }
template <typename Tag>
void append_field(Bytes& target, const Id16<Tag>& id) {
    append(target, id.view());
}
template <std::unsigned_integral Number>
void append_field(Bytes& target, Number number) {
    append(target, big_endian(number));
}

template <std::size_t size>
void take_field(ByteView& rest, ByteArray<size>& target) {
    ASSERT(size <= rest.size());
    std::copy_n(rest.begin(), size, target.begin());
    rest = rest.subspan(size);
}
template <typename Tag>
void take_field(ByteView& rest, Id16<Tag>& target) {
    take_field(rest, target.bytes);
}
template <std::unsigned_integral Number>
void take_field(ByteView& rest, Number& target) {
    ByteArray<sizeof(Number)> bytes{};
    take_field(rest, bytes);
    target = read_big_endian<Number>(bytes);
}

template <typename... Fields>
void append_fields(Bytes& target, const std::tuple<Fields...>& fields) {
    std::apply([&](const auto&... field) { (append_field(target, field), ...); }, fields);
}
// Reads from the front and returns what is left. The caller has checked the length.
template <typename... Fields>
ByteView take_fields(ByteView bytes, const std::tuple<Fields&...>& fields) {
    std::apply([&](auto&... field) { (take_field(bytes, field), ...); }, fields);
    return bytes;
}

// The first bytes of a digest, where it serves as a short name.
template <std::size_t size>
ByteArray<size> first_bytes(const Hash32& digest) {
    ByteArray<size> bytes{};
    std::copy_n(digest.begin(), size, bytes.begin());
    return bytes;
}

}  // namespace evenkeel::trust
