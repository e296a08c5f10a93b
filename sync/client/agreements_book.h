// What agreements.h is made of: where a version's hash comes from, and whose signature counts.
#pragma once

#include "sync/client/agreements.h"
#include "sync/trust/agreement.h"

namespace evenkeel::client {

// The signed statement of one version: its vault, its chain and the document's exact bytes.
trust::Agreement agreement_of(VaultId record, const BoundaryDocument& document, ByteView bytes);

trust::AgreementRole agreement_role(Role role);

// The role a device has or had in the record, as its rosters say; admins are clinicians here.
std::optional<Role> role_in(const Keyring& keyring, VaultId record, DeviceId device);

// The record's book with a keyring at hand.
Result<BoundaryBook> read_book(store::Store& store, const Keyring& keyring, VaultId record);

// The exact bytes of one version's document, as stored.
Result<Bytes> document_bytes(store::Store& store, VaultId record, EntityId version);

}  // namespace evenkeel::client
