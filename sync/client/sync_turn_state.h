// The sync turn's inside: what is under way, and what each answer makes of it. For this folder.
#pragma once

#include "sync/client/backoff.h"
#include "sync/client/turn_response.h"
#include "sync/client/turn_state.h"

namespace evenkeel::client {

struct SyncTurn::State {
    State(TurnState parts_, Transport& transport_)
        : parts(std::move(parts_)), transport(transport_), backoff(parts.profile.ports().random) {}

    Result<void> begin(Instant now);
    Result<void> begin_rebirth();
    Result<void> receive(Result<HttpAnswer> answer, Instant now);
    Result<void> take_answer(const HttpAnswer& answer, Instant now);
    Result<void> take_counter_behind(Instant now);
    Result<void> take_unknown_device(Instant now);
    Result<void> take_too_large(Instant now);
    Result<void> take_rebirth(const HttpAnswer& answer, Instant now);
    Result<void> finish(const TurnOutcome& outcome, Instant now);
    void fail(SyncState state, std::string why, Instant now);
    Result<void> settle(Instant now);

    TurnState parts;
    Transport& transport;
    Backoff backoff;
    enum class Phase { idle, turn, rebirth };
    Phase phase = Phase::idle;
    bool counter_jumped = false;  // since the last answer
    bool rebirth_tried = false;
    int hopeful_turns = 0;
    bool woken = false;             // something was saved while a turn was under way
    Instant due;                    // when the next turn begins
    std::optional<Instant> closes;  // when the kept connection is given up
    wire::TurnRequest request;      // what is under way, or waits to be tried again
    Bytes frame;                    // its exact bytes, the same at every try
};

}  // namespace evenkeel::client
