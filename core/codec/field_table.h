// What each field of each kind holds, and how much. The private half of fields.h.
#pragma once

#include <cstdint>
#include <span>

namespace evenkeel::codec {

enum class Shape {
    when,     // a When message
    number,   // a varint of at most `max`
    time,     // seconds since 1970
    text,     // at most `max` characters
    texts,    // at most limits::tags_per_entry_max of at most `max` characters
    numbers,  // at most `count_max` varints, packed or not
    bytes,    // at most `max` bytes
    exactly,  // exactly `max` bytes
    answer,   // an IntakeAnswer, its text at most `max` characters
};

enum class Vocabulary { open, closed };

struct FieldRule {
    std::uint32_t number = 0;
    Shape shape = Shape::number;
    std::uint32_t max = 0;
    Vocabulary vocabulary = Vocabulary::open;
};

// Ascending by number; empty for kinds this version does not know.
std::span<const FieldRule> rules_of(std::uint32_t kind);

// Nothing if this version does not know the field.
const FieldRule* rule_of(std::uint32_t kind, std::uint32_t field);

}  // namespace evenkeel::codec
