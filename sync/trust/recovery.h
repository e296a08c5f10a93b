// The practice's recovery sheet: one seed on paper from which the root signing key and the recovery
// key of every care, practice and notes vault come back.
//
//   ROOT   Ed25519 from kdf(seed, 1, "EVENROOT")
//   RECOV  X25519  from kdf(seed, 2, "EVENROOT")
//   paper  four lines of 8 seed bytes: 13 base32 characters and 3 check characters in four groups
#pragma once

#include "sync/trust/primitives.h"

#include <string>

namespace evenkeel::trust {

using RecoverySeed = SecretBytes<32, struct RecoverySeedKind>;

struct RecoveryKeys {
    SigningKeys root;
    BoxKeys recovery;
};
RecoveryKeys derive_recovery_keys(const RecoverySeed& seed);

// Four lines "XXXX-XXXX-XXXX-XXXX", each ending in '\n'.
std::string format_recovery_sheet(const RecoverySeed& seed);
// Takes the lines in order, in either case, with any white space and dashes. One wrong character is
// refused, and the sentence names the line.
Result<RecoverySeed> parse_recovery_sheet(std::string_view text);

}  // namespace evenkeel::trust
