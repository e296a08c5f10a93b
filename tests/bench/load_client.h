// A client that only loads the server: all it will send was sealed, signed and framed beforehand,
// and it keeps nothing but how long each answer took.
#pragma once

#include "sync/client/profile.h"
#include "tests/bench/machine.h"
#include "tests/bench/tls_connection.h"

#include <vector>

namespace evenkeel::bench {

// One turn: a whole HTTP request, and the position its envelope must get in the vault's log.
struct PreparedTurn {
    Bytes request;
    std::uint64_t position = 0;
};

// `count` turns of the profile's device, each with one sealed record and cursors that follow the
// one before. The profile must be settled, and must not be used afterwards: the server will know
// more of it than it does.
std::vector<PreparedTurn> prepare_turns(client::Profile& profile, std::size_t count);

class LoadClient {
public:
    LoadClient(const client::ServerAddress& server, std::vector<PreparedTurn> turns);

    [[nodiscard]] int socket() const { return connection_.socket(); }
    [[nodiscard]] bool done() const { return next_ == turns_.size(); }
    // Sends the next request. Nothing may be under way.
    void begin_turn();
    // The socket has something: reads on, and begins the next turn when the answer is whole and
    // says that the record is stored where it must be.
    void go_on();
    [[nodiscard]] const std::vector<double>& latencies_ms() const { return latencies_ms_; }

private:
    void check(const TlsAnswer& answer) const;

    TlsConnection connection_;
    std::vector<PreparedTurn> turns_;
    std::size_t next_ = 0;
    std::string received_;
    StopWatch since_sent_;
    std::vector<double> latencies_ms_;
};

}  // namespace evenkeel::bench
