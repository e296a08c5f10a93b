// What a client agreed to share, kind by kind.
#pragma once

#include "core/domain/consent.h"
#include "core/store/store.h"

#include <array>
#include <map>
#include <vector>

namespace evenkeel::model {

// The kinds a client switches on and off. A journal page is shared by itself, never by a switch.
inline constexpr std::array shared_kinds = {SharedData::mood, SharedData::use,
                                            SharedData::boundary_answers};

// "Mood", "Screen time", "Boundary answers".
Literal name(SharedData data);

// Who joined by an invite whose text names all of them, and has said nothing since, shares them.
Result<std::map<SharedData, bool>> read_consents(store::Store& store, VaultId record);

// What was agreed to before there is a record to keep it in: durable before joining begins, and
// written as consents as soon as the record is there, before anything is sealed. None: no wish.
Result<void> keep_wish(store::Store& store, const std::optional<std::vector<SharedData>>& agreed);
Result<void> write_wish(store::Store& store, VaultId record);

// Writes the consent of one kind.
Result<void> write_consent(store::Store& store, VaultId record, SharedData data, bool given);

}  // namespace evenkeel::model
