// Choosing a question from the library, for a page of one's own and for a client.
#pragma once

#include "app/ui/screens/screen.h"

namespace evenkeel::ui {

// The sheet with all of them, by theme, while `is_open`. What was chosen, once. `own` are the
// practice's, and stand first; none of them, no such theme.
std::optional<std::string> choose_question(const Screen& screen, bool& is_open, std::size_t& theme,
                                           const std::vector<model::PracticeQuestion>& own = {});

}  // namespace evenkeel::ui
