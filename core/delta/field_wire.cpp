#include "core/delta/field_wire.h"

namespace evenkeel::delta {

namespace {

constexpr std::size_t varint_bytes_max = 10;

// Like take_varint, but only the shortest form: a last byte of zero adds nothing to the number.
std::optional<std::uint64_t> take_short_varint(ByteView& rest) {
    ByteView left = rest;
    const auto value = take_varint(left);
    if (!value) return std::nullopt;
    const std::size_t taken = rest.size() - left.size();
    if (taken > 1 && rest[taken - 1] == 0) return std::nullopt;
    rest = left;
    return value;
}

// Takes what follows a tag of this type off the front of `rest`.
std::optional<ByteView> take_payload(WireType type, ByteView& rest) {
    std::uint64_t size = 0;
    switch (type) {
        case WireType::varint: {
            ByteView left = rest;
            if (!take_varint(left)) return std::nullopt;
            size = rest.size() - left.size();
            break;
        }
        case WireType::fixed64:
            size = 8;
            break;
        case WireType::fixed32:
            size = 4;
            break;
        case WireType::length: {
            const auto length = take_short_varint(rest);
            if (!length) return std::nullopt;
            size = *length;
            break;
        }
        default:
            return std::nullopt;  // groups, and types that were never given out
    }
    if (size > rest.size()) return std::nullopt;
    const ByteView payload = rest.first(static_cast<std::size_t>(size));
    rest = rest.subspan(payload.size());
    return payload;
}

}  // namespace

std::optional<std::uint64_t> take_varint(ByteView& rest) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < rest.size() && i < varint_bytes_max; ++i) {
        const std::uint64_t digit = rest[i] & 0x7FU;
        if (i == varint_bytes_max - 1 && rest[i] > 1) return std::nullopt;  // more than 64 bits
        value |= digit << (7 * i);
        if (rest[i] < 0x80U) {
            rest = rest.subspan(i + 1);
            return value;
        }
    }
    return std::nullopt;
}

std::optional<FieldPart> take_field(ByteView& rest) {
    ByteView left = rest;
    const auto tag = take_short_varint(left);
    if (!tag || (*tag >> 3) == 0 || (*tag >> 3) > field_number_max) return std::nullopt;
    FieldPart part;
    part.number = static_cast<std::uint32_t>(*tag >> 3);
    part.type = static_cast<WireType>(*tag & 7U);
    const auto payload = take_payload(part.type, left);
    if (!payload) return std::nullopt;
    part.payload = *payload;
    part.bytes = rest.first(rest.size() - left.size());
    rest = left;
    return part;
}

Result<std::map<std::uint32_t, Bytes>> split_fields(ByteView fragment) {
    std::map<std::uint32_t, Bytes> fields;
    while (const auto part = take_field(fragment)) append(fields[part->number], part->bytes);
    if (!fragment.empty()) {
        return Error(ErrorCode::damaged, "The bytes of a change are not fields of a message.");
    }
    return fields;
}

bool carries_only(ByteView bytes, std::uint32_t field) {
    if (bytes.empty()) return false;
    while (const auto part = take_field(bytes)) {
        if (part->number != field) return false;
    }
    return bytes.empty();
}

}  // namespace evenkeel::delta
