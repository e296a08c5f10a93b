#include "core/codec/fields.h"
#include "core/codec/when_bytes.h"
#include "core/delta/field_wire.h"

namespace evenkeel::codec {

namespace {

using delta::FieldPart;
using delta::WireType;

constexpr std::uint32_t when_field = 1;
constexpr std::uint32_t subject_field = 4;

// Field 1 of a boundary's document, without reading the rest of it.
std::optional<EntityId> boundary_of_document(ByteView document) {
    while (const auto part = delta::take_field(document)) {
        if (part->number == 1 && part->type == WireType::length) {
            return EntityId::from(part->payload);
        }
    }
    return std::nullopt;
}

std::optional<EntityId> subject_of(EntityKind kind, const FieldPart& part) {
    if (part.type != WireType::length) return std::nullopt;
    switch (kind) {
        case EntityKind::boundary_version:
            return boundary_of_document(part.payload);
        case EntityKind::boundary_decision:
        case EntityKind::boundary_answer:
        case EntityKind::feedback:
        case EntityKind::agenda_item:
        case EntityKind::tool_card:
        case EntityKind::risk_acknowledgement:
        case EntityKind::record_view:  // the viewer
        case EntityKind::record_hold:  // the record
        case EntityKind::record_closed:
        case EntityKind::session_note:
        case EntityKind::boundary_review:
            return EntityId::from(part.payload);
        default:
            return std::nullopt;
    }
}

}  // namespace

EntityIndex index_of(std::uint32_t kind, ByteView fragment) {
    EntityIndex index;
    const bool known = !fields_of(kind).empty();
    const bool timed = known && static_cast<EntityKind>(kind) != EntityKind::person;
    while (const auto part = delta::take_field(fragment)) {
        if (timed && part->number == when_field && part->type == WireType::length) {
            if (const auto when = read_when_bytes(part->payload)) {
                index.day = when->day;
                index.instant = when->instant;
            }
        } else if (known && part->number == subject_field) {
            index.subject = subject_of(static_cast<EntityKind>(kind), *part);
        }
    }
    return index;
}

}  // namespace evenkeel::codec
