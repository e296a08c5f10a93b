// What stands between a stolen disk and the database key. There is no stored verifier: the right
// passphrase is the one under which the AEAD opens.
//
//   off  len
//     0    1  'L'
//     1    1  version 1
//     2    1  flags: bit 0, a key store secret is needed too
//     3    1  0
//     4    4  Argon2id passes, big-endian
//     8    4  Argon2id memory in KiB, big-endian
//    12   16  salt
//    28   72  AEAD(KEK, database key, ad = bytes 0..27)
//
//   A   = Argon2id(passphrase, salt)
//   KEK = BLAKE2b(key = key store secret, or none; "EVEN-KEK" ‖ A)
#pragma once

#include "sync/trust/primitives.h"

namespace evenkeel::trust {

using DatabaseKey = SecretBytes<32, struct DatabaseKeyKind>;
using KeystoreSecret = SecretBytes<32, struct KeystoreSecretKind>;

constexpr std::size_t lock_file_bytes = 100;

// Whether the system's key store guards this profile besides the passphrase.
enum class Keystore : Byte { absent, present };

// With a key store a PIN of 6 digits is enough, unless it is one that everybody tries first;
// without one it takes a passphrase of 15 characters that is more than one character repeated.
Result<void> check_passphrase(std::string_view passphrase, Keystore keystore);

// Makes lock bytes around `key`. Applies check_passphrase and the cost floor. Changing a passphrase
// is making new lock bytes around the same key.
Result<Bytes> create_lock(const DatabaseKey& key, std::string_view passphrase,
                          const KeystoreSecret* keystore, PasswordCost cost, Random& random);

// Errors: damaged (not lock bytes), refused (costs outside the compiled-in bounds), not_found (the
// key store secret is needed and missing), wrong_passphrase (anything else that does not open).
Result<DatabaseKey> open_lock(ByteView lock, std::string_view passphrase,
                              const KeystoreSecret* keystore);

// What the lock asks for, without opening it.
struct LockFacts {
    Keystore keystore = Keystore::absent;
    PasswordCost cost;
    Salt salt{};
};
Result<LockFacts> lock_facts(ByteView lock);

}  // namespace evenkeel::trust
