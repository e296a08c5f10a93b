// The steps operations are made of. Each runs inside a transaction, writes deltas, and tells what
// it changed in the person's eyes, so that undo can take exactly that back.
#pragma once

#include "core/store/entity_table.h"
#include "core/store/operation.h"

namespace evenkeel::store {

struct FieldChanged {
    std::uint32_t number = 0;
    Bytes before;  // what was shown; empty: blank
    Bytes after;
    bool before_private = false;
    bool after_private = false;
};

// The numbers are kept in undo steps and never change.
enum class ChangeType : Byte {
    written = 1,
    created = 2,  // the entity was not there, or was deleted
    removed = 3,
    restored = 4,
    shared = 5,
    unshared = 6,
};

struct Change {
    ChangeType type = ChangeType::written;
    EntityId id;
    std::uint32_t kind = 0;
    std::vector<FieldChanged> fields;
};

// None if everything was shown like that already.
using MaybeChange = std::optional<Change>;

// Checks what can be checked without the file: the kind, the fields, their sizes.
Result<void> check_write(const Write& write);

// `write.id` must be set; `is_new`: its id was made at random for this write.
Result<MaybeChange> apply_write(Database& database, const RecordPlace& record, const Write& write,
                                bool is_new);
Result<MaybeChange> apply_removal(Database& database, const RecordPlace& record, EntityId id);
Result<MaybeChange> apply_restoring(Database& database, const RecordPlace& record, EntityId id);
Result<MaybeChange> apply_settling(Database& database, const RecordPlace& record, EntityId id,
                                   std::uint32_t field, ByteView chosen);

// An empty scope means every field.
using Scope = std::vector<std::uint32_t>;
Result<MaybeChange> apply_sharing(Database& database, const RecordPlace& record, EntityId id,
                                  const Scope& scope);
Result<MaybeChange> apply_unsharing(Database& database, const RecordPlace& record, EntityId id,
                                    const Scope& scope);
// Moves everything of the record that no other device can have seen to the private vault.
Result<void> reroute_unsealed(Database& database, const RecordPlace& record);

// What `after` shows otherwise than `before`.
std::vector<FieldChanged> changed_fields(const delta::EntityView& before,
                                         const delta::EntityView& after);

// Keeps one undo step, and at most 30 of the record. Nothing changed is no step.
Result<void> keep_undo_step(Database& database, const RecordPlace& record, const std::string& name,
                            const std::vector<Change>& changes);

}  // namespace evenkeel::store
