// One thing a person did: one durable transaction, one undo step.
#pragma once

#include "core/store/store.h"

#include <optional>
#include <string>
#include <vector>

namespace evenkeel::store {

// Where new values of an entity go. While sharing is paused, `shared` values go private too.
enum class Placement { shared, private_ };

struct Write {
    EntityKind kind = EntityKind::mood;
    std::optional<EntityId> id;        // none: a new entity with a random id
    Bytes fragment;                    // the target values of the fields in `scope`
    std::vector<std::uint32_t> scope;  // fields to set or clear; empty: all the kind knows
    Placement placement = Placement::shared;
    std::vector<std::uint32_t> private_fields;  // these go private whatever `placement` says
};

// What joining and agreeing write is no undo step: an agreement is ended by withdrawing, in words
// the other side sees, never by a signature that silently goes.
enum class UndoStep { kept, none };

// Collects writes and commits them together; destroyed without commit it leaves nothing behind.
// `name` tells the person what undo would take back ("mood entry").
class Operation {
public:
    Operation(Store& store, RecordId record, Literal name, UndoStep undo = UndoStep::kept);
    ~Operation();
    Operation(const Operation&) = delete;
    Operation& operator=(const Operation&) = delete;

    // Writes the fields of `write.scope`. Values that are already shown make no delta. Each field
    // is checked against its kind and limits before anything is stored.
    Result<EntityId> write(const Write& write);
    // Moves the entity to the trash (30 days). Refused for what is written once; so is, as
    // unsharing, what was told about safety and who has read it.
    Result<void> remove(EntityId id);
    // Re-issues the values shown now in the care vault, never the history of typing (rule 7).
    Result<void> share(EntityId id, const std::vector<std::uint32_t>& scope = {});
    // Moves the shown values back to the private vault and queues the redaction of the care ones.
    Result<void> unshare(EntityId id, const std::vector<std::uint32_t>& scope = {});

    // Durable when it returns. An operation that changed nothing is no undo step.
    Result<void> commit();

private:
    struct State;
    std::unique_ptr<State> state_;
};

struct Undone {
    std::string name;  // of the operation taken back
    std::vector<EntityId> entities;
};

// Takes back the newest operation of this device that was not taken back yet (at most 30 steps).
// Undo writes new deltas; nothing is erased. Values somebody changed since are left as they are.
// Nothing to undo is ErrorCode::not_found.
Result<Undone> undo(Store& store, RecordId record);

// Entities deleted within the last 30 days, newest first, and the way back for one of them.
Result<std::vector<EntityRow>> trash(Store& store, RecordId record);
Result<void> restore(Store& store, RecordId record, EntityId id);

// Entities that were unshared, and whose copies in the record's own vault have yet to be taken back
// at a sync. Until then their rows still say `has_shared`.
Result<std::vector<EntityId>> being_unshared(Store& store, RecordId record);

// Settles a conflict: the chosen text replaces all heads.
Result<void> settle(Store& store, RecordId record, EntityId id, std::uint32_t field,
                    ByteView chosen);

// While paused, new values go to the private vault; unsealed care values are re-routed there too.
Result<void> set_sharing_paused(Store& store, RecordId record, bool paused);
Result<bool> sharing_paused(Store& store, RecordId record);

// The record ended for this device, which was taken out of it: it takes nothing new.
Result<bool> is_closed(Store& store, RecordId record);

}  // namespace evenkeel::store
