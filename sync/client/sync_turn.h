// The sync turn as a state machine. It holds no thread: whoever owns it calls tick(now) and may
// sleep until next_deadline(), waking earlier for local changes.
//
//   settled --(local change, or poll due)--> sealing --> sending --> applying --> settled
//      any --(no network)--> offline (backoff with jitter, no limit that drops anything) -->
//      sending
#pragma once

#include "sync/client/keyring.h"
#include "sync/client/profile.h"
#include "sync/client/transport.h"

#include <memory>
#include <string>
#include <vector>

namespace evenkeel::client {

enum class SyncState { offline, waiting, sending, settled, refused };

// What a screen or the terminal may say about sync. It never claims more than is durable here.
struct SyncReport {
    SyncState state = SyncState::waiting;
    std::size_t pending = 0;   // own entries not yet on the server, derived from rows
    std::size_t sent = 0;      // entries whose receipt became durable since the machine started
    std::size_t received = 0;  // deltas applied since then
    std::size_t parked = 0;
    std::size_t quarantined = 0;               // dated too far ahead; all are shown by the time
    std::optional<Instant> quarantined_until;  // of the last, unless they are dated again sooner
    std::size_t deletions_held = 0;
    // This device was removed and is to be erased: end the SyncTurn, then Profile::erase.
    bool erase_asked = false;
    std::size_t unwanted = 0;    // devices whose items this server refused; they are kept here
    std::uint64_t bytes_up = 0;  // application bytes since the machine started
    std::uint64_t bytes_down = 0;
    std::size_t turns = 0;
    std::optional<Instant> last_success;
    std::optional<std::int64_t> clock_ahead_ms;  // this device against the server, if it is wrong
    std::vector<std::string> notices;            // refusals and alarms: fixed sentences with counts
    std::string why;                             // offline or refused: one sentence
};

class SyncTurn {
public:
    // All outlive the machine. `identity` is re-read from the store when it changes (new device
    // id).
    SyncTurn(Profile& profile, Identity identity, Transport& transport);
    ~SyncTurn();

    // Does what is due and returns at once, but for waiting at most `wait_ms` for the network.
    // `now` is the one clock reading of this call. An error is a local one (disk full, damaged):
    // network trouble is a state.
    Result<void> tick(Instant now, int wait_ms = 0);
    // When tick should be called next if nothing else happens.
    [[nodiscard]] Instant next_deadline() const;
    // A local change was saved: a turn is due soon (bursts are gathered).
    void wake(Instant now);
    // A person pressed "sync now": no backoff, no gathering.
    void hurry(Instant now);

    [[nodiscard]] SyncReport report();

    // Runs turns until settled, refused or offline, for at most `limit_ms` of real waiting.
    Result<SyncReport> run_until_settled(std::int64_t limit_ms);

private:
    struct State;
    std::unique_ptr<State> state_;
    std::optional<Error> broken_;  // the profile's lists of members cannot be read
};

}  // namespace evenkeel::client
