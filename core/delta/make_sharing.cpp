// Deltas that move values between the care and the private vault, and take values back (rule 7).
#include "core/base/limits.h"
#include "core/delta/reading.h"

#include <algorithm>

namespace evenkeel::delta {

namespace {

using ValueRefs = std::vector<ValueRef>;

bool contains(const ValueRefs& sorted, ValueRef ref) {
    return std::binary_search(sorted.begin(), sorted.end(), ref);
}
bool contains(const std::vector<std::uint32_t>& numbers, std::uint32_t number) {
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

ValueRefs sorted(ValueRefs refs) {
    std::sort(refs.begin(), refs.end());
    return refs;
}

// The values of which the vault holds a copy.
ValueRefs values_in(const EntityLog& log, VaultType vault) {
    ValueRefs refs;
    for (const auto& copy : log.copies()) {
        if (copy.vault != vault || copy.delta.action != Action::write) continue;
        for (const auto& change : copy.delta.fields) refs.push_back({copy.delta.id, change.number});
    }
    return sorted(std::move(refs));
}

ValueRefs heads_in(const EntityLog& log, VaultType vault) {
    ValueRefs refs;  // ascending by field at first
    for (const auto& entry : read_entries(log, vault)) {
        if (entry.is_head()) refs.push_back({entry.id, entry.field});
    }
    return sorted(std::move(refs));
}

// Re-issues the chosen values of `source` by id, one delta for each id.
std::vector<Delta> reissue(const EntityLog& log, VaultType source, VaultType target,
                           const ValueRefs& chosen) {
    ValueRefs known = values_in(log, target);
    known.insert(known.end(), chosen.begin(), chosen.end());
    std::sort(known.begin(), known.end());
    std::vector<Delta> deltas;
    for (const auto& copy : log.copies()) {
        if (copy.vault != source || copy.delta.action != Action::write) continue;
        Delta delta = copy.delta;
        for (auto& change : delta.fields) change.generation = generation_of(copy.delta, change);
        delta.generation = 0;
        std::erase_if(delta.fields, [&](const FieldChange& change) {
            return !contains(chosen, {copy.delta.id, change.number});
        });
        for (auto& change : delta.fields) {
            std::erase_if(change.replaces, [&](DeltaId id) {
                return !contains(known, {id, change.number});
            });
        }
        if (!delta.fields.empty()) deltas.push_back(std::move(delta));
    }
    return deltas;
}

void set_generations(Delta& delta, const EntityLog& log, VaultType target,
                     std::uint32_t generation) {
    delta.generation = generation;
    for (auto& change : delta.fields) {
        const bool shared = target == VaultType::care;
        change.generation = shared ? generation_in_force(log, change.number) : 0;
        if (change.generation <= generation) change.generation = 0;
    }
}

enum class Which { all, late_only };

// The care values of a field that no redaction remembers yet, newest first; `late_only` keeps those
// that a redaction hides already.
std::vector<RedactedValue> unremembered(const EntityLog& log, std::uint32_t field, Which which) {
    std::vector<RedactedValue> values;  // ascending by id at first
    for (const auto& entry : read_entries(log, VaultType::care)) {
        if (entry.field != field || entry.listed) continue;
        if (which == Which::late_only && entry.bytes != nullptr) continue;
        values.push_back({.ref = {entry.id, field}, .clock = entry.clock, .replaces = {}});
    }
    auto next = values.begin();
    for (const auto& copy : log.copies()) {
        if (copy.vault != VaultType::care || copy.delta.action != Action::write) continue;
        while (next != values.end() && next->ref.delta < copy.delta.id) ++next;
        if (next == values.end() || next->ref.delta != copy.delta.id) continue;
        for (const auto& change : copy.delta.fields) {
            if (change.number == field) next->replaces = change.replaces;
        }
    }
    std::sort(values.begin(), values.end(), [](const RedactedValue& a, const RedactedValue& b) {
        return a.clock != b.clock ? a.clock > b.clock : a.ref > b.ref;
    });
    return values;
}

// What is beyond the limit is hidden all the same; only its place in history goes with its bytes.
void keep_within_limit(std::vector<RedactedValue>& values) {
    std::size_t references = 0;
    std::size_t kept = 0;
    for (; kept < values.size(); ++kept) {
        references += 1 + values[kept].replaces.size();
        if (references > limits::replaces_per_delta_max) break;
    }
    values.resize(kept);
}

Delta start_redaction(EntityId entity, std::uint32_t kind, std::uint32_t field,
                      const Stamp& stamp) {
    Delta delta;
    delta.id = stamp.id;
    delta.entity = entity;
    delta.kind = kind;
    delta.origin = stamp.origin;
    delta.clock = stamp.clock;
    delta.action = Action::redaction;
    delta.redacted_field = field;
    return delta;
}

}  // namespace

Delta retirement_delta(const EntityLog& log, const Delta& successor, const Stamp& stamp) {
    Delta delta;
    delta.id = stamp.id;
    delta.entity = successor.entity;
    delta.kind = successor.kind;
    delta.origin = stamp.origin;
    delta.clock = stamp.clock;
    delta.action = Action::retirement;
    delta.successor = successor.id;
    const bool all_deleted = view(log, VaultType::private_).deleted;
    const auto is_written = [&](std::uint32_t number) {
        return std::any_of(successor.fields.begin(), successor.fields.end(),
                           [&](const FieldChange& change) { return change.number == number; });
    };
    const ValueRefs shared = heads_in(log, VaultType::care);
    for (const auto& entry : read_entries(log, VaultType::private_)) {
        const ValueRef ref{entry.id, entry.field};
        // A private copy of the successor itself is the same value, not an older one.
        if (!entry.is_head() || entry.id == successor.id) continue;
        // Nor is that of a value which the care vault goes on showing.
        const bool goes_on = contains(shared, ref);
        if (is_written(entry.field) || (all_deleted && !goes_on)) delta.covers.push_back(ref);
    }
    delta.covers = sorted(std::move(delta.covers));
    return delta;
}

std::vector<Delta> reissue_shown(const EntityLog& log, VaultType source, VaultType target,
                                 const std::vector<std::uint32_t>& scope,
                                 std::uint32_t generation) {
    ValueRefs chosen;
    ValueRefs lone_clears;
    for (const auto& field : view(log, source).fields) {
        if (!contains(scope, field.number)) continue;
        for (const auto& head : field.heads) chosen.push_back({head.delta, field.number});
        const bool blank = field.heads.size() == 1 && field.heads.front().bytes.empty();
        if (blank) lone_clears.push_back(chosen.back());
    }
    auto deltas = reissue(log, source, target, sorted(std::move(chosen)));
    lone_clears = sorted(std::move(lone_clears));
    for (auto& delta : deltas) {
        // To share a blank that blanks nothing there would only tell that something once stood
        // here.
        std::erase_if(delta.fields, [&](const FieldChange& change) {
            return target == VaultType::care && change.replaces.empty() &&
                   contains(lone_clears, {delta.id, change.number});
        });
        set_generations(delta, log, target, generation);
    }
    std::erase_if(deltas, [](const Delta& delta) { return delta.fields.empty(); });
    return deltas;
}

Delta redaction_delta(const EntityLog& log, EntityId entity, std::uint32_t kind,
                      std::uint32_t field, const Stamp& stamp) {
    Delta delta = start_redaction(entity, kind, field, stamp);
    delta.generation = generation_in_force(log, field);
    delta.redacted = unremembered(log, field, Which::all);
    keep_within_limit(delta.redacted);
    return delta;
}

std::vector<Delta> reissue_late(const EntityLog& log) {
    const ValueRefs own = values_in(log, VaultType::private_);
    ValueRefs chosen;
    for (const auto& entry : read_entries(log, VaultType::care)) {
        const bool hidden = entry.bytes == nullptr && !entry.superseded;
        if (!hidden || entry.listed || contains(own, {entry.id, entry.field})) continue;
        chosen.push_back({entry.id, entry.field});
    }
    return reissue(log, VaultType::care, VaultType::private_, sorted(std::move(chosen)));
}

std::optional<Delta> late_redaction_delta(const EntityLog& log, EntityId entity, std::uint32_t kind,
                                          std::uint32_t field, const Stamp& stamp) {
    Delta delta = start_redaction(entity, kind, field, stamp);
    delta.redacted = unremembered(log, field, Which::late_only);
    if (delta.redacted.empty()) return std::nullopt;
    // Something is hidden, so a generation was ended: the last one is named again.
    delta.generation = EndedGenerations(log).last_ended(field);
    keep_within_limit(delta.redacted);
    return delta;
}

}  // namespace evenkeel::delta
