#include "core/codec/when_bytes.h"

#include "core/delta/field_wire.h"

namespace evenkeel::codec {

namespace {

// Signed numbers that are often negative travel folded: 0, -1, 1, -2 ...
std::int64_t unfolded(std::uint64_t number) {
    return static_cast<std::int64_t>(number >> 1) ^ -static_cast<std::int64_t>(number & 1U);
}

std::optional<std::int32_t> narrow(std::int64_t number) {
    const auto small = static_cast<std::int32_t>(number);
    return small == number ? std::optional(small) : std::nullopt;
}

bool read_into(When& when, std::uint32_t field, std::uint64_t number) {
    std::optional<std::int32_t> small;
    switch (field) {
        case 1: {
            const auto seconds = static_cast<std::int64_t>(number);
            if (!is_plausible_instant_s(seconds)) return false;
            when.instant = {seconds * ms_per_second};
            return true;
        }
        case 2:
            small = narrow(unfolded(number));
            if (small) when.offset_minutes = *small;
            return small.has_value();
        case 3:
            small = narrow(unfolded(number));
            if (small) when.day = {*small};
            return small.has_value();
        case 4:
            small = narrow(static_cast<std::int64_t>(number));
            if (small) when.day_start_minute = *small;
            return small.has_value();
        default:
            return true;  // of a newer version
    }
}

}  // namespace

std::optional<When> read_when_bytes(ByteView payload) {
    When when{.zone = "-"};  // its own field; any name will do for the check
    while (const auto part = delta::take_field(payload)) {
        if (part->number > 4) continue;
        auto digits = part->payload;
        const auto number =
            part->type == delta::WireType::varint ? delta::take_varint(digits) : std::nullopt;
        if (!number || !read_into(when, part->number, *number)) return std::nullopt;
    }
    if (!payload.empty() || !validate(when).ok()) return std::nullopt;
    when.zone.clear();
    return when;
}

}  // namespace evenkeel::codec
