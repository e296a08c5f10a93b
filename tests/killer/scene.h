// A practice with one client whose program is killed again and again, and a second device of that
// client, which sees what the server really has.
#pragma once

#include "tests/killer/aim.h"
#include "tests/killer/ledger.h"
#include "tests/killer/people.h"
#include "tests/support/process.h"

#include <memory>
#include <random>
#include <string>

namespace evenkeel::test {

class Scene {
public:
    Scene(const std::string& server_program, std::string worker_program, std::uint64_t seed);

    // Starts the programs, kills the one on that side at the chosen place, starts it again, and
    // checks that nothing was lost, doubled or left over.
    void kill_once(Window window, Side side);
    // A device that was never there fetches everything; the server checks its own chains.
    void check_with_fresh_device();

    [[nodiscard]] const Ledger& ledger() const { return ledger_; }
    // Kills that came after something was durable and before anybody was told: the narrow places.
    [[nodiscard]] int kills_before_saved() const { return kills_before_saved_; }
    [[nodiscard]] int kills_before_sent() const { return kills_before_sent_; }

private:
    std::string kill_client(Aim& aim);
    std::string kill_server(Aim& aim);
    [[nodiscard]] Words worker_words();
    void check();
    [[nodiscard]] std::string folder(const std::string& name) const { return scratch_.path(name); }

    ScratchFolder scratch_;
    std::string worker_program_;
    RealServer server_;
    Outside outside_;
    std::mt19937_64 seeded_;
    Ledger ledger_;
    ProfileOwner second_device_;
    int kills_before_saved_ = 0;
    int kills_before_sent_ = 0;
};

}  // namespace evenkeel::test
