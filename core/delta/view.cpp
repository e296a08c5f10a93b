#include "core/delta/reading.h"

#include <algorithm>
#include <tuple>

namespace evenkeel::delta {

namespace {

Value value_of(const Entry& entry) {
    Value value{.delta = entry.id, .clock = entry.clock};
    value.vault = entry.vault;
    // Of a value that was taken back only its place is told, so that a device which still holds the
    // raw bytes and one which dropped them see the same.
    value.redacted = entry.bytes == nullptr;
    if (value.redacted) return value;
    value.origin = *entry.origin;
    value.generation = entry.generation;
    value.bytes = *entry.bytes;
    return value;
}

// R17: the order of values is that of the change, never of the relay or the receiver. The id comes
// last, so that the order is total.
bool is_greater(const Value& a, const Value& b) {
    return std::tie(b.clock, b.origin, b.bytes, b.delta) <
           std::tie(a.clock, a.origin, a.bytes, a.delta);
}

void sort_greatest_first(std::vector<Value>& values) {
    if (values.size() > 1) std::sort(values.begin(), values.end(), is_greater);
}

std::vector<FieldView> fields_of(const std::vector<Entry>& entries) {
    std::vector<FieldView> fields;
    for (std::size_t i = 0; i < entries.size();) {
        const std::uint32_t number = entries[i].field;
        auto& field = fields.emplace_back();
        field.number = number;
        for (; i < entries.size() && entries[i].field == number; ++i) {
            auto& values = entries[i].is_head() ? field.heads : field.history;
            values.push_back(value_of(entries[i]));
        }
        sort_greatest_first(field.heads);
        sort_greatest_first(field.history);
    }
    return fields;
}

struct DeletionOfVault {
    bool asked = false;  // a deletion is present
    bool holds = false;  // there are heads
    bool alive = false;  // a head is covered by none
};

// Rule 3: deleted while the union of the vault's deletions covers every head of every field. A
// value that was taken back shows nothing, so it keeps nothing alive.
DeletionOfVault read_deletion(const EntityLog& log, VaultType vault) {
    DeletionOfVault result;
    std::vector<ValueRef> covered;
    for (const auto& copy : log.copies()) {
        if (copy.vault != vault || copy.delta.action != Action::deletion) continue;
        result.asked = true;
        covered.insert(covered.end(), copy.delta.covers.begin(), copy.delta.covers.end());
    }
    std::sort(covered.begin(), covered.end());
    const auto entries = read_entries(log, vault);
    for (const auto& entry : entries) {
        if (!entry.is_head()) continue;
        result.holds = true;
        const ValueRef ref{entry.id, entry.field};
        if (!std::binary_search(covered.begin(), covered.end(), ref)) result.alive = true;
    }
    return result;
}

void read_deletions(const EntityLog& log, Scope scope, EntityView& seen) {
    const auto is_deletion = [&](const Copy& copy) {
        return counts(scope, copy.vault) && copy.delta.action == Action::deletion;
    };
    if (std::none_of(log.copies().begin(), log.copies().end(), is_deletion)) return;
    bool asked = false;
    bool alive = false;
    bool one_is_deleted = false;  // one that holds something
    for (const auto vault :
         {VaultType::care, VaultType::private_, VaultType::practice, VaultType::notes}) {
        if (!counts(scope, vault)) continue;
        const auto one = read_deletion(log, vault);
        alive = alive || one.alive;
        asked = asked || one.asked;
        one_is_deleted = one_is_deleted || (one.asked && one.holds && !one.alive);
    }
    seen.deleted = asked && !alive;
    seen.deletion_differs = one_is_deleted && alive;
}

// A log of one write, which almost every entry is: all its values are heads.
EntityView view_of_write(const Copy& copy) {
    EntityView seen;
    seen.exists = !copy.delta.fields.empty();
    seen.fields.reserve(copy.delta.fields.size());
    for (const auto& change : copy.delta.fields) {
        auto& field = seen.fields.emplace_back();
        field.number = change.number;
        auto& value = field.heads.emplace_back();
        value.delta = copy.delta.id;
        value.clock = copy.delta.clock;
        value.origin = copy.delta.origin;
        value.vault = copy.vault;
        value.generation = generation_of(copy.delta, change);
        value.bytes = change.value;
    }
    return seen;
}

EntityView view_scope(const EntityLog& log, Scope scope) {
    const auto& copies = log.copies();
    if (copies.size() == 1 && copies.front().delta.action == Action::write) {
        return counts(scope, copies.front().vault) ? view_of_write(copies.front()) : EntityView{};
    }
    const auto entries = read_entries(log, scope);
    EntityView seen;
    seen.fields = fields_of(entries);
    seen.exists = !entries.empty();
    read_deletions(log, scope, seen);
    return seen;
}

}  // namespace

EntityView view(const EntityLog& log) { return view_scope(log, std::nullopt); }
EntityView view(const EntityLog& log, VaultType vault) { return view_scope(log, vault); }

const FieldView* EntityView::field(std::uint32_t number) const {
    const auto place = std::lower_bound(
        fields.begin(), fields.end(), number,
        [](const FieldView& field, std::uint32_t wanted) { return field.number < wanted; });
    return place != fields.end() && place->number == number ? &*place : nullptr;
}

ByteView EntityView::shown(std::uint32_t number) const {
    const FieldView* found = field(number);
    if (found == nullptr || found->heads.empty()) return {};
    return found->heads.front().bytes;
}

Bytes EntityView::fragment() const {
    Bytes bytes;
    for (const auto& field : fields) {
        if (!field.heads.empty()) append(bytes, field.heads.front().bytes);
    }
    return bytes;
}

}  // namespace evenkeel::delta
