#include "tests/core/store/witness.h"

#include "core/codec/fields.h"

#include <set>
#include <tuple>

namespace evenkeel::test {

using delta::Action;
using delta::Delta;
using delta::EntityLog;
using delta::ValueRef;

namespace {

bool contains(const std::vector<ValueRef>& sorted, ValueRef ref) {
    return std::binary_search(sorted.begin(), sorted.end(), ref);
}

std::vector<ValueRef> values_in(const EntityLog& log) {
    std::vector<ValueRef> refs;
    for (const auto& [vault, delta] : log.copies()) {
        for (const auto& change : delta.fields) refs.push_back({delta.id, change.number});
    }
    std::sort(refs.begin(), refs.end());
    return refs;
}

// A redaction that names an ended generation again takes back what came late: nobody's decision
// about the values themselves, which a private copy must keep.
bool is_late(const EntityLog& log, const Delta& redaction) {
    const auto& copies = log.copies();
    return std::any_of(copies.begin(), copies.end(), [&](const delta::Copy& other) {
        return other.delta.action == Action::redaction && other.delta.id != redaction.id &&
               other.delta.redacted_field == redaction.redacted_field &&
               other.delta.generation >= redaction.generation;
    });
}

// R17: what shows first is the greatest by clock, origin and bytes, whoever relayed it.
bool is_in_order(const std::vector<delta::Value>& heads) {
    return std::ranges::is_sorted(heads, [](const delta::Value& a, const delta::Value& b) {
        return std::tie(b.clock, b.origin, b.bytes) < std::tie(a.clock, a.origin, a.bytes);
    });
}

const delta::Value* find(const std::vector<delta::Value>& values, DeltaId id) {
    for (const auto& value : values) {
        if (value.delta == id) return &value;
    }
    return nullptr;
}

}  // namespace

void Witness::note(Device& device, EntityId id, Act act) {
    const DeviceId self = device.store().device();
    const auto log = must(device.store().entity_log(care_vault, id));
    const auto held = values_in(log);
    if (act == Act::unsharing) given_up_[{self, id}] = held;
    std::vector<std::uint32_t> written;
    for (const auto& [vault, delta] : log.copies()) {
        if (delta.origin != self || had_.contains(delta.id)) continue;
        for (const auto& change : delta.fields) written.push_back(change.number);
        note_new(log, delta, held, self);
    }
    note_absorbed(log, id, self, written);
}

void Witness::note_new(const EntityLog& log, const Delta& made, const Refs& held, DeviceId device) {
    Refs& had = had_[made.id];
    if (made.action != Action::redaction) {
        had = held;
    } else if (!is_late(log, made)) {
        had = given_up_[{device, made.entity}];
    }
    for (const auto& change : made.fields) {
        typed_[made.entity].push_back({{made.id, change.number}, change.value, device, false});
    }
}

void Witness::note_absorbed(const EntityLog& log, EntityId id, DeviceId device,
                            const std::vector<std::uint32_t>& written) {
    const auto held = values_in(log);
    for (auto& typed : typed_[id]) {
        if (typed.device != device || typed.absorbed || contains(held, typed.ref)) continue;
        typed.absorbed = true;
        if (std::find(written.begin(), written.end(), typed.ref.field) == written.end()) {
            fault_ = "a draft is gone that nothing replaced: " + to_hex(id);
        }
    }
}

bool Witness::had(DeltaId writer, ValueRef ref) const {
    const auto place = had_.find(writer);
    return place != had_.end() && contains(place->second, ref);
}

// What became of the values of one entity, by the deltas whose writers had them.
struct Witness::Fates {
    std::set<ValueRef> superseded;
    std::set<ValueRef> taken_back;
    std::set<ValueRef> deleted;

    [[nodiscard]] std::string wrong(const Typed& typed, const delta::EntityView& seen,
                                    const store::EntityRow& row) const {
        const auto* field = seen.field(typed.ref.field);
        if (field == nullptr) return "its field is gone";
        if (const auto* head = find(field->heads, typed.ref.delta)) {
            if (head->bytes != typed.bytes) return "its bytes changed";
            if (seen.deleted) return deleted.contains(typed.ref) ? "" : "deleted unseen";
            const auto texts = codec::text_fields(row.kind);
            const bool is_text = std::ranges::find(texts, typed.ref.field) != texts.end();
            const bool hidden = is_text && field->heads.size() > 1 && !row.conflict;
            return hidden ? "a conflict that nobody is told of" : "";
        }
        const auto* old = find(field->history, typed.ref.delta);
        if (old == nullptr) return "it is gone";
        if (!old->redacted && old->bytes != typed.bytes) return "its bytes changed";
        if (superseded.contains(typed.ref)) return "";
        if (old->redacted) return taken_back.contains(typed.ref) ? "" : "taken back unseen";
        return "superseded unseen";
    }
};

Witness::Fates Witness::fates_in(const EntityLog& log) const {
    Fates fates;
    const auto supersede = [&](DeltaId by, std::uint32_t field, const std::vector<DeltaId>& ids) {
        for (const DeltaId id : ids) {
            if (had(by, {id, field})) fates.superseded.insert({id, field});
        }
    };
    for (const auto& [vault, delta] : log.copies()) {
        for (const auto& change : delta.fields) supersede(delta.id, change.number, change.replaces);
        for (const auto& value : delta.redacted) {
            supersede(value.ref.delta, value.ref.field, value.replaces);
            if (had(delta.id, value.ref)) fates.taken_back.insert(value.ref);
        }
        auto& target = delta.action == Action::deletion ? fates.deleted : fates.superseded;
        for (const auto& ref : delta.covers) {
            if (had(delta.id, ref)) target.insert(ref);
        }
    }
    return fates;
}

std::string Witness::complaint(Device& owner) {
    if (!fault_.empty()) return fault_;
    for (const auto& [id, values] : typed_) {
        const auto log = must(owner.store().entity_log(care_vault, id));
        const auto seen = delta::view(log);
        const auto row = owner.row(id);
        const auto fates = fates_in(log);
        for (const auto& field : seen.fields) {
            if (!is_in_order(field.heads)) return "not the greatest value shows: " + to_hex(id);
        }
        for (const auto& typed : values) {
            if (typed.absorbed) continue;
            const auto wrong = fates.wrong(typed, seen, row);
            if (wrong.empty()) continue;
            return "a typed value is lost (" + wrong + "): field " +
                   std::to_string(typed.ref.field) + " of " + to_hex(id);
        }
    }
    return {};
}

}  // namespace evenkeel::test
