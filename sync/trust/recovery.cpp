#include "sync/trust/recovery.h"

namespace evenkeel::trust {

RecoveryKeys derive_recovery_keys(const RecoverySeed& seed) {
    return {signing_keys_from_seed(derive(seed.view(), 1, "EVENROOT")),
            box_keys_from_seed(derive(seed.view(), 2, "EVENROOT"))};
}

}  // namespace evenkeel::trust
