// The changes a person makes, each derived from what they see.
#include "core/base/assert.h"
#include "core/delta/field_wire.h"
#include "core/delta/reading.h"

#include <algorithm>
#include <limits>
#include <map>

namespace evenkeel::delta {

namespace {

enum class Settling { only_changes, conflicts_too };

Delta start_delta(EntityId entity, std::uint32_t kind, Action action, const Stamp& stamp) {
    Delta delta;
    delta.id = stamp.id;
    delta.entity = entity;
    delta.kind = kind;
    delta.origin = stamp.origin;
    delta.clock = stamp.clock;
    delta.action = action;
    return delta;
}

std::vector<DeltaId> head_ids(const FieldView* field) {
    std::vector<DeltaId> ids;
    if (field == nullptr) return ids;
    for (const auto& head : field->heads) ids.push_back(head.delta);
    std::sort(ids.begin(), ids.end());
    return ids;
}

bool same_bytes(ByteView a, ByteView b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

// What the writer of one write has before their eyes.
class Draft {
public:
    Draft(const EntityLog& log, VaultType vault, ByteView target,
          const std::vector<std::uint32_t>& scope)
        : vault_(vault), own_(view(log, vault)), owners_(view(log)), scope_(scope) {
        std::sort(scope_.begin(), scope_.end());
        scope_.erase(std::unique(scope_.begin(), scope_.end()), scope_.end());
        auto fields = split_fields(target);
        ASSERT(fields.ok());
        target_ = std::move(fields).value();
    }

    std::vector<FieldChange> changes(Settling settling) const {
        std::vector<FieldChange> changes;
        for (const std::uint32_t number : scope_) {
            if (is_changed(number, settling)) changes.push_back(change(number, aimed_at(number)));
        }
        clear_what_was_deleted(changes);
        return changes;
    }

private:
    // The view whose heads a write replaces. Rule 7: a care delta names only care values.
    const EntityView& replaced() const { return vault_ == VaultType::private_ ? owners_ : own_; }
    bool was_deleted() const { return own_.deleted || replaced().deleted; }

    ByteView aimed_at(std::uint32_t number) const {
        const auto place = target_.find(number);
        return place == target_.end() ? ByteView{} : ByteView(place->second);
    }

    bool is_changed(std::uint32_t number, Settling settling) const {
        const ByteView aimed = aimed_at(number);
        // What was deleted is written anew, or its old values would stay covered.
        const bool held = !head_ids(own_.field(number)).empty();
        if (own_.deleted && held && !aimed.empty()) return true;

        if (!same_bytes(replaced().shown(number), aimed)) return true;
        const ByteView owners = owners_.deleted ? ByteView{} : owners_.shown(number);
        if (!same_bytes(owners, aimed)) return true;
        if (settling == Settling::only_changes) return false;
        const FieldView* field = replaced().field(number);
        return field != nullptr && field->heads.size() > 1;
    }

    FieldChange change(std::uint32_t number, ByteView value) const {
        FieldChange change;
        change.number = number;
        change.value = to_bytes(value);
        change.replaces = head_ids(replaced().field(number));
        return change;
    }

    // Rule 4: a write to an entity its writer saw deleted clears every field it does not set. Where
    // only the private vault saw the deletion, what the care vault still shows is left alone.
    void clear_what_was_deleted(std::vector<FieldChange>& changes) const {
        if (!was_deleted()) return;
        const std::size_t set_count = changes.size();
        for (const auto& field : replaced().fields) {
            const auto is_set = [&](const FieldChange& c) { return c.number == field.number; };
            const auto end = changes.begin() + static_cast<std::ptrdiff_t>(set_count);
            if (field.heads.empty() || std::find_if(changes.begin(), end, is_set) != end) continue;
            const bool all_deleted =
                replaced().deleted ||
                std::all_of(field.heads.begin(), field.heads.end(),
                            [&](const Value& head) { return head.vault == vault_; });
            if (all_deleted) changes.push_back(change(field.number, {}));
        }
        std::sort(changes.begin(), changes.end(),
                  [](const FieldChange& a, const FieldChange& b) { return a.number < b.number; });
    }

    VaultType vault_;
    EntityView own_;
    EntityView owners_;
    std::vector<std::uint32_t> scope_;
    std::map<std::uint32_t, Bytes> target_;
};

// Gives each field its generation, and the delta the least of them.
void set_generations(const EntityLog& log, Delta& delta) {
    if (delta.fields.empty()) return;
    std::uint32_t least = std::numeric_limits<std::uint32_t>::max();
    for (auto& field : delta.fields) {
        field.generation = std::max(field.generation, generation_in_force(log, field.number));
        least = std::min(least, field.generation);
    }
    delta.generation = least;
    for (auto& field : delta.fields) {
        if (field.generation == least) field.generation = 0;
    }
}

Delta make_write(const EntityLog& log, Delta delta, VaultType vault, const Draft& draft,
                 Settling settling) {
    delta.fields = draft.changes(settling);
    if (vault == VaultType::care) set_generations(log, delta);
    return delta;
}

}  // namespace

std::uint32_t generation_in_force(const EntityLog& log, std::uint32_t field) {
    std::uint32_t generation = EndedGenerations(log).first_open(field);
    for (const auto& copy : log.copies()) {
        if (copy.vault != VaultType::care || copy.delta.action != Action::write) continue;
        for (const auto& change : copy.delta.fields) {
            if (change.number != field) continue;
            generation = std::max(generation, generation_of(copy.delta, change));
        }
    }
    return generation;
}

Delta write_delta(const EntityLog& log, EntityId entity, std::uint32_t kind, VaultType vault,
                  ByteView target, const std::vector<std::uint32_t>& scope, const Stamp& stamp) {
    return make_write(log, start_delta(entity, kind, Action::write, stamp), vault,
                      Draft(log, vault, target, scope), Settling::only_changes);
}

Delta settling_delta(const EntityLog& log, EntityId entity, std::uint32_t kind, VaultType vault,
                     ByteView target, const std::vector<std::uint32_t>& scope, const Stamp& stamp) {
    return make_write(log, start_delta(entity, kind, Action::write, stamp), vault,
                      Draft(log, vault, target, scope), Settling::conflicts_too);
}

std::optional<Delta> coalesced(const Delta& earlier, Delta later) {
    const auto is_draft = [](const Delta& delta) {
        return delta.action == Action::write && delta.fields.size() == 1;
    };
    if (!is_draft(earlier) || !is_draft(later) || earlier.entity != later.entity ||
        earlier.kind != later.kind || earlier.origin != later.origin ||
        earlier.fields[0].number != later.fields[0].number) {
        return std::nullopt;
    }
    auto& replaces = later.fields[0].replaces;
    if (std::erase(replaces, earlier.id) == 0) return std::nullopt;
    const auto& inherited = earlier.fields[0].replaces;
    replaces.insert(replaces.end(), inherited.begin(), inherited.end());
    std::sort(replaces.begin(), replaces.end());
    replaces.erase(std::unique(replaces.begin(), replaces.end()), replaces.end());
    return later;
}

Delta deletion_delta(const EntityLog& log, EntityId entity, std::uint32_t kind, VaultType vault,
                     const Stamp& stamp) {
    Delta delta = start_delta(entity, kind, Action::deletion, stamp);
    for (const auto& entry : read_entries(log, vault)) {
        if (entry.is_head()) delta.covers.push_back({entry.id, entry.field});
    }
    std::sort(delta.covers.begin(), delta.covers.end());
    return delta;
}

}  // namespace evenkeel::delta
