// The blended plan as both sides read it: what happens online, in the room and outside.
#pragma once

#include "app/model/client_view.h"
#include "app/model/member_names.h"
#include "core/store/plan_items.h"

namespace evenkeel::model {

// The lines that stand, in the order of PlanPlace, each the oldest first.
Result<std::vector<PlanLine>> plan_lines(store::Store& store, VaultId record, UserId reader,
                                         const Members& members);
// "Online, between sessions", "In the room", "Outside".
std::string_view place_title(PlanPlace place);

}  // namespace evenkeel::model
