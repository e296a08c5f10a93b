// Does what a person asked and says what there is to show. It has no thread: `Worker` gives it one,
// tests call it in line.
#pragma once

#include "app/model/snapshot.h"
#include "core/base/active_window.h"
#include "sync/client/enrolment.h"

#include <memory>
#include <optional>
#include <string>

namespace evenkeel::model {

struct EngineSetup {
    std::string profile_directory;
    client::Ports ports;      // outlive the engine
    client::Connect connect;  // how the server is reached
    // Of a new profile's passphrase; none: what is right with or without a key store.
    std::optional<trust::PasswordCost> cost = std::nullopt;
    // Where files for the person are proposed; empty: where the program was started.
    std::string documents_folder = {};
    std::string locale = {};  // of the system, as "de_AT.UTF-8"; empty where it says nothing
    BackgroundReminders* background = nullptr;  // outlives the engine; none: the system has none
    ActiveWindow* active_window = nullptr;      // outlives the engine; none: the system has none
    std::string activitywatch = "http://127.0.0.1:5600";  // where it listens, on this very device
};

class Engine {
public:
    explicit Engine(EngineSetup setup);
    ~Engine();

    // Does it. What it saved is durable when this returns; what went wrong is in the snapshot.
    // Steps that need the network wait for it here.
    void handle(const Intent& intent);
    // What is due now: sync (waiting at most `wait_ms` for the network), the end of the undo offer,
    // reminders, the day's end, the idle lock.
    void tick(int wait_ms);
    // When `tick` is wanted again if nothing is asked before.
    [[nodiscard]] Instant next_deadline() const;
    // A person touched something: the idle lock waits anew.
    void touched();
    // The newest state. Cheap: made again only after something changed.
    [[nodiscard]] SnapshotPtr snapshot();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace evenkeel::model
