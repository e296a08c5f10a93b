// One person's profile on this device: a directory with the lock, the encrypted store and a lock
// file that keeps a second process out.
#pragma once

#include "core/store/store.h"
#include "sync/client/identity.h"
#include "sync/trust/lock.h"

#include <memory>
#include <string>

namespace evenkeel::client {

// The outside, handed in; all outlive the profile.
struct Ports {
    const Clock& clock;
    Random& random;
    SecretStore& secrets;
};

class Profile {
public:
    // Creates the directory (0700) with a new database key behind `passphrase`. Refuses a directory
    // that already holds a profile, and a passphrase that is too weak where there is no key store.
    static Result<std::unique_ptr<Profile>> create(const std::string& directory,
                                                   std::string_view passphrase, Ports ports,
                                                   trust::PasswordCost cost);
    // Errors: not_found (no profile there), busy (open in another process), wrong_passphrase,
    // damaged, unsupported (written by a newer version; nothing is changed then).
    static Result<std::unique_ptr<Profile>> open(const std::string& directory,
                                                 std::string_view passphrase, Ports ports);
    [[nodiscard]] static bool exists(const std::string& directory);
    ~Profile();

    // Re-wraps the database key; the old passphrase works until the new one is durable.
    Result<void> change_passphrase(std::string_view old_passphrase, std::string_view new_passphrase,
                                   trust::PasswordCost cost);

    store::Store& store();
    const Ports& ports() const;

private:
    struct State;
    explicit Profile(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace evenkeel::client
