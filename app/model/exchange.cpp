#include "app/model/exchange.h"

#include "app/model/import_ids.h"
#include "core/base/limits.h"
#include "core/codec/entity.h"
#include "core/delta/field_wire.h"

#include <set>

namespace evenkeel::model {

namespace {

constexpr const char* program_version = "0.1.0";

// What both signed, so that a reader of the file finds the sentence and not only sealed bytes.
std::optional<BoundaryDocument> document_of(const AnyEntity& entity) {
    const auto* version = std::get_if<BoundaryVersion>(&entity);
    if (version == nullptr) return std::nullopt;
    auto document = codec::decode_document(version->document);
    return document.ok() ? std::optional(std::move(document).value()) : std::nullopt;
}

void add_part(report::Export& exported, const store::EntityRow& row, const delta::EntityLog& log,
              delta::VaultType vault) {
    const delta::EntityView view = delta::view(log, vault);
    Bytes fragment = view.fragment();
    if (view.deleted || fragment.empty()) return;
    // A private note alone is no whole entry: it is shown as part of the one it belongs to.
    Bytes whole = vault == delta::VaultType::private_
                      ? delta::view(log, delta::VaultType::care).fragment()
                      : Bytes();
    append(whole, fragment);
    AnyEntity decoded;
    if (auto read = codec::decode_any(row.kind, whole); read.ok()) {
        decoded = std::move(read).value();
    }
    exported.entities.push_back({.id = row.id,
                                 .kind = row.kind,
                                 .private_ = vault == delta::VaultType::private_,
                                 .fragment = std::move(fragment),
                                 .decoded = decoded,
                                 .document = document_of(decoded)});
}

// What a client's own device may write. Replies and the clinician's signatures are the other
// side's: they come back by sync, never from a file.
bool is_importable(const report::ExportedEntity& entity, const AnyEntity& decoded) {
    switch (static_cast<EntityKind>(entity.kind)) {
        case EntityKind::mood:
        case EntityKind::use:
        case EntityKind::coverage:
        case EntityKind::boundary_answer:
        case EntityKind::journal_page:
            return true;
        // One that a clinician answered with the client is theirs to say.
        case EntityKind::intake: {
            const auto* intake = std::get_if<Intake>(&decoded);
            return intake == nullptr || intake->mode == IntakeMode::alone;
        }
        case EntityKind::consent:
        case EntityKind::appointment:
        case EntityKind::agenda_item:
        case EntityKind::plan_item:
            return !std::holds_alternative<std::monostate>(decoded);
        default:
            return false;
    }
}

Result<void> check_entity(const AnyEntity& decoded) {
    return std::visit(
        [](const auto& entity) -> Result<void> {
            if constexpr (std::is_same_v<std::decay_t<decltype(entity)>, std::monostate>) {
                return Error(ErrorCode::damaged, "The file holds an entry that cannot be read.");
            } else {
                return validate(entity);
            }
        },
        decoded);
}

store::Write write_of(EntityId id, std::uint32_t kind, Bytes fragment, store::Placement placement) {
    return {.kind = static_cast<EntityKind>(kind),
            .id = id,
            .fragment = std::move(fragment),
            .scope = {},
            .placement = placement,
            .private_fields = {}};
}

}  // namespace

Result<report::Export> export_record(store::Store& store, VaultId record) {
    report::Export exported;
    exported.made = store.context().clock.now();
    exported.program_version = program_version;
    exported.record = record;
    TRY_ASSIGN(const auto rows, store.list({.record = record,
                                            .kind = std::nullopt,
                                            .day_from = std::nullopt,
                                            .day_to = std::nullopt,
                                            .subject = std::nullopt,
                                            .count_max = limits::import_entries_max}));
    for (const store::EntityRow& row : rows) {
        TRY_ASSIGN(const auto log, store.entity_log(record, row.id));
        add_part(exported, row, log, delta::VaultType::care);
        add_part(exported, row, log, delta::VaultType::private_);
    }
    return exported;
}

Result<ImportSummary> import_record(store::Store& store, VaultId record,
                                    const report::Export& exported) {
    ImportSummary summary;
    std::set<EntityId> begun;  // an entity's second part belongs to the one just imported
    ImportIds ids(store, exported.record, record);
    store::Operation operation(store, record, "import");
    for (const report::ExportedEntity& entity : exported.entities) {
        const auto decoded = codec::decode_any(entity.kind, entity.fragment);
        const AnyEntity known = decoded.ok() ? decoded.value() : AnyEntity{};
        const EntityId id = ids.id_here(entity, known);
        const bool second_part = begun.contains(id);
        if (!second_part) {
            TRY_ASSIGN(const auto present, store.find(record, id));
            if (present) {
                ++summary.already_here;
                continue;
            }
        }
        // The private part of an entry may hold only its note, and so be no whole entity alone.
        if (!decoded.ok() && !second_part) return decoded.error();
        if (!is_importable(entity, known)) {
            ++summary.not_ours;
            continue;
        }
        if (decoded.ok()) TRY(check_entity(decoded.value()));
        store::Write write =
            write_of(id, entity.kind, entity.fragment,
                     entity.private_ ? store::Placement::private_ : store::Placement::shared);
        TRY_ASSIGN(const auto fields, delta::split_fields(entity.fragment));
        for (const auto& [number, bytes] : fields) write.scope.push_back(number);
        TRY(operation.write(write));
        if (begun.insert(id).second) ++summary.entries;
    }
    TRY(operation.commit());
    return summary;
}

}  // namespace evenkeel::model
