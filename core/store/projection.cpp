#include "core/store/projection.h"

#include "core/codec/fields.h"

#include <tuple>

namespace evenkeel::store {

using delta::Action;
using delta::Copy;
using delta::Delta;
using delta::VaultType;

namespace {

// The write that came first by its own clock; of equal ones, the smaller origin and id.
const Delta* first_write(const delta::EntityLog& log) {
    const Delta* first = nullptr;
    const auto order = [](const Delta& d) { return std::tie(d.clock, d.origin, d.id); };
    for (const auto& [vault, delta] : log.copies()) {
        if (delta.action != Action::write) continue;
        if (first == nullptr || order(delta) < order(*first)) first = &delta;
    }
    return first;
}

std::optional<Instant> newest_deletion(const delta::EntityLog& log) {
    std::optional<Instant> newest;
    for (const auto& [vault, delta] : log.copies()) {
        if (delta.action != Action::deletion) continue;
        const Instant when{delta::stamp_ms(delta.clock)};
        if (!newest || *newest < when) newest = when;
    }
    return newest;
}

bool is_text(std::uint32_t kind, std::uint32_t field) {
    const auto fields = codec::text_fields(kind);
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

void read_fields(const delta::EntityView& view, EntityRow& row) {
    for (const auto& field : view.fields) {
        if (field.heads.empty()) continue;
        if (field.heads.size() > 1 && is_text(row.kind, field.number)) row.conflict = true;
        if (!field.history.empty()) row.edited = true;
        if (field.heads.front().bytes.empty()) continue;
        const bool is_private = field.heads.front().vault == VaultType::private_;
        (is_private ? row.has_private : row.has_shared) = true;
    }
}

bool is_hidden(const Delta& write, const delta::FieldChange& change, const Delta& redaction,
               bool only_named) {
    if (redaction.redacted_field != change.number) return false;
    if (std::max(write.generation, change.generation) > redaction.generation) return false;
    if (!only_named) return true;
    const auto names = [&](const delta::RedactedValue& value) {
        return value.ref == delta::ValueRef{write.id, change.number};
    };
    return std::any_of(redaction.redacted.begin(), redaction.redacted.end(), names);
}

}  // namespace

std::optional<Projection> project(RecordId record, EntityId id, const delta::EntityLog& log) {
    const Delta* first = first_write(log);
    if (first == nullptr) return std::nullopt;
    const delta::EntityView view = delta::view(log);
    if (!view.exists) return std::nullopt;

    Projection projection;
    EntityRow& row = projection.row;
    row.record = record;
    row.id = id;
    row.kind = first->kind;
    row.origin = first->origin;
    row.stamp = first->clock;
    row.created = {delta::stamp_ms(row.stamp)};
    row.deleted = view.deleted;
    row.deletion_differs = view.deletion_differs;
    row.fragment = view.fragment();
    read_fields(view, row);
    const auto index = codec::index_of(row.kind, row.fragment);
    row.day = index.day;
    row.instant = index.instant;
    row.subject = index.subject;
    if (view.deleted) projection.deleted_at = newest_deletion(log);
    return projection;
}

delta::EntityLog without_redacted_bytes(delta::EntityLog log, bool saves_late,
                                        const std::vector<DeltaId>& unsent) {
    std::vector<const Delta*> redactions;
    for (const auto& [vault, delta] : log.copies()) {
        if (vault == VaultType::care && delta.action == Action::redaction) {
            redactions.push_back(&delta);
        }
    }
    if (redactions.empty()) return log;

    std::vector<Copy> copies = log.copies();
    for (auto& [vault, delta] : copies) {
        if (vault != VaultType::care || delta.action != Action::write) continue;
        const bool only_named = saves_late || std::ranges::find(unsent, delta.id) != unsent.end();
        for (auto& change : delta.fields) {
            for (const Delta* redaction : redactions) {
                if (is_hidden(delta, change, *redaction, only_named)) change.value.clear();
            }
        }
    }
    return delta::EntityLog(std::move(copies));
}

}  // namespace evenkeel::store
