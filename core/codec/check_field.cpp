#include "core/base/limits.h"
#include "core/codec/field_table.h"
#include "core/codec/fields.h"
#include "core/codec/when_bytes.h"
#include "core/delta/field_wire.h"
#include "core/domain/text.h"

namespace evenkeel::codec {

namespace {

using delta::FieldPart;
using delta::WireType;

Error not_this_field() {
    return {ErrorCode::damaged, "The bytes of a field are not what its number says."};
}
Error too_much() { return {ErrorCode::damaged, "A field is larger than this version allows."}; }

std::optional<std::uint64_t> number_in(const FieldPart& part) {
    if (part.type != WireType::varint) return std::nullopt;
    auto payload = part.payload;
    return delta::take_varint(payload);
}

Result<void> check_number(const FieldPart& part, std::uint64_t max) {
    const auto number = number_in(part);
    if (!number) return not_this_field();
    if (*number > max) return too_much();
    return {};
}

Result<void> check_time(const FieldPart& part) {
    const auto number = number_in(part);
    if (!number || !is_plausible_instant_s(static_cast<std::int64_t>(*number))) {
        return not_this_field();
    }
    return {};
}

Result<void> check_words(const FieldPart& part, std::size_t characters_max) {
    if (part.type != WireType::length) return not_this_field();
    if (part.payload.size() > limits::journal_bytes_max) return too_much();
    const auto characters = count_characters(as_text(part.payload));
    if (!characters) return not_this_field();
    if (*characters > characters_max) return too_much();
    return {};
}

// One value of a repeated number field, or several packed into one.
Result<void> check_numbers(const FieldPart& part, std::size_t& count) {
    if (part.type == WireType::varint) {
        ++count;
        return check_number(part, UINT32_MAX);
    }
    if (part.type != WireType::length) return not_this_field();
    for (auto rest = part.payload; !rest.empty(); ++count) {
        const auto number = delta::take_varint(rest);
        if (!number || *number > UINT32_MAX) return not_this_field();
    }
    return {};
}

Result<void> check_bytes(const FieldPart& part, std::size_t min, std::size_t max) {
    if (part.type != WireType::length || part.payload.size() < min) return not_this_field();
    if (part.payload.size() > max) return too_much();
    return {};
}

// An IntakeAnswer; fields of a newer version's answers need only be well-formed.
Result<void> check_answer(const FieldPart& part, std::size_t characters_max) {
    if (part.type != WireType::length) return not_this_field();
    std::size_t choices = 0;
    auto rest = part.payload;
    while (const auto inner = delta::take_field(rest)) {
        if (inner->number == 1) TRY(check_number(*inner, limits::day_minutes_max));
        if (inner->number == 2) TRY(check_numbers(*inner, choices));
        if (inner->number == 3) TRY(check_words(*inner, characters_max));
    }
    if (!rest.empty()) return not_this_field();
    return choices <= limits::intake_choice_max ? Result<void>() : too_much();
}

Result<void> check_part(const FieldRule& rule, const FieldPart& part, std::size_t& count) {
    switch (rule.shape) {
        case Shape::when:
            if (part.type != WireType::length || !read_when_bytes(part.payload)) {
                return not_this_field();
            }
            return {};
        case Shape::number:
            return check_number(part, rule.max);
        case Shape::time:
            return check_time(part);
        case Shape::text:
        case Shape::texts:
            return check_words(part, rule.max);
        case Shape::numbers:
            return check_numbers(part, count);
        case Shape::bytes:
            return check_bytes(part, 1, rule.max);
        case Shape::exactly:
            return check_bytes(part, rule.max, rule.max);
        case Shape::answer:
            return check_answer(part, rule.max);
    }
    return not_this_field();
}

std::size_t count_max(const FieldRule& rule) {
    if (rule.shape == Shape::texts) return limits::tags_per_entry_max;
    return rule.shape == Shape::numbers ? rule.max : 1;
}

}  // namespace

Result<void> check_field(std::uint32_t kind, std::uint32_t field, ByteView bytes) {
    if (bytes.empty()) return {};
    if (!delta::carries_only(bytes, field)) return not_this_field();
    const auto* rule = rule_of(kind, field);
    if (rule == nullptr) return {};

    std::size_t count = 0;
    while (const auto part = delta::take_field(bytes)) {
        if (rule->shape != Shape::numbers) ++count;
        TRY(check_part(*rule, *part, count));
        if (count > count_max(*rule)) return too_much();
    }
    return {};
}

}  // namespace evenkeel::codec
