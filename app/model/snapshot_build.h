// From what the engine holds to what the screens show.
#pragma once

#include "app/model/engine_state.h"

namespace evenkeel::model {

// Never fails: what cannot be read is said in it.
SnapshotPtr build_snapshot(EngineState& state);

}  // namespace evenkeel::model
