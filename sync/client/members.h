// Names of people and devices in a practice, and what a device adds to a record when it enters it.
#pragma once

#include "core/domain/person.h"
#include "sync/client/keyring.h"
#include "sync/client/profile.h"

#include <map>
#include <string>

namespace evenkeel::client {

// The practice's own name stands in a Person entity of the practice vault, under a user id that no
// person has: the root fingerprint.
UserId practice_user(const trust::RootFingerprint& root);

Person person_of(const Identity& identity);
// The same entity on every device: its id derives from the user's.
EntityId person_entity(const store::Store& store, UserId user);
Result<void> write_person(store::Store& store, VaultId record, const Person& person);
// Mood, use and boundary answers are shared; journal pages and counts of private entries are not.
Result<void> write_default_consents(store::Store& store, VaultId record);

// Names in one record; those nobody gave are missing.
Result<std::map<UserId, std::string>> names_in(store::Store& store, VaultId record);

// What an invite said, for as long as the practice's own entries have not come.
struct KnownNames {
    std::string practice;
    std::string inviter;
};
Result<void> keep_names(store::Store& store, const KnownNames& names);
Result<KnownNames> known_names(store::Store& store);
// The practice's name: as its own vault has it, else as the invite said.
Result<std::string> practice_name(store::Store& store, const Identity& identity);

// Whether the device is confirmed, and what it now is: run when rosters have come. Writes this
// person's name into each record that lacks it, and saves the identity if it changed.
Result<void> settle_membership(Profile& profile, const Identity& identity, Keyring& keyring);

}  // namespace evenkeel::client
