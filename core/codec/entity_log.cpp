#include "core/codec/entity_log.h"

#include "core/codec/byte_cursor.h"

namespace evenkeel::codec {

using delta::Action;
using delta::Copy;
using delta::Delta;

namespace {

// The first byte of every log; a later layout takes the next number.
constexpr Byte layout = 1;

// The origins already written, so that a device that edited often is named once.
using Origins = std::vector<DeviceId>;

void write_numbers(ByteWriter& out, const std::vector<DeltaId>& ids) {
    out.varint(ids.size());
    for (const DeltaId id : ids) out.fixed(id);
}

void write_action(ByteWriter& out, const Delta& delta) {
    out.varint(delta.fields.size());
    for (const auto& change : delta.fields) {
        // The lowest bit says whether a generation of the field's own follows.
        out.varint(std::uint64_t{change.number} << 1 | (change.generation != 0 ? 1U : 0U));
        if (change.generation != 0) out.varint(change.generation);
        out.bytes(change.value);
        write_numbers(out, change.replaces);
    }
    if (delta.action == Action::write) return;
    out.varint(delta.covers.size());
    for (const auto& ref : delta.covers) {
        out.fixed(ref.delta);
        out.varint(ref.field);
    }
    out.fixed(delta.successor);
    out.varint(delta.redacted_field);
    out.varint(delta.redacted.size());
    for (const auto& value : delta.redacted) {
        out.fixed(value.ref.delta);
        out.varint(value.ref.field);
        out.fixed(value.clock);
        write_numbers(out, value.replaces);
    }
}

void write_origin(ByteWriter& out, const DeviceId& origin, Origins& origins) {
    const auto place = std::find(origins.begin(), origins.end(), origin);
    out.varint(static_cast<std::uint64_t>(place - origins.begin()));
    if (place == origins.end()) {
        out.raw(origin.view());
        origins.push_back(origin);
    }
}

void write_copy(ByteWriter& out, const Copy& copy, Origins& origins) {
    const Delta& delta = copy.delta;
    const bool plain = delta.revision == 0 && delta.generation == 0 && delta.must_understand == 0;
    out.byte(static_cast<Byte>(static_cast<unsigned>(copy.vault) |
                               static_cast<unsigned>(delta.action) << 3 | (plain ? 0U : 64U)));
    out.fixed(delta.id);
    out.fixed(delta.clock);
    out.varint(delta.kind);
    write_origin(out, delta.origin, origins);
    if (!plain) {
        out.varint(delta.revision);
        out.varint(delta.generation);
        out.varint(delta.must_understand);
    }
    write_action(out, delta);
}

void read_numbers(ByteReader& in, std::vector<DeltaId>& ids) {
    ids.resize(in.count(8));
    for (DeltaId& id : ids) id = in.fixed();
}

void read_action(ByteReader& in, Delta& delta) {
    delta.fields.resize(in.count(3));
    for (auto& change : delta.fields) {
        const std::uint64_t head = in.varint();
        change.number = static_cast<std::uint32_t>(head >> 1);
        if ((head & 1) != 0) change.generation = in.small();
        change.value = to_bytes(in.bytes());
        read_numbers(in, change.replaces);
    }
    if (delta.action == Action::write) return;
    delta.covers.resize(in.count(9));
    for (auto& ref : delta.covers) {
        ref.delta = in.fixed();
        ref.field = in.small();
    }
    delta.successor = in.fixed();
    delta.redacted_field = in.small();
    delta.redacted.resize(in.count(18));
    for (auto& value : delta.redacted) {
        value.ref.delta = in.fixed();
        value.ref.field = in.small();
        value.clock = in.fixed();
        read_numbers(in, value.replaces);
    }
}

DeviceId read_origin(ByteReader& in, Origins& origins) {
    const std::uint64_t index = in.varint();
    if (index < origins.size()) return origins[index];
    const DeviceId origin = DeviceId::from(in.raw(16)).value_or(DeviceId{});
    origins.push_back(origin);
    return origin;
}

Copy read_copy(ByteReader& in, EntityId entity, Origins& origins) {
    Copy copy;
    Delta& delta = copy.delta;
    const Byte head = in.byte();
    copy.vault = static_cast<delta::VaultType>(head & 7);
    delta.action = static_cast<Action>((head >> 3) & 7);
    delta.entity = entity;
    delta.id = in.fixed();
    delta.clock = in.fixed();
    delta.kind = in.small();
    delta.origin = read_origin(in, origins);
    if ((head & 64) != 0) {
        delta.revision = in.small();
        delta.generation = in.small();
        delta.must_understand = in.small();
    }
    read_action(in, delta);
    const bool known = copy.vault >= delta::VaultType::care &&
                       copy.vault <= delta::VaultType::notes && delta.action <= Action::redaction;
    if (!known) in.fail();
    return copy;
}

Error damaged() { return {ErrorCode::damaged, "A stored entry is damaged."}; }

}  // namespace

Bytes encode_log(const delta::EntityLog& log) {
    ByteWriter out;
    Origins origins;
    out.byte(layout);
    out.varint(log.copies().size());
    for (const Copy& copy : log.copies()) write_copy(out, copy, origins);
    return std::move(out).finish();
}

Result<delta::EntityLog> decode_log(ByteView bytes, EntityId entity) {
    ByteReader in(bytes);
    if (in.byte() != layout) return damaged();
    std::vector<Copy> copies(in.count(20));
    Origins origins;
    for (Copy& copy : copies) copy = read_copy(in, entity, origins);
    if (!in.ok() || !in.at_end()) return damaged();
    return delta::EntityLog(std::move(copies));
}

Bytes encode_delta(const Delta& delta) {
    ByteWriter out;
    Origins origins;
    out.byte(layout);
    out.raw(delta.entity.view());
    // The vault is kept beside a waiting delta; any valid one stands in for it here.
    write_copy(out, {.vault = delta::VaultType::care, .delta = delta}, origins);
    return std::move(out).finish();
}

Result<Delta> decode_delta(ByteView bytes) {
    ByteReader in(bytes);
    if (in.byte() != layout) return damaged();
    const EntityId entity = EntityId::from(in.raw(16)).value_or(EntityId{});
    Origins origins;
    Copy copy = read_copy(in, entity, origins);
    if (!in.ok() || !in.at_end()) return damaged();
    return std::move(copy.delta);
}

}  // namespace evenkeel::codec
