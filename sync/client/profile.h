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

// Somebody who may removed this device and wants it erased. Remembered in the store, so that what
// cuts the program off does not save what it holds.
Result<void> ask_to_erase(store::Store& store);

class Profile {
public:
    // Creates the directory (0700) with a new database key behind `passphrase`. Refuses a directory
    // that already holds a profile, and a passphrase that is too weak where there is no key store.
    static Result<std::unique_ptr<Profile>> create(const std::string& directory,
                                                   std::string_view passphrase, Ports ports,
                                                   trust::PasswordCost cost);
    // Errors: not_found (no profile there), busy (open in another process), wrong_passphrase,
    // damaged, unsupported (written by a newer version; nothing is changed then), refused (also:
    // it was erased; where it was only asked to erase itself, that is done now).
    static Result<std::unique_ptr<Profile>> open(const std::string& directory,
                                                 std::string_view passphrase, Ports ports);
    [[nodiscard]] static bool exists(const std::string& directory);
    [[nodiscard]] static bool is_erased(const std::string& directory);
    // Closes the profile and erases what it holds: first what opens the store, then its files. Cut
    // at any point, it is finished by the next `open`. Nothing opens the directory afterwards; the
    // device's word that it was done waits there for `send_wipe_receipt` (wiped.h).
    static Result<void> erase(std::unique_ptr<Profile> profile);
    // Takes away the mark that an erased profile leaves, so that a new one can be made in its
    // place, and the word that nobody asked for. Where nothing was erased there is nothing to take.
    static Result<void> remove_erased(const std::string& directory);
    // For who has lost the passphrase: gives the folder another name beside it, so that a new
    // profile can be made in its place. Nothing is erased; its passphrase opens it there. Returns
    // that name, which is `aside_of` it. busy if a process has it open.
    static Result<std::string> set_aside(const std::string& directory, const Clock& clock);
    // A name with today's date that nothing has yet.
    [[nodiscard]] static std::string aside_of(const std::string& directory, const Clock& clock);
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
