#include "core/base/assert.h"
#include "core/codec/batch.h"
#include "core/codec/batch_wire.h"
#include "proto/delta.pb.h"

namespace evenkeel::codec {

namespace {

using delta::Action;
using delta::Delta;

// A shorter field costs no more where it is than an index to it would.
constexpr std::size_t shared_field_bytes_min = 4;

void pack_covers(const std::vector<delta::ValueRef>& covers,
                 google::protobuf::RepeatedPtrField<proto::CoveredValues>& target) {
    proto::CoveredValues* last = nullptr;
    for (const auto& ref : covers) {
        if (last == nullptr || last->delta() != ref.delta) {
            last = target.Add();
            last->set_delta(ref.delta);
        }
        last->add_fields(ref.field);
    }
}

void pack_redaction(const Delta& delta, proto::RedactionOfField& target) {
    target.set_field(delta.redacted_field);
    for (const auto& value : delta.redacted) {
        ASSERT(value.ref.field == delta.redacted_field);
        auto& packed = *target.add_values();
        packed.set_delta(value.ref.delta);
        packed.set_clock(value.clock);
        packed.mutable_replaces()->Add(value.replaces.begin(), value.replaces.end());
    }
}

void pack_action(const Delta& delta, proto::PackedDelta& packed) {
    switch (delta.action) {
        case Action::write:
            return;
        case Action::deletion:
            return pack_covers(delta.covers, *packed.mutable_deletion()->mutable_covers());
        case Action::retirement:
            packed.mutable_retirement()->set_successor(delta.successor);
            return pack_covers(delta.covers, *packed.mutable_retirement()->mutable_covers());
        case Action::redaction:
            return pack_redaction(delta, *packed.mutable_redaction());
    }
}

}  // namespace

struct BatchWriter::State {
    DeviceId author;
    std::size_t bytes_max = 0;
    std::size_t size = wire::header_bytes;
    delta::ClockStamp clock_base = 0;
    delta::ClockStamp clock_last = 0;
    std::vector<Bytes> shared;
    std::size_t shared_size = 0;
    Bytes deltas;               // records of field 2
    proto::PackedDelta packed;  // kept between calls for the memory it holds

    void pack(const Delta& delta, const ShareableField& shareable);
    void pack_fields(const Delta& delta, const ShareableField& shareable);
    void pack_value(const Delta& delta, const delta::FieldChange& change,
                    const ShareableField& shareable);
    bool put_on_table(const Bytes& value);
};

// True if the value is now named by its index in the table.
bool BatchWriter::State::put_on_table(const Bytes& value) {
    for (std::size_t i = 0; i < shared.size(); ++i) {
        if (shared[i] != value) continue;
        packed.add_shared(static_cast<std::uint32_t>(i));
        return true;
    }
    if (shared.size() == wire::shared_fields_max) return false;
    packed.add_shared(static_cast<std::uint32_t>(shared.size()));
    shared.push_back(value);
    shared_size += wire::record_size(value.size());
    return true;
}

void BatchWriter::State::pack_value(const Delta& delta, const delta::FieldChange& change,
                                    const ShareableField& shareable) {
    const auto& value = change.value;
    if (value.empty()) {
        packed.add_cleared(change.number);
        return;
    }
    const bool fits =
        value.size() >= shared_field_bytes_min && value.size() <= wire::shared_field_bytes_max;
    if (fits && shareable && shareable(delta.kind, change.number) && put_on_table(value)) return;
    packed.mutable_fragment()->append(as_text(value));
}

void BatchWriter::State::pack_fields(const Delta& delta, const ShareableField& shareable) {
    for (const auto& change : delta.fields) {
        pack_value(delta, change, shareable);
        if (change.replaces.empty() && change.generation == 0) continue;
        auto& replacement = *packed.add_replaces();
        replacement.set_field(change.number);
        replacement.set_generation(change.generation);
        replacement.mutable_deltas()->Add(change.replaces.begin(), change.replaces.end());
    }
}

void BatchWriter::State::pack(const Delta& delta, const ShareableField& shareable) {
    packed.Clear();
    packed.mutable_entity()->assign(as_text(delta.entity.view()));
    packed.set_kind(delta.kind);
    packed.set_clock_step(static_cast<std::int64_t>(delta.clock - clock_last));
    if (delta.id != read_big_endian<DeltaId>(delta.entity.view())) packed.set_id(delta.id);
    if (delta.origin != author) packed.mutable_origin()->assign(as_text(delta.origin.view()));
    packed.set_revision(delta.revision);
    packed.set_generation(delta.generation);
    packed.set_must_understand(delta.must_understand);
    pack_fields(delta, shareable);
    pack_action(delta, packed);
}

BatchWriter::BatchWriter(DeviceId author, std::size_t bytes_max)
    : state_(std::make_unique<State>()) {
    state_->author = author;
    state_->bytes_max = bytes_max;
}
BatchWriter::~BatchWriter() = default;
BatchWriter::BatchWriter(BatchWriter&&) noexcept = default;
BatchWriter& BatchWriter::operator=(BatchWriter&&) noexcept = default;

bool BatchWriter::add(const Delta& delta, const ShareableField& shareable) {
    State& state = *state_;
    const std::size_t table_before = state.shared.size();
    const std::size_t table_size_before = state.shared_size;
    if (empty()) state.clock_last = delta.clock;
    state.pack(delta, shareable);

    const std::size_t packed_size = state.packed.ByteSizeLong();
    const std::size_t size =
        state.size + (state.shared_size - table_size_before) + wire::record_size(packed_size);
    if (size > state.bytes_max) {
        state.shared.resize(table_before);
        state.shared_size = table_size_before;
        return false;
    }
    if (empty()) state.clock_base = delta.clock;
    state.deltas.push_back(wire::deltas_tag);
    wire::append_varint(state.deltas, packed_size);
    state.deltas.resize(state.deltas.size() + packed_size);
    Byte* const place = state.deltas.data() + state.deltas.size() - packed_size;
    state.packed.SerializeWithCachedSizesToArray(place);
    state.clock_last = delta.clock;
    state.size = size;
    return true;
}

std::size_t BatchWriter::size() const { return state_->size; }
bool BatchWriter::empty() const { return state_->deltas.empty(); }

Bytes BatchWriter::finish() {
    State& state = *state_;
    Bytes body;
    body.reserve(state.size);
    wire::append_header(body, state.clock_base);
    for (const auto& field : state.shared) wire::append_record(body, wire::shared_tag, field);
    append(body, state.deltas);
    ASSERT(body.size() == state.size);
    state.size = wire::header_bytes;
    state.clock_base = state.clock_last = 0;
    state.shared.clear();
    state.shared_size = 0;
    state.deltas.clear();
    return body;
}

}  // namespace evenkeel::codec
