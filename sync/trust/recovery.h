// The practice's recovery sheet: one seed on paper from which the root signing key and the recovery
// key of every care, practice and notes vault come back. What stands on the paper:
// sync/paper/recovery_sheet.h.
//
//   ROOT   Ed25519 from kdf(seed, 1, "EVENROOT")
//   RECOV  X25519  from kdf(seed, 2, "EVENROOT")
#pragma once

#include "sync/trust/primitives.h"

namespace evenkeel::trust {

using RecoverySeed = SecretBytes<32, struct RecoverySeedKind>;

struct RecoveryKeys {
    SigningKeys root;
    BoxKeys recovery;
};
RecoveryKeys derive_recovery_keys(const RecoverySeed& seed);

}  // namespace evenkeel::trust
