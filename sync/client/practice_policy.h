// What a practice says to all its clients, and the copies of it in their records.
#pragma once

#include "core/domain/practice.h"
#include "core/store/sync_store.h"
#include "sync/client/keyring.h"

namespace evenkeel::client {

// The newest version in the practice vault, or the newest that was told in a client's record.
// Nothing: none was said.
Result<std::optional<PracticePolicy>> policy_in(store::Store& store, VaultId vault);

// Says within how many days a shared page is answered, to all clients; none takes the promise back.
// They learn it at the next turn of a staff device. Refuses more than limits::reply_days_max, and
// whoever is no staff.
Result<void> promise_replies(store::Store& store, const Identity& identity,
                             std::optional<std::uint32_t> days);

// What the practice does when a client tells about their safety; none takes the plan back, and then
// nothing asks. And its own numbers to call, which replace those before. As `promise_replies`
// otherwise; refuses what validate() does.
Result<void> set_safety_plan(store::Store& store, const Identity& identity,
                             std::optional<SafetyPlan> plan);
Result<void> set_practice_numbers(store::Store& store, const Identity& identity,
                                  std::vector<PracticeNumber> numbers);
// Says for how many years after its treatment a record is kept; none: nothing is said. Nothing is
// ever deleted by it. Refuses more than limits::retention_years_max, and whoever is no admin.
Result<void> state_retention(store::Store& store, const Identity& identity,
                             std::optional<std::uint32_t> years);

// Copies the newest version into each record of `rows` that this staff device is a member of, under
// H(record, source, version): whichever device does it, and however often, there is one copy.
Result<void> copy_policy(store::Store& store, const Identity& identity, const Keyring& keyring,
                         const std::vector<store::VaultRow>& rows);

}  // namespace evenkeel::client
