#include "core/base/limits.h"
#include "core/codec/batch.h"
#include "core/codec/batch_fields.h"
#include "core/codec/batch_wire.h"
#include "core/delta/field_wire.h"
#include "proto/delta.pb.h"

#include <algorithm>
#include <array>
#include <optional>

namespace evenkeel::codec {

namespace {

using delta::Action;
using delta::Delta;
using delta::WireType;

// The body's outer layer: views into it.
struct Layers {
    delta::ClockStamp clock_base = 0;
    std::vector<ByteView> deltas;
    std::vector<ByteView> shared;
};

std::uint64_t read_fixed64(ByteView bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i) value |= std::uint64_t{bytes[i]} << (8 * i);
    return value;
}

Result<Layers> read_layers(ByteView body) {
    if (body.size() > limits::envelope_body_bytes_max) {
        return Error(ErrorCode::damaged, "A batch of changes is larger than an envelope can be.");
    }
    Layers layers;
    std::uint64_t version = 0;
    while (const auto part = delta::take_field(body)) {
        const Byte tag = part->bytes.front();
        ByteView payload = part->payload;
        if (tag == wire::version_tag) version = delta::take_varint(payload).value_or(0);
        if (tag == wire::clock_base_tag) layers.clock_base = read_fixed64(payload);
        if (tag == wire::deltas_tag) layers.deltas.push_back(payload);
        if (tag == wire::shared_tag) layers.shared.push_back(payload);
    }
    if (!body.empty()) {
        return Error(ErrorCode::damaged, "A batch of changes cannot be read to its end.");
    }
    if (version != wire::version) {
        return Error(ErrorCode::unsupported, "A batch of changes was written by a newer version.");
    }
    if (layers.shared.size() > wire::shared_fields_max) {
        return Error(ErrorCode::damaged, "A batch of changes shares more fields than it may.");
    }
    return layers;
}

// The step of a delta that is no PackedDelta, if its top level can be walked that far.
std::optional<std::int64_t> find_clock_step(ByteView packed) {
    std::int64_t step = 0;
    while (const auto part = delta::take_field(packed)) {
        if (part->number != proto::PackedDelta::kClockStepFieldNumber) continue;
        ByteView payload = part->payload;
        if (part->type != WireType::varint) return std::nullopt;
        const std::uint64_t zigzag = delta::take_varint(payload).value_or(0);
        step = static_cast<std::int64_t>((zigzag >> 1) ^ (~(zigzag & 1) + 1));
    }
    if (!packed.empty()) return std::nullopt;
    return step;
}

Reason read_covers(const google::protobuf::RepeatedPtrField<proto::CoveredValues>& packed,
                   std::vector<delta::ValueRef>& covers) {
    for (const auto& values : packed) {
        if (values.delta() == 0) return "A deletion names a change without an id.";
        for (const std::uint32_t field : values.fields()) {
            if (covers.size() == limits::replaces_per_delta_max) {
                return "A deletion covers more values than one change may.";
            }
            covers.push_back({values.delta(), field});
        }
    }
    return nullptr;
}

Reason read_redaction(const proto::RedactionOfField& packed, Delta& delta) {
    delta.redacted_field = packed.field();
    if (packed.field() == 0 || packed.field() > delta::field_number_max) {
        return "A redaction names no field.";
    }
    std::size_t references = 0;
    for (const auto& value : packed.values()) {
        references += 1 + static_cast<std::size_t>(value.replaces_size());
        if (references > limits::replaces_per_delta_max) {
            return "A redaction remembers more values than one change may.";
        }
        if (value.delta() == 0) return "A redaction names a change without an id.";
        auto& redacted = delta.redacted.emplace_back();
        redacted.ref = {value.delta(), packed.field()};
        redacted.clock = value.clock();
        redacted.replaces.assign(value.replaces().begin(), value.replaces().end());
    }
    return nullptr;
}

Reason read_action(const proto::PackedDelta& packed, Delta& delta) {
    switch (packed.action_case()) {
        case proto::PackedDelta::kDeletion:
            delta.action = Action::deletion;
            return read_covers(packed.deletion().covers(), delta.covers);
        case proto::PackedDelta::kRetirement:
            delta.action = Action::retirement;
            delta.successor = packed.retirement().successor();
            if (delta.successor == 0) return "A retirement names no successor.";
            return read_covers(packed.retirement().covers(), delta.covers);
        case proto::PackedDelta::kRedaction:
            delta.action = Action::redaction;
            return read_redaction(packed.redaction(), delta);
        case proto::PackedDelta::ACTION_NOT_SET:
            return nullptr;
    }
    return nullptr;
}

bool has_fields(const proto::PackedDelta& packed) {
    return !packed.fragment().empty() || packed.shared_size() != 0 || packed.cleared_size() != 0 ||
           packed.replaces_size() != 0;
}

// Who, what and when; everything but the change itself.
Reason read_head(const proto::PackedDelta& packed, DeviceId author, Delta& delta) {
    if (packed.must_understand() > must_understand_max) {
        return "A change follows a rule of a newer version.";
    }
    if (packed.part() != 0 || packed.parts() != 0) return "A change is in parts, a newer form.";
    const auto entity = EntityId::from(packed.entity());
    if (!entity || entity->is_none()) return "A change names no entry.";
    if (packed.kind() == 0) return "A change names no kind of entry.";
    delta.entity = *entity;
    delta.kind = packed.kind();
    delta.id = packed.has_id() ? packed.id() : read_big_endian<DeltaId>(entity->view());
    if (delta.id == 0) return "A change has no id.";
    delta.origin = author;
    if (!packed.origin().empty()) {
        const auto origin = DeviceId::from(packed.origin());
        if (!origin || origin->is_none()) return "A change names no device it comes from.";
        delta.origin = *origin;
    }
    delta.revision = packed.revision();
    delta.generation = packed.generation();
    return nullptr;
}

// Reads bodies; kept small enough that a hostile one only ever costs its own size times a constant.
class BatchReader {
public:
    BatchReader(const Layers& layers, DeviceId author)
        : layers_(layers), author_(author), fields_(layers.shared) {}

    DecodedBatch read() && {
        decoded_.deltas.reserve(layers_.deltas.size());
        delta::ClockStamp clock = layers_.clock_base;
        bool clock_known = true;
        for (const ByteView bytes : layers_.deltas) {
            const bool parsed =
                packed_.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
            const auto step = parsed ? packed_.clock_step() : find_clock_step(bytes);
            const delta::ClockStamp before = clock;
            clock += static_cast<delta::ClockStamp>(step.value_or(0));
            if (!parsed) {
                park(bytes, before, "A change is not in the form of one.");
                clock_known = clock_known && step.has_value();
            } else if (!clock_known) {
                park(bytes, before, "A change follows one whose time cannot be read.");
            } else {
                read_delta(bytes, before, clock);
            }
        }
        return std::move(decoded_);
    }

private:
    void read_delta(ByteView bytes, delta::ClockStamp before, delta::ClockStamp clock) {
        Delta delta;
        delta.clock = clock;
        Reason reason = read_head(packed_, author_, delta);
        if (reason == nullptr) reason = read_action(packed_, delta);
        if (reason == nullptr && delta.action != Action::write && has_fields(packed_)) {
            reason = "A change says two things at once.";
        }
        Reason field_reason = nullptr;
        if (reason == nullptr && delta.action == Action::write) {
            reason = fields_.read(packed_, delta.fields, field_reason);
        }
        if (reason != nullptr || field_reason != nullptr) {
            park(bytes, before, reason != nullptr ? reason : field_reason);
        }
        const bool applies = delta.action != Action::write || !delta.fields.empty();
        if (reason == nullptr && applies) decoded_.deltas.push_back(std::move(delta));
    }

    // The delta as a body of its own, so that a later version can read it without its neighbours.
    void park(ByteView bytes, delta::ClockStamp before, Reason reason) {
        ParkedDelta parked;
        parked.reason = reason;
        wire::append_header(parked.bytes, before);
        if (packed_.shared_size() != 0) {
            for (const ByteView shared : layers_.shared) {
                wire::append_record(parked.bytes, wire::shared_tag, shared);
            }
        }
        wire::append_record(parked.bytes, wire::deltas_tag, bytes);
        decoded_.parked.push_back(std::move(parked));
    }

    const Layers& layers_;
    DeviceId author_;
    FieldReader fields_;
    proto::PackedDelta packed_;  // kept between deltas for the memory it holds
    DecodedBatch decoded_;
};

}  // namespace

Result<DecodedBatch> decode_batch(ByteView body, DeviceId author) {
    TRY_ASSIGN(const auto layers, read_layers(body));
    return BatchReader(layers, author).read();
}

}  // namespace evenkeel::codec
