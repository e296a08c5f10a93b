// The outer layer of a Batch, written by hand so that one bad delta inside cannot spoil the others.
// The private half of batch.h.
#pragma once

#include "core/base/bytes.h"

namespace evenkeel::codec::wire {

constexpr std::uint64_t version = 1;
constexpr std::size_t shared_fields_max = 32;
constexpr std::size_t shared_field_bytes_max = 64;

// The first byte of each field of Batch: its number and wire type.
constexpr Byte version_tag = 0x08;
constexpr Byte deltas_tag = 0x12;
constexpr Byte clock_base_tag = 0x19;
constexpr Byte shared_tag = 0x22;

// Version and clock base, which every body starts with.
constexpr std::size_t header_bytes = 2 + 9;

constexpr std::size_t varint_size(std::uint64_t value) {
    std::size_t size = 1;
    while (value >= 0x80) {
        value >>= 7;
        ++size;
    }
    return size;
}

// The size of a length-delimited field whose number is below 16.
constexpr std::size_t record_size(std::size_t payload) {
    return 1 + varint_size(payload) + payload;
}

inline void append_varint(Bytes& target, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) target.push_back(static_cast<Byte>(value | 0x80));
    target.push_back(static_cast<Byte>(value));
}

inline void append_header(Bytes& target, std::uint64_t clock_base) {
    target.push_back(version_tag);
    append_varint(target, version);
    target.push_back(clock_base_tag);
    for (int shift = 0; shift < 64; shift += 8) {
        target.push_back(static_cast<Byte>(clock_base >> shift));
    }
}

inline void append_record(Bytes& target, Byte tag, ByteView payload) {
    target.push_back(tag);
    append_varint(target, payload.size());
    append(target, payload);
}

}  // namespace evenkeel::codec::wire
