// Writes and reads the compact layout that the store keeps logs in: varints, fixed eight bytes,
// bytes with their length.
#pragma once

#include "core/base/bytes.h"

namespace evenkeel::codec {

class ByteWriter {
public:
    void byte(Byte value) { bytes_.push_back(value); }
    void fixed(std::uint64_t value) { append_big_endian(bytes_, value); }
    void varint(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7) byte(static_cast<Byte>(value | 0x80));
        byte(static_cast<Byte>(value));
    }
    void raw(ByteView bytes) { append(bytes_, bytes); }
    void bytes(ByteView value) {
        varint(value.size());
        raw(value);
    }
    Bytes finish() && { return std::move(bytes_); }

private:
    Bytes bytes_;
};

// Reading past the end gives zeros and makes `ok()` false; nothing is ever read out of bounds.
class ByteReader {
public:
    explicit ByteReader(ByteView bytes) : rest_(bytes) {}

    Byte byte() {
        const ByteView one = raw(1);
        return one.empty() ? Byte{0} : one[0];
    }
    std::uint64_t fixed() {
        const ByteView eight = raw(8);
        return eight.empty() ? 0 : read_big_endian<std::uint64_t>(eight);
    }
    std::uint64_t varint() {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const Byte part = byte();
            value |= static_cast<std::uint64_t>(part & 0x7f) << shift;
            if ((part & 0x80) == 0) return value;
        }
        fail();
        return 0;
    }
    // A number that must fit 32 bits.
    std::uint32_t small() {
        const std::uint64_t value = varint();
        if (value > UINT32_MAX) fail();
        return static_cast<std::uint32_t>(value);
    }
    // How many items follow, each of at least `bytes_min` bytes: more than can be there is damage,
    // and never an allocation.
    std::uint64_t count(std::size_t bytes_min) {
        const std::uint64_t value = varint();
        if (value <= rest_.size() / bytes_min) return value;
        fail();
        return 0;
    }
    ByteView raw(std::size_t size) {
        if (size > rest_.size()) {
            fail();
            return {};
        }
        const ByteView part = rest_.first(size);
        rest_ = rest_.subspan(size);
        return part;
    }
    ByteView bytes() { return raw(count(1)); }

    void fail() {
        ok_ = false;
        rest_ = {};
    }
    [[nodiscard]] bool ok() const { return ok_; }
    [[nodiscard]] bool at_end() const { return rest_.empty(); }

private:
    ByteView rest_;
    bool ok_ = true;
};

}  // namespace evenkeel::codec
