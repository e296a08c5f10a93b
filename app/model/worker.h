// The engine on a thread of its own: intents in, snapshots out, through one queue each way.
#pragma once

#include "app/model/engine.h"

#include <functional>
#include <memory>

namespace evenkeel::model {

class Worker {
public:
    // `wake` is called from the worker's thread when a new snapshot can be taken.
    Worker(EngineSetup setup, std::function<void()> wake);
    ~Worker();  // finishes what was asked, then stops; nothing asked is lost

    void post(Intent intent);
    void touched();
    // The newest snapshot since the last call; none if nothing changed.
    [[nodiscard]] SnapshotPtr take();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace evenkeel::model
