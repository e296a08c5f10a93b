// Brings received deltas into the log: what is wrong is parked, what is too early waits, what
// deletes too much is asked about; all the rest is merged.
#pragma once

#include "core/store/entity_table.h"
#include "core/store/envelope_table.h"
#include "core/store/sync_store.h"

#include <span>

namespace evenkeel::store {

// A delta that lay in an envelope; its entity has a number once it is merged.
struct DeltaName {
    EntityId entity;
    DeltaId delta = 0;
};
using DeltaNames = std::vector<DeltaName>;

// What one call of SyncStore merges into one vault.
class Merging {
public:
    Merging(Database& database, VaultPlace vault, RecordPlace record)
        : database_(database), vault_(std::move(vault)), record_(std::move(record)) {}

    // Takes the deltas out of an envelope, and says which they were. Those dated too far ahead,
    // fields that fail their check and what could not be read are set aside at once.
    Result<DeltaNames> take(Received& received, Instant server_time);
    // Takes one that was checked before: out of quarantine, or confirmed by the person.
    void take_checked(delta::Delta delta);

    // R31: sets aside the deletions among what was taken, if they are more than a person would do.
    Result<void> hold_deletions();
    // Merges what was taken, entity by entity, and lets the clock see it.
    Result<void> merge();

    // Where the deltas of an envelope went, once they were merged.
    [[nodiscard]] std::vector<Content> contents_of(const DeltaNames& names) const;
    [[nodiscard]] const ApplySummary& summary() const { return summary_; }

private:
    struct Group {
        EntityId id;
        std::vector<delta::Delta> deltas;
        std::int64_t number = 0;
    };

    Group& group_of(EntityId id);
    Result<void> take_one(const EnvelopeRow& envelope, delta::Delta checked, Instant server_time);
    [[nodiscard]] std::int64_t number_of(EntityId id) const;
    Result<bool> is_dated_again(const delta::Delta& early);
    Result<void> quarantine(const delta::Delta& early);
    Result<void> release_copies(const delta::Delta& dated_again);
    Result<bool> would_delete(const Group& group);
    Result<void> merge_group(Group& group);
    Result<void> save_late_values(Entity& entity);
    Result<void> queue_late_redactions(const Entity& entity,
                                       const std::vector<std::uint32_t>& fields);

    Database& database_;
    VaultPlace vault_;
    RecordPlace record_;
    std::vector<Group> groups_;  // in the order of their first delta
    std::unordered_map<EntityId, std::size_t> places_;
    delta::ClockStamp newest_ = 0;
    ApplySummary summary_;
};

}  // namespace evenkeel::store
