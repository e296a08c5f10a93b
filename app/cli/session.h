// What every command of the terminal program is handed: the options, the opened profile and who it
// belongs to. Opening happens when a command first asks for it.
#pragma once

#include "core/domain/record_keeping.h"
#include "core/store/store.h"
#include "sync/client/profile.h"
#include "sync/client/sync_turn.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <memory>
#include <string>

namespace evenkeel::cli {

struct Options {
    std::string profile;          // directory; empty: the platform's data folder
    std::string passphrase_file;  // empty: asked at the terminal
    bool json = false;
    std::string now;  // RFC 3339; only with EVENKEEL_TEST_CLOCK=1
};

class Session {
public:
    explicit Session(Options options);
    ~Session();

    // Opens the profile (once). Fails if there is none yet.
    Result<client::Profile*> profile();
    // Opens it, or creates it with a new passphrase: for `practice create` and `join`.
    Result<client::Profile*> profile_or_new();
    // Another passphrase, from the first line of a file or else from the terminal.
    Result<void> change_passphrase(const std::string& new_file);
    // Erases the profile, which nothing may use any more.
    Result<void> erase_profile();
    // The same by its own person's wish: a new one can be made in its place.
    Result<void> erase_by_wish();
    // Who this profile is; fails if it has not joined a practice.
    Result<client::Identity> identity();
    // The record a command is about: the client's own, or for staff the client they named.
    Result<VaultId> record(const std::string& client_name);

    // The same for a command that shows something of it: of staff it is first written down,
    // durably, that they opened it. Where that cannot be written, nothing is handed out.
    Result<VaultId> open_record(const std::string& client_name, ViewedSection section);
    // Writes it down for a record that is known; nothing for the person's own or the practice's.
    Result<void> note_view(VaultId record, ViewedSection section);

    // After a command: what lies outside the lock about reminders, and the practice's numbers to
    // call, follow what it changed.
    Result<void> keep_what_is_outside();

    // Says one or more sentences, unless --json was asked for.
    void say(const std::string& text) const;
    // Prints the one JSON document of this command, if --json was asked for.
    void print(const nlohmann::json& document) const;
    [[nodiscard]] bool json() const { return options_.json; }

    // Where the profile lies, whether there is one or not; opens nothing.
    Result<std::string> folder();
    // Where the profile that was opened lies.
    [[nodiscard]] const std::string& profile_folder() const { return options_.profile; }
    [[nodiscard]] const Clock& clock() const;
    // Sets the time commands act at; refused unless the test clock is allowed.
    Result<std::function<void(Instant)>> movable_clock();
    [[nodiscard]] Random& random() const;

private:
    // From a file's first line, or where none is named from the terminal, a new one twice.
    Result<std::string> passphrase(bool is_new, const std::string& file);
    [[nodiscard]] trust::PasswordCost password_cost() const;
    Result<void> prepare_ports();

    Options options_;
    struct State;
    std::unique_ptr<State> state_;
};

// Reads a file of at most `bytes_max`, or writes one whole and durably (temporary file and rename).
Result<std::string> read_file(const std::string& path, std::size_t bytes_max);
Result<void> write_file(const std::string& path, std::string_view bytes);

}  // namespace evenkeel::cli
