// Who this profile is: its person, its device keys, its practice and where the server is.
#pragma once

#include "core/domain/boundary.h"
#include "core/store/store.h"
#include "sync/paper/invite_link.h"

#include <optional>
#include <string>

namespace evenkeel::client {

struct ServerAddress {
    paper::LinkTransport transport = paper::LinkTransport::tls;
    std::string host;
    std::uint16_t port = 0;
    std::optional<Hash32> spki_pin;  // present: exactly this certificate key; else the usual trust
};

struct Identity {
    Role role = Role::client;
    UserId user;
    trust::DeviceKeys keys;
    trust::RootFingerprint root{};
    ServerAddress server;
    std::string name;        // as the person gave it
    VaultId care_vault;      // client: the own record; clinician: none
    VaultId private_vault;   // client only
    VaultId practice_vault;  // staff only
    // Whether a roster that names this device has been seen; until then it is joined, not
    // confirmed.
    bool confirmed = false;
};

// A profile that has not joined a practice yet has no identity: an empty optional.
Result<std::optional<Identity>> load_identity(store::Store& store);
Result<void> save_identity(store::Store& store, const Identity& identity);

}  // namespace evenkeel::client
