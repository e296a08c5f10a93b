// What a snapshot will say once the engine has done an intent, so that a tap shows at once and two
// quick steps of a stepper count as two. The engine's own snapshot replaces it.
#pragma once

#include "app/model/snapshot.h"

namespace evenkeel::ui {

void expect(model::Snapshot& snapshot, const model::Intent& intent);

}  // namespace evenkeel::ui
