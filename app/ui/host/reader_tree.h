// The tree of the interface as screen readers are told it. Pure.
#pragma once

#include "app/ui/kit/semantic_tree.h"
#include "platform/accessibility.h"

#include <string>

namespace evenkeel::ui {

// `window` is where the window is on the display. Rows, tabs and days that stand together get a
// list around them; what a control says besides its label becomes part of its name, since readers
// that go over the window line by line hear names only. Where nothing has the focus, as after a
// page was opened, it is told to be on the heading, so that a person hears where they are.
platform::accessible::Tree reader_tree(const Tree& tree, std::string title,
                                       const platform::accessible::Box& window, bool is_active);

}  // namespace evenkeel::ui
