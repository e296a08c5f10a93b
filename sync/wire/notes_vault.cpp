#include "sync/wire/notes_vault.h"

#include "sync/trust/log_object.h"

namespace evenkeel::wire {

VaultId notes_vault_of(const trust::RootFingerprint& root, UserId clinician) {
    Bytes name = to_bytes(as_bytes("notes vault"));
    append(name, root);
    append(name, clinician.view());
    return {trust::derive_entity_id(name)};
}

}  // namespace evenkeel::wire
