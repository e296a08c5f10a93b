// Deltas on their way: unsealed, sealed without a receipt, and what may still be done with them.
//
// A row names a delta of the log; its bytes are read from there, so that log and outbox can never
// tell two stories.
#pragma once

#include "core/store/entity_table.h"
#include "core/store/envelope_table.h"

namespace evenkeel::store {

// Queues what was made here. Where a copy was here before, it is remembered as what other devices
// may have, unless that copy itself still waits and never left.
Result<void> queue(Database& database, std::int64_t entity, const Entity::Queued& added);

// A copy of a delta came from another device. If it waits here too, it is not only here any more;
// what this copy says is elsewhere from now on.
Result<void> note_elsewhere(Database& database, std::int64_t vault, std::int64_t entity,
                            const delta::Delta& came);

// Puts a delta back to be sealed in a new envelope, by id. Doing it twice is doing it once.
Result<void> queue_again(Database& database, std::int64_t vault, std::int64_t entity,
                         DeltaId delta);

// The same for all that lies in one envelope and still says anything.
Result<void> queue_contents_again(Database& database, const VaultPlace& vault,
                                  const std::vector<Content>& contents);

// True while no other device can have a copy of it: unsealed, and never sealed before.
Result<bool> is_only_here(Database& database, std::int64_t vault, const Entity& entity,
                          DeltaId delta);
// The fields of a write that no other device can have, ascending, with what stands in their place
// elsewhere: nothing, or an earlier value that was taken back.
struct OnlyHere {
    std::uint32_t field = 0;
    std::optional<delta::FieldChange> elsewhere;  // without its bytes
};
Result<std::vector<OnlyHere>> fields_only_here(Database& database, std::int64_t vault,
                                               const Entity& entity, const delta::Delta& write);
Result<void> take_out(Database& database, std::int64_t vault, const Entity& entity, DeltaId delta);

// Rule 5: a draft of one text field absorbs the one before it, if that is only here. Returns the
// delta to store, which may be `later` unchanged.
Result<delta::Delta> absorb_drafts(Database& database, const VaultPlace& vault, Entity& entity,
                                   delta::Delta later);

// The newest row handed out, and whether all rows of a vault up to one have their receipts.
Result<std::int64_t> newest_row(Database& database);
Result<bool> confirmed_up_to(Database& database, std::int64_t vault, std::int64_t row);

}  // namespace evenkeel::store
