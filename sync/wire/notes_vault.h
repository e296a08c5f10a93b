// Where a clinician's own notes live. The id derives from the person, so that devices that begin
// without a network mean the same vault; the server founds it for nobody else.
#pragma once

#include "core/base/ids.h"
#include "sync/trust/roster_frame.h"

namespace evenkeel::wire {

VaultId notes_vault_of(const trust::RootFingerprint& root, UserId clinician);

}  // namespace evenkeel::wire
