// Which clients the list shows, and opening one, for its rows and for the keys alike.
#pragma once

#include "app/ui/screens/screen.h"

namespace evenkeel::ui {

// Those whose name has the searched text in it, in the order of the caseload.
std::vector<const model::CaseLine*> visible_cases(const Screen& screen);
bool is_open(const Screen& screen, const model::CaseLine& line);
// Keeps the range of days that is looked at.
void open_case(const Screen& screen, VaultId record);

}  // namespace evenkeel::ui
