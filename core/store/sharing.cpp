// Moving values between what is shared and what is private.
#include "core/store/changes.h"
#include "core/store/outbox.h"

namespace evenkeel::store {

using delta::Action;
using delta::Delta;
using delta::EntityView;
using delta::VaultType;

namespace {

bool contains(const Scope& scope, std::uint32_t field) {
    return std::find(scope.begin(), scope.end(), field) != scope.end();
}

Error not_here() { return {ErrorCode::not_found, "That entry is not here, or was deleted."}; }

// The fields of `wanted` (all, if empty) that have values in the vault.
Scope fields_in(const delta::EntityLog& log, VaultType vault, const Scope& wanted) {
    Scope fields;
    for (const auto& field : delta::view(log, vault).fields) {
        if (!field.heads.empty() && (wanted.empty() || contains(wanted, field.number))) {
            fields.push_back(field.number);
        }
    }
    return fields;
}

// The part of a write that is `moved`, and what is left of it, which is what is elsewhere.
std::pair<Delta, Delta> split_write(const Delta& whole, const std::vector<OnlyHere>& moved) {
    const auto is_moved = [&](const delta::FieldChange& change) {
        return std::ranges::find(moved, change.number, &OnlyHere::field) != moved.end();
    };
    std::pair<Delta, Delta> parts(whole, whole);
    std::erase_if(parts.first.fields, std::not_fn(is_moved));
    std::erase_if(parts.second.fields, is_moved);
    parts.first.generation = 0;
    for (auto& change : parts.first.fields) change.generation = 0;
    for (const auto& field : moved) {
        if (field.elsewhere) parts.second.fields.push_back(*field.elsewhere);
    }
    return parts;
}

// Values that are only here go to the private vault, with what they replace, and are gone from the
// other.
Result<void> move_write(Database& database, const RecordPlace& record, Entity& entity,
                        const Delta& write, const Scope& scope) {
    TRY_ASSIGN(auto only_here, fields_only_here(database, record.own->number, entity, write));
    std::erase_if(only_here, [&](const OnlyHere& one) { return !contains(scope, one.field); });
    if (only_here.empty()) return {};
    auto [moved, left] = split_write(write, only_here);
    const DeltaId id = write.id;  // `write` may be a part of the log that is changed now
    entity.add_local(*record.private_, std::move(moved));
    if (!left.fields.empty()) {
        entity.replace(record.own->type, std::move(left));
        return {};
    }
    entity.log.remove(id, record.own->type);
    return take_out(database, record.own->number, entity, id);
}

// A deletion follows the values it covers: its copy goes where they went, and stays only where some
// are left.
Result<void> move_deletion(Database& database, const RecordPlace& record, Entity& entity,
                           const Delta& deletion) {
    TRY_ASSIGN(const bool only_here,
               is_only_here(database, record.own->number, entity, deletion.id));
    if (!only_here) return {};
    bool covers_private = false;
    bool covers_own = false;
    for (const auto& ref : deletion.covers) {
        covers_private = covers_private || entity.find(ref.delta, VaultType::private_) != nullptr;
        covers_own = covers_own || entity.find(ref.delta, record.own->type) != nullptr;
    }
    if (!covers_private) return {};
    const Delta copy = deletion;
    entity.add_local(*record.private_, copy);
    if (covers_own) return {};
    entity.log.remove(copy.id, record.own->type);
    return take_out(database, record.own->number, entity, copy.id);
}

// Moves what lies in `scope` and was never sealed. Writes first: deletions follow them.
Result<void> move_unsealed(Database& database, const RecordPlace& record, Entity& entity,
                           const Scope& scope) {
    for (const auto action : {Action::write, Action::deletion}) {
        const auto copies = entity.log.copies();
        for (const auto& [vault, delta] : copies) {
            if (vault != record.own->type || delta.action != action) continue;
            if (action == Action::write) {
                TRY(move_write(database, record, entity, delta, scope));
            } else {
                TRY(move_deletion(database, record, entity, delta));
            }
        }
    }
    return {};
}

bool has_values(const delta::EntityLog& log, VaultType vault, std::uint32_t field) {
    const auto view = delta::view(log, vault);
    const auto* found = view.field(field);
    if (found == nullptr) return false;
    const auto is_there = [](const delta::Value& value) { return !value.redacted; };
    return std::any_of(found->heads.begin(), found->heads.end(), is_there) ||
           std::any_of(found->history.begin(), found->history.end(), is_there);
}

// The redaction itself waits until the private copies have their receipts.
Result<void> queue_redaction(Database& database, const RecordPlace& record, const Entity& entity,
                             std::uint32_t field) {
    TRY_ASSIGN(const auto row, newest_row(database));
    return database.sql().run(
        "INSERT INTO redaction (vault, entity, field, late, after_row) "
        "VALUES (?, ?, ?, 0, ?) ON CONFLICT DO NOTHING",
        record.own->number, entity.number, field, row);
}

Change change_of(ChangeType type, const Entity& entity, const Scope& scope) {
    Change change{.type = type, .id = entity.id, .kind = 0, .fields = {}};
    change.kind = entity.log.copies().front().delta.kind;
    for (const auto number : scope) change.fields.push_back({.number = number});
    return change;
}

}  // namespace

Result<MaybeChange> apply_sharing(Database& database, const RecordPlace& record, EntityId id,
                                  const Scope& scope) {
    TRY_ASSIGN(auto entity, load_entity(database, record.number, id));
    const EntityView before = delta::view(entity.log);
    if (!before.exists || before.deleted) return not_here();
    if (!record.private_) return MaybeChange();
    if (record.sharing_paused) {
        return Error(ErrorCode::refused, "Sharing is paused. Resume it first, then share this.");
    }
    Scope fields;
    for (const auto& field : before.fields) {
        const bool is_wanted = scope.empty() || contains(scope, field.number);
        if (is_wanted && !field.heads.empty()) fields.push_back(field.number);
    }
    for (const auto field : fields) {
        TRY(
            database.sql().run("DELETE FROM redaction "
                               "WHERE vault = ? AND entity = ? AND field = ? AND NOT late",
                               record.own->number, entity.number, field));
    }
    for (auto& delta :
         delta::reissue_shown(entity.log, VaultType::private_, record.own->type, fields, 0)) {
        entity.add_local(*record.own, std::move(delta));
    }
    const auto moved = changed_fields(before, delta::view(entity.log));
    if (entity.queued.empty()) return MaybeChange();
    TRY(save_entity(database, record, entity));
    Scope shared;
    for (const auto& field : moved) shared.push_back(field.number);
    return MaybeChange(change_of(ChangeType::shared, entity, shared));
}

Result<MaybeChange> apply_unsharing(Database& database, const RecordPlace& record, EntityId id,
                                    const Scope& scope) {
    TRY_ASSIGN(auto entity, load_entity(database, record.number, id));
    const EntityView before = delta::view(entity.log);
    if (!before.exists || before.deleted) return not_here();
    if (!record.private_) {
        return Error(ErrorCode::refused, "Only the client's own devices can take back sharing.");
    }
    const Scope fields = fields_in(entity.log, record.own->type, scope);
    if (fields.empty()) return MaybeChange();
    TRY(move_unsealed(database, record, entity, fields));
    for (auto& delta :
         delta::reissue_shown(entity.log, record.own->type, VaultType::private_, fields, 0)) {
        entity.add_local(*record.private_, std::move(delta));
    }
    TRY(save_entity(database, record, entity));
    for (const auto field : fields) {
        if (!has_values(entity.log, record.own->type, field)) continue;
        TRY(queue_redaction(database, record, entity, field));
    }
    return MaybeChange(change_of(ChangeType::unshared, entity, fields));
}

Result<std::vector<EntityId>> being_unshared(Store& store, RecordId id) {
    Database& database = store.database();
    TRY_ASSIGN(const auto record, database.record(id));
    TRY_ASSIGN(auto rows,
               database.sql().query("SELECT DISTINCT entity_log.id FROM redaction "
                                    "JOIN entity_log ON entity_log.number = redaction.entity "
                                    "WHERE redaction.vault = ? AND NOT redaction.late",
                                    record.own->number));
    std::vector<EntityId> entities;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return entities;
        entities.push_back(rows.id<EntityId>(0));
    }
}

Result<void> reroute_unsealed(Database& database, const RecordPlace& record) {
    std::vector<std::int64_t> entities;
    {
        TRY_ASSIGN(auto rows, database.sql().query("SELECT DISTINCT entity FROM outbox WHERE "
                                                   "vault = ? AND sequence IS NULL",
                                                   record.own->number));
        while (true) {
            TRY_ASSIGN(const bool more, rows.step());
            if (!more) break;
            entities.push_back(rows.integer(0));
        }
    }
    for (const auto number : entities) {
        TRY_ASSIGN(auto entity, load_entity(database, number));
        Scope fields;
        for (const auto& field : delta::view(entity.log, record.own->type).fields) {
            fields.push_back(field.number);
        }
        TRY(move_unsealed(database, record, entity, fields));
        TRY(save_entity(database, record, entity));
    }
    return {};
}

Result<void> set_sharing_paused(Store& store, RecordId id, bool paused) {
    Database& database = store.database();
    return database.transaction([&]() -> Result<void> {
        TRY_ASSIGN(const auto record, database.record(id));
        if (!record.private_) {
            return Error(ErrorCode::refused, "Only the client's own devices can pause sharing.");
        }
        TRY(database.sql().run("UPDATE record SET sharing_paused = ? WHERE number = ?",
                               paused ? 1 : 0, record.number));
        return paused ? reroute_unsealed(database, record) : Result<void>();
    });
}

Result<bool> sharing_paused(Store& store, RecordId id) {
    TRY_ASSIGN(const auto record, store.database().record(id));
    return record.sharing_paused;
}

Result<bool> is_closed(Store& store, RecordId id) {
    TRY_ASSIGN(const auto record, store.database().record(id));
    return record.own && record.own->closed;
}

}  // namespace evenkeel::store
