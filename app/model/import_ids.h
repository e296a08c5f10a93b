// What a day, or a kind of data, has one of has an id that hangs on its record (Store::daily_id).
// In another record it is imported under the id it has there, so that what is noted next changes it
// and makes no second one, and what was said there already stays.
#pragma once

#include "core/report/json_format.h"
#include "core/store/store.h"

#include <map>

namespace evenkeel::model {

class ImportIds {
public:
    // From the record that the file names into `record`; from none, ids stay as they are.
    ImportIds(store::Store& store, std::optional<VaultId> from, VaultId record)
        : store_(store), from_(from), record_(record) {}

    // `decoded` may be nothing for the second part of an entity, which follows its first.
    EntityId id_here(const report::ExportedEntity& entity, const AnyEntity& decoded);

private:
    store::Store& store_;
    std::optional<VaultId> from_;
    VaultId record_;
    std::map<EntityId, EntityId> known_;  // there, here
};

}  // namespace evenkeel::model
