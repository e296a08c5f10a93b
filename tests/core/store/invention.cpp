#include "tests/core/store/invention.h"

#include "core/codec/byte_cursor.h"
#include "core/codec/field_table.h"
#include "core/codec/fields.h"
#include "core/delta/field_wire.h"

namespace evenkeel::test {

using codec::ByteWriter;
using codec::FieldRule;
using codec::Shape;
using delta::WireType;

namespace {

constexpr std::uint32_t time_field = 1;
constexpr std::uint32_t zone_field = 2;

constexpr std::uint32_t answer_text_field = 3;  // within an IntakeAnswer

// What a newer program has in every kind: numbers that none of them uses today.
constexpr std::uint32_t newer_choice = 90;
constexpr std::uint32_t newer_text = 91;
constexpr std::uint32_t newer_number = 92;
constexpr std::uint32_t newer_list = 93;

void tag(ByteWriter& out, std::uint32_t field, WireType type) {
    out.varint((field << 3) | static_cast<std::uint32_t>(type));
}

Bytes number(std::uint32_t field, std::uint64_t value) {
    ByteWriter out;
    tag(out, field, WireType::varint);
    out.varint(value);
    return std::move(out).finish();
}

Bytes holding(std::uint32_t field, ByteView payload) {
    ByteWriter out;
    tag(out, field, WireType::length);
    out.bytes(payload);
    return std::move(out).finish();
}

Bytes when_payload(Instant now) {
    Bytes payload = number(1, static_cast<std::uint64_t>(now.ms / ms_per_second));
    const auto day = static_cast<std::uint64_t>(now.ms / ms_per_day);
    append(payload, number(3, day * 2));  // as sint32 writes it
    return payload;
}

Bytes random_bytes(Chance& chance, std::size_t size) {
    Bytes bytes(size);
    for (Byte& byte : bytes) byte = static_cast<Byte>(chance.below(256));
    return bytes;
}

}  // namespace

std::uint32_t Invention::kind(Version version) {
    static const std::vector<std::uint32_t> known = [] {
        std::vector<std::uint32_t> kinds;
        for (std::uint32_t kind = 1; kind < newer_kind; ++kind) {
            if (!codec::fields_of(kind).empty()) kinds.push_back(kind);
        }
        return kinds;
    }();
    if (version == Version::newer && chance_.percent(20)) return newer_kind;
    return known[chance_.below(static_cast<std::uint32_t>(known.size()))];
}

Bytes Invention::value(std::uint32_t kind, std::uint32_t field, char mark, Instant now) {
    const FieldRule* rule = codec::rule_of(kind, field);
    if (rule == nullptr) return newer_value(field, mark);
    if (field == zone_field) {
        return holding(field, as_bytes(chance_.percent(80) ? "UTC" : "Europe/Vienna"));
    }
    switch (rule->shape) {
        case Shape::when:
            return holding(field, when_payload(now));
        case Shape::number:
            return number(field, chance_.below(std::min(rule->max, 10U) + 1));
        case Shape::time:
            return number(field, static_cast<std::uint64_t>(now.ms / ms_per_second));
        case Shape::text:
            return holding(field, as_bytes(words(mark)));
        case Shape::texts: {
            Bytes all;
            for (std::uint32_t count = 1 + chance_.below(3); count > 0; --count) {
                append(all, holding(field, as_bytes(words(mark))));
            }
            return all;
        }
        case Shape::numbers: {
            const auto packed = random_bytes(chance_, 1 + chance_.below(rule->max));
            Bytes payload;
            for (const Byte one : packed) payload.push_back(one % 4);
            return holding(field, payload);
        }
        case Shape::bytes:
            return holding(field, random_bytes(chance_, 1 + chance_.below(40)));
        case Shape::exactly:
            return holding(field, random_bytes(chance_, rule->max));
        case Shape::answer:
            return holding(field, holding(answer_text_field, as_bytes(words(mark))));
    }
    return {};
}

Bytes Invention::newer_value(std::uint32_t field, char mark) {
    switch (field) {
        case newer_choice: {
            // One branch of a choice; a mixture of two would be neither person's.
            const std::uint32_t branch = 1 + chance_.below(3);
            const Bytes words_of_it = holding(branch, as_bytes(words(mark)));
            return holding(field, branch == 3 ? number(3, ++words_) : words_of_it);
        }
        case newer_list: {
            Bytes all;
            for (std::uint32_t count = 1 + chance_.below(3); count > 0; --count) {
                append(all, number(field, chance_.below(1000)));
            }
            return all;
        }
        case newer_text:
            return holding(field, as_bytes(words(mark)));
        default:
            return number(field, chance_.below(5));
    }
}

std::vector<std::uint32_t> known_fields(std::uint32_t kind, Version version) {
    const auto known = codec::fields_of(kind);
    std::vector<std::uint32_t> fields(known.begin(), known.end());
    if (version == Version::this_one) return fields;
    if (kind == newer_kind) fields = {time_field, zone_field};
    fields.insert(fields.end(), {newer_choice, newer_text, newer_number, newer_list});
    return fields;
}

bool is_text(std::uint32_t kind, std::uint32_t field) {
    const auto texts = codec::text_fields(kind);
    return field == newer_text || std::find(texts.begin(), texts.end(), field) != texts.end();
}

std::optional<char> mark_in(std::uint32_t kind, std::uint32_t field, ByteView value) {
    const FieldRule* rule = codec::rule_of(kind, field);
    const bool is_answer = rule != nullptr && rule->shape == Shape::answer;
    const bool texts =
        rule != nullptr && (rule->shape == Shape::text || rule->shape == Shape::texts);
    if (field == zone_field || !(texts || is_answer || field == newer_text)) return std::nullopt;
    auto part = delta::take_field(value);
    if (part && is_answer) {
        ByteView inside = part->payload;
        part = delta::take_field(inside);
    }
    if (!part || part->payload.empty()) return std::nullopt;
    return static_cast<char>(part->payload.front());
}

}  // namespace evenkeel::test
