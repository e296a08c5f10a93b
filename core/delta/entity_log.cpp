// The set of copies of an entity's deltas. Everything here is a union or a maximum, so that order,
// repeats and batching cannot matter.
#include "core/delta/merge.h"

#include <algorithm>
#include <tuple>

namespace evenkeel::delta {

namespace {

bool same_place(const Copy& a, const Copy& b) {
    return a.delta.id == b.delta.id && a.vault == b.vault;
}
bool is_before(const Copy& a, const Copy& b) {
    return std::tie(a.delta.id, a.vault) < std::tie(b.delta.id, b.vault);
}

template <typename T>
void sort_unique(std::vector<T>& items) {
    if (items.size() < 2) return;
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
}

template <typename T>
void unite_sets(std::vector<T>& target, const std::vector<T>& source) {
    target.insert(target.end(), source.begin(), source.end());
    sort_unique(target);
}

// Sorts `items` by `key` and unites those that share one, with `unite(target, source)`.
template <typename T, typename Key, typename Unite>
void unite_by(std::vector<T>& items, Key key, Unite unite) {
    const auto less = [&](const T& a, const T& b) { return key(a) < key(b); };
    if (!std::is_sorted(items.begin(), items.end(), less)) {
        std::stable_sort(items.begin(), items.end(), less);
    }
    const auto twice = [&](const T& a, const T& b) { return key(a) == key(b); };
    if (std::adjacent_find(items.begin(), items.end(), twice) == items.end()) return;
    std::size_t kept = 0;
    for (std::size_t i = 1; i < items.size(); ++i) {
        if (key(items[kept]) == key(items[i])) {
            unite(items[kept], items[i]);
        } else if (++kept != i) {
            items[kept] = std::move(items[i]);
        }
    }
    items.resize(kept + 1);
}

void unite_fields(std::vector<FieldChange>& fields) {
    unite_by(
        fields, [](const FieldChange& f) { return f.number; },
        [](FieldChange& target, FieldChange& source) {
            // Honest copies carry the same bytes; for others any choice will do that does not
            // depend on the order of arrival.
            if (target.value < source.value) target.value = std::move(source.value);
            target.generation = std::max(target.generation, source.generation);
            unite_sets(target.replaces, source.replaces);
        });
}

void unite_redacted(std::vector<RedactedValue>& values) {
    unite_by(
        values, [](const RedactedValue& v) { return v.ref; },
        [](RedactedValue& target, RedactedValue& source) {
            target.clock = std::max(target.clock, source.clock);
            unite_sets(target.replaces, source.replaces);
        });
}

// A field says its own generation only where that is above its delta's.
void write_short_generations(Delta& delta) {
    for (auto& field : delta.fields) {
        if (field.generation <= delta.generation) field.generation = 0;
    }
}
void write_full_generations(Delta& delta) {
    for (auto& field : delta.fields) {
        field.generation = std::max(field.generation, delta.generation);
    }
}

// One spelling for each content, so that equal sets are equal bytes.
void normalise(Delta& delta) {
    for (auto& field : delta.fields) sort_unique(field.replaces);
    unite_fields(delta.fields);
    write_short_generations(delta);
    sort_unique(delta.covers);
    for (auto& value : delta.redacted) sort_unique(value.replaces);
    unite_redacted(delta.redacted);
}

// Unites two normal copies of one delta in one vault. Attributes that honest copies share are
// joined by their maximum.
void unite(Delta& target, Delta source) {
    if (target.action != source.action) {
        // Only a forgery does this. A write is never undone by a copy that claims to be a deletion.
        if (source.action < target.action) target = std::move(source);
        return;
    }
    // Rule 6: among copies of one delta the highest revision gives the clock.
    const bool newer =
        std::tie(target.revision, target.clock) < std::tie(source.revision, source.clock);
    if (newer) std::tie(target.revision, target.clock) = std::tie(source.revision, source.clock);
    target.entity = std::max(target.entity, source.entity);
    target.kind = std::max(target.kind, source.kind);
    target.origin = std::max(target.origin, source.origin);
    target.must_understand = std::max(target.must_understand, source.must_understand);
    target.successor = std::max(target.successor, source.successor);
    target.redacted_field = std::max(target.redacted_field, source.redacted_field);

    write_full_generations(target);
    write_full_generations(source);
    target.generation = target.action == Action::write
                            ? std::min(target.generation, source.generation)
                            : std::max(target.generation, source.generation);
    std::move(source.fields.begin(), source.fields.end(), std::back_inserter(target.fields));
    unite_fields(target.fields);
    write_short_generations(target);
    unite_sets(target.covers, source.covers);
    std::move(source.redacted.begin(), source.redacted.end(), std::back_inserter(target.redacted));
    unite_redacted(target.redacted);
}

// Unites neighbours of a sorted list of normal copies that are copies of one delta in one vault.
void unite_neighbours(std::vector<Copy>& copies) {
    if (copies.empty()) return;
    std::size_t kept = 0;
    for (std::size_t i = 1; i < copies.size(); ++i) {
        if (same_place(copies[kept], copies[i])) {
            if (copies[kept] != copies[i]) unite(copies[kept].delta, std::move(copies[i].delta));
        } else if (++kept != i) {
            copies[kept] = std::move(copies[i]);
        }
    }
    copies.resize(kept + 1);
}

}  // namespace

EntityLog::EntityLog(std::vector<Copy> copies) : copies_(std::move(copies)) {
    for (auto& copy : copies_) normalise(copy.delta);
    if (!std::is_sorted(copies_.begin(), copies_.end(), is_before)) {
        std::stable_sort(copies_.begin(), copies_.end(), is_before);
    }
    unite_neighbours(copies_);
}

bool EntityLog::add(Copy copy) {
    normalise(copy.delta);
    const auto place = std::lower_bound(copies_.begin(), copies_.end(), copy, is_before);
    if (place == copies_.end() || !same_place(*place, copy)) {
        copies_.insert(place, std::move(copy));
        return true;
    }
    if (*place == copy) return false;
    Delta united = place->delta;
    unite(united, std::move(copy.delta));
    if (united == place->delta) return false;
    place->delta = std::move(united);
    return true;
}

void EntityLog::remove(DeltaId id, VaultType vault) {
    std::erase_if(copies_,
                  [&](const Copy& copy) { return copy.delta.id == id && copy.vault == vault; });
}

EntityLog join(EntityLog left, const EntityLog& right) {
    if (right.empty()) return left;
    if (left.empty()) return right;
    std::vector<Copy> all = left.copies();
    all.insert(all.end(), right.copies().begin(), right.copies().end());
    return EntityLog(std::move(all));
}

}  // namespace evenkeel::delta
