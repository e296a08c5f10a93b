#include "core/store/changes.h"

#include "core/base/limits.h"
#include "core/codec/entity_log.h"
#include "core/codec/fields.h"
#include "core/delta/field_wire.h"
#include "core/store/outbox.h"

namespace evenkeel::store {

using delta::Delta;
using delta::EntityView;
using delta::VaultType;

namespace {

// What an envelope holds beside its largest delta.
constexpr std::size_t envelope_rest_bytes = 1024;

bool contains(const Scope& scope, std::uint32_t field) {
    return std::find(scope.begin(), scope.end(), field) != scope.end();
}

Scope all_fields(const EntityView& view) {
    Scope fields;
    for (const auto& field : view.fields) fields.push_back(field.number);
    return fields;
}

std::uint32_t kind_of(const delta::EntityLog& log) {
    return log.empty() ? 0 : log.copies().front().delta.kind;
}

Error not_here() { return {ErrorCode::not_found, "That entry is not here, or was deleted."}; }

Result<void> check_delta(const VaultPlace& vault, const Entity& entity, const Delta& delta) {
    if (vault.closed) {
        return Error(ErrorCode::refused,
                     "This device was removed from the record; nothing new can be added to it.");
    }
    if (entity.log.copies().size() >= limits::deltas_per_entity_max) {
        return Error(ErrorCode::refused,
                     "This entry was changed too often; please make a new one.");
    }
    constexpr auto bytes_max = limits::envelope_body_bytes_max - envelope_rest_bytes;
    if (codec::encode_delta(delta).size() > bytes_max) {
        return Error(ErrorCode::invalid_input, "This is too long for one entry.");
    }
    return {};
}

enum class Settling { only_changes, conflicts_too };

struct VaultWrite {
    std::uint32_t kind = 0;
    ByteView fragment;
    const Scope& scope;
    Settling settling = Settling::only_changes;
    std::optional<DeltaId> id;
};

// Writes one vault's part. In the record's own vault, private values it supersedes are retired.
Result<void> write_vault(Database& database, const RecordPlace& record, const VaultPlace& vault,
                         Entity& entity, const VaultWrite& write) {
    if (write.scope.empty()) return {};
    TRY_ASSIGN(auto stamp, database.stamp());
    if (write.id) stamp.id = *write.id;
    const auto make =
        write.settling == Settling::only_changes ? delta::write_delta : delta::settling_delta;
    Delta delta =
        make(entity.log, entity.id, write.kind, vault.type, write.fragment, write.scope, stamp);
    if (delta.fields.empty()) return {};
    TRY(check_delta(vault, entity, delta));

    std::optional<Delta> retirement;
    if (record.private_ && vault.type != VaultType::private_) {
        TRY_ASSIGN(const auto next, database.stamp());
        retirement = delta::retirement_delta(entity.log, delta, next);
    }
    TRY_ASSIGN(delta, absorb_drafts(database, vault, entity, std::move(delta)));
    entity.add_local(vault, std::move(delta));
    if (retirement && !retirement->covers.empty()) {
        entity.add_local(*record.private_, *std::move(retirement));
    }
    return {};
}

// Fields whose redaction waits for its turn: what is written into them now must not be taken back
// with the rest.
Result<Scope> fields_being_unshared(Database& database, const RecordPlace& record,
                                    const Entity& entity) {
    TRY_ASSIGN(auto rows, database.sql().query("SELECT field FROM redaction "
                                               "WHERE vault = ? AND entity = ? AND NOT late",
                                               record.own->number, entity.number));
    Scope fields;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return fields;
        fields.push_back(static_cast<std::uint32_t>(rows.integer(0)));
    }
}

// A new entity's first delta is named after it, which saves eight bytes on the wire.
DeltaId creation_id(EntityId id) { return read_big_endian<DeltaId>(id.view()); }

Change change_between(const EntityView& before, const EntityView& after, EntityId id,
                      std::uint32_t kind) {
    const bool was_there = before.exists && !before.deleted;
    return {.type = was_there ? ChangeType::written : ChangeType::created,
            .id = id,
            .kind = kind,
            .fields = changed_fields(was_there ? before : EntityView{}, after)};
}

}  // namespace

std::vector<FieldChanged> changed_fields(const EntityView& before, const EntityView& after) {
    const auto is_private = [](const EntityView& view, std::uint32_t number) {
        const auto* field = view.field(number);
        return field != nullptr && !field->heads.empty() &&
               field->heads.front().vault == VaultType::private_;
    };
    Scope numbers = all_fields(before);
    for (const auto& field : after.fields) {
        if (!contains(numbers, field.number)) numbers.push_back(field.number);
    }
    std::vector<FieldChanged> changed;
    for (const auto number : numbers) {
        FieldChanged field{.number = number,
                           .before = to_bytes(before.shown(number)),
                           .after = to_bytes(after.shown(number)),
                           .before_private = is_private(before, number),
                           .after_private = is_private(after, number)};
        const bool moved = field.before_private != field.after_private && !field.before.empty() &&
                           !field.after.empty();
        if (field.before != field.after || moved) changed.push_back(std::move(field));
    }
    return changed;
}

Result<void> check_write(const Write& write) {
    const auto kind = static_cast<std::uint32_t>(write.kind);
    if (codec::fields_of(kind).empty()) {
        return Error(ErrorCode::unsupported, "This version does not know that kind of entry.");
    }
    TRY_ASSIGN(const auto fields, delta::split_fields(write.fragment));
    for (const auto& [number, bytes] : fields) TRY(codec::check_field(kind, number, bytes));
    return {};
}

Result<MaybeChange> apply_write(Database& database, const RecordPlace& record, const Write& write,
                                bool is_new) {
    const auto kind = static_cast<std::uint32_t>(write.kind);
    TRY_ASSIGN(auto entity, load_entity(database, record.number, *write.id));
    if (!entity.log.empty() && kind_of(entity.log) != kind) {
        return Error(ErrorCode::invalid_input, "That entry is of another kind.");
    }
    Scope scope = write.scope;
    if (scope.empty()) {
        const auto known = codec::fields_of(kind);
        scope.assign(known.begin(), known.end());
    }
    TRY_ASSIGN(const Scope unshared, fields_being_unshared(database, record, entity));
    const bool all_private = write.placement == Placement::private_ || record.sharing_paused;
    Scope shared_scope;
    Scope private_scope;
    for (const auto field : scope) {
        const bool goes_private =
            record.private_ &&
            (all_private || contains(write.private_fields, field) || contains(unshared, field));
        (goes_private ? private_scope : shared_scope).push_back(field);
    }

    const EntityView before = delta::view(entity.log);
    VaultWrite part{.kind = kind, .fragment = write.fragment, .scope = shared_scope};
    if (is_new) part.id = creation_id(*write.id);
    TRY(write_vault(database, record, *record.own, entity, part));
    if (record.private_) {
        VaultWrite rest{.kind = kind, .fragment = write.fragment, .scope = private_scope};
        if (is_new && entity.log.empty()) rest.id = creation_id(*write.id);
        TRY(write_vault(database, record, *record.private_, entity, rest));
    }
    if (entity.queued.empty()) return MaybeChange();
    TRY(save_entity(database, record, entity));
    return MaybeChange(change_between(before, delta::view(entity.log), entity.id, kind));
}

Result<MaybeChange> apply_removal(Database& database, const RecordPlace& record, EntityId id) {
    TRY_ASSIGN(auto entity, load_entity(database, record.number, id));
    const EntityView before = delta::view(entity.log);
    if (!before.exists || before.deleted) return not_here();
    const std::uint32_t kind = kind_of(entity.log);
    for (const auto* vault :
         {record.vault_of(record.own->type), record.vault_of(VaultType::private_)}) {
        if (vault == nullptr || delta::view(entity.log, vault->type).deleted) continue;
        TRY_ASSIGN(const auto stamp, database.stamp());
        Delta delta = delta::deletion_delta(entity.log, id, kind, vault->type, stamp);
        if (delta.covers.empty()) continue;
        TRY(check_delta(*vault, entity, delta));
        entity.add_local(*vault, std::move(delta));
    }
    TRY(save_entity(database, record, entity));
    return MaybeChange(Change{.type = ChangeType::removed, .id = id, .kind = kind, .fields = {}});
}

// Writes again what each vault showed: the record's own first, then what only the owner saw.
Result<MaybeChange> apply_restoring(Database& database, const RecordPlace& record, EntityId id) {
    TRY_ASSIGN(auto entity, load_entity(database, record.number, id));
    const EntityView before = delta::view(entity.log);
    if (!before.exists) return not_here();
    if (!before.deleted) return MaybeChange();
    const std::uint32_t kind = kind_of(entity.log);
    const EntityView own = delta::view(entity.log, record.own->type);
    const Bytes own_fragment = own.fragment();
    const Scope own_scope = all_fields(own);
    Scope private_scope;
    for (const auto& field : before.fields) {
        const bool is_private =
            !field.heads.empty() && field.heads.front().vault == VaultType::private_;
        if (is_private) private_scope.push_back(field.number);
    }
    const Bytes private_fragment = before.fragment();
    TRY(write_vault(database, record, *record.own, entity,
                    {.kind = kind, .fragment = own_fragment, .scope = own_scope}));
    if (record.private_) {
        TRY(write_vault(database, record, *record.private_, entity,
                        {.kind = kind, .fragment = private_fragment, .scope = private_scope}));
    }
    TRY(save_entity(database, record, entity));
    return MaybeChange(Change{.type = ChangeType::restored, .id = id, .kind = kind, .fields = {}});
}

// A private text never reaches the care vault by being chosen: only a text that stands there may.
Result<MaybeChange> apply_settling(Database& database, const RecordPlace& record, EntityId id,
                                   std::uint32_t field, ByteView chosen) {
    TRY_ASSIGN(auto entity, load_entity(database, record.number, id));
    const EntityView before = delta::view(entity.log);
    const auto* seen = before.field(field);
    if (seen == nullptr || seen->heads.empty() || before.deleted) return not_here();
    const std::uint32_t kind = kind_of(entity.log);
    TRY(codec::check_field(kind, field, chosen));
    bool any_private = false;
    bool stands_shared = false;
    for (const auto& head : seen->heads) {
        const bool is_private = head.vault == VaultType::private_;
        any_private = any_private || is_private;
        stands_shared =
            stands_shared || (!is_private && std::equal(head.bytes.begin(), head.bytes.end(),
                                                        chosen.begin(), chosen.end()));
    }
    const bool goes_private = record.sharing_paused || (any_private && !stands_shared);
    const Scope scope{field};
    TRY(write_vault(database, record, record.vault_for(goes_private), entity,
                    {.kind = kind,
                     .fragment = chosen,
                     .scope = scope,
                     .settling = Settling::conflicts_too,
                     .id = std::nullopt}));
    if (entity.queued.empty()) return MaybeChange();
    TRY(save_entity(database, record, entity));
    return MaybeChange(change_between(before, delta::view(entity.log), id, kind));
}

}  // namespace evenkeel::store
