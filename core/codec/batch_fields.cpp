#include "core/codec/batch_fields.h"

#include "core/base/limits.h"
#include "core/codec/batch_wire.h"
#include "core/delta/field_wire.h"

#include <algorithm>

namespace evenkeel::codec {

namespace {
constexpr Reason too_many_fields = "A change has more fields than one may.";
constexpr Reason said_twice = "A field is set twice in one change.";
}  // namespace

FieldReader::FieldReader(const std::vector<ByteView>& shared) {
    for (const ByteView bytes : shared) {
        Shared entry;
        ByteView rest = bytes;
        const auto first = delta::take_field(rest);
        const bool good = first && bytes.size() <= wire::shared_field_bytes_max &&
                          delta::carries_only(bytes, first->number);
        if (good) entry = {first->number, bytes};
        shared_.push_back(entry);
    }
}

FieldReader::Slot* FieldReader::find(std::uint32_t number) {
    // The parts of one field lie side by side, so the last slot is nearly always the one or none
    // is.
    for (auto slot = slots_.rbegin(); slot != slots_.rend(); ++slot) {
        if (slot->change.number == number) return &*slot;
    }
    return nullptr;
}

void FieldReader::place(std::uint32_t number, ByteView value, Source source) {
    if (Slot* const slot = find(number)) {
        // Parts of a repeated field belong together; anything else is said twice.
        if (source == Source::fragment) {
            append(slot->change.value, value);
        } else {
            slot->bad = said_twice;
        }
        return;
    }
    auto& slot = slots_.emplace_back();
    slot.change.number = number;
    slot.change.value.assign(value.begin(), value.end());
}

Reason FieldReader::read_fragment(ByteView fragment) {
    while (const auto part = delta::take_field(fragment)) {
        place(part->number, part->bytes, Source::fragment);
        if (slots_.size() > limits::fields_per_delta_max) return too_many_fields;
    }
    return fragment.empty() ? nullptr : "The bytes of a change are not fields of a message.";
}

Reason FieldReader::read_shared(const proto::PackedDelta& packed) {
    for (const std::uint32_t index : packed.shared()) {
        if (index >= shared_.size() || shared_[index].number == 0) {
            reference_reason_ = "A change shares a field that is not there.";
            continue;
        }
        place(shared_[index].number, shared_[index].bytes, Source::shared);
        if (slots_.size() > limits::fields_per_delta_max) return too_many_fields;
    }
    return nullptr;
}

Reason FieldReader::read_cleared(const proto::PackedDelta& packed) {
    for (const std::uint32_t number : packed.cleared()) {
        if (number == 0 || number > delta::field_number_max) {
            reference_reason_ = "A change clears a field that cannot be.";
            continue;
        }
        place(number, {}, Source::cleared);
        if (slots_.size() > limits::fields_per_delta_max) return too_many_fields;
    }
    return nullptr;
}

Reason FieldReader::read_replaces(const proto::PackedDelta& packed) {
    std::size_t count = 0;
    for (const auto& replacement : packed.replaces()) {
        count += static_cast<std::size_t>(replacement.deltas_size());
        if (count > limits::replaces_per_delta_max) {
            return "A change replaces more values than one may.";
        }
        Slot* const slot = find(replacement.field());
        if (slot == nullptr) {
            reference_reason_ = "A change replaces values of a field that it does not set.";
            continue;
        }
        if (slot->replaced) slot->bad = "A field names twice what it replaces.";
        slot->replaced = true;
        slot->change.generation = replacement.generation();
        const auto& ids = replacement.deltas();
        if (std::find(ids.begin(), ids.end(), DeltaId{0}) != ids.end()) {
            slot->bad = "A field replaces a change without an id.";
        }
        slot->change.replaces.assign(ids.begin(), ids.end());
    }
    return nullptr;
}

Reason FieldReader::read(const proto::PackedDelta& packed, std::vector<delta::FieldChange>& fields,
                         Reason& field_reason) {
    slots_.clear();
    reference_reason_ = nullptr;
    if (const Reason reason = read_fragment(as_bytes(packed.fragment()))) return reason;
    if (const Reason reason = read_shared(packed)) return reason;
    if (const Reason reason = read_cleared(packed)) return reason;
    if (const Reason reason = read_replaces(packed)) return reason;

    std::sort(slots_.begin(), slots_.end(),
              [](const Slot& a, const Slot& b) { return a.change.number < b.change.number; });
    field_reason = reference_reason_;
    fields.reserve(slots_.size());
    for (auto& slot : slots_) {
        if (slot.bad != nullptr) {
            field_reason = slot.bad;
        } else {
            fields.push_back(std::move(slot.change));
        }
    }
    // An action that this version does not know looks like a change of nothing.
    if (fields.empty() && field_reason == nullptr) return "A change changes nothing known here.";
    return nullptr;
}

}  // namespace evenkeel::codec
