// The tables of entities: logs with their projections, written together.
#pragma once

#include "core/store/database.h"

namespace evenkeel::store {

// One entity while it is changed.
struct Entity {
    std::int64_t number = 0;  // 0: not in the file yet
    EntityId id;
    delta::EntityLog log;

    // Deltas made here, for the outbox of their vault; `save_entity` puts them there.
    struct Queued {
        std::int64_t vault = 0;
        DeltaId delta = 0;
        std::optional<delta::Delta> before;  // the copy that was here, if there was one
    };
    std::vector<Queued> queued;

    // Adds a delta made on this device. One that says nothing new is not sent.
    void add_local(const VaultPlace& vault, delta::Delta delta);
    [[nodiscard]] const delta::Delta* find(DeltaId delta, delta::VaultType vault) const;
    // Puts `delta` in the place of the copy with its id: for what must not be united with it.
    void replace(delta::VaultType vault, delta::Delta delta);
};

// An entity nobody wrote yet has an empty log.
Result<Entity> load_entity(Database& database, std::int64_t record, EntityId id);
Result<Entity> load_entity(Database& database, std::int64_t number);

// Writes the log, its projection and the outbox; a new entity gets its number.
Result<void> save_entity(Database& database, const RecordPlace& record, Entity& entity);

Result<std::optional<EntityRow>> find_row(Database& database, const RecordPlace& record,
                                          EntityId id);
Result<std::vector<EntityRow>> list_rows(Database& database, const RecordPlace& record,
                                         const ListQuery& query);
// Deleted at `since` or later, newest deletion first.
Result<std::vector<EntityRow>> list_deleted(Database& database, const RecordPlace& record,
                                            Instant since);
// How many entities of the record are not deleted.
Result<std::int64_t> count_live(Database& database, std::int64_t record);

Result<void> rebuild_all(Database& database);
Result<std::string> describe_all(Database& database);

}  // namespace evenkeel::store
