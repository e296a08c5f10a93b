// Keys: one table, both for what they do and for the sheet that lists them.
#pragma once

#include "app/ui/screens/screen.h"

namespace evenkeel::ui {

// Does what the keys pressed since the last frame ask for, where they mean something now.
void shortcuts(const Screen& screen);

}  // namespace evenkeel::ui
