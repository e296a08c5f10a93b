// What must hold of everything that is shown. Each check fails the running test where it does not.
#pragma once

#include "tests/app/ui/screens/scenes.h"

#include <span>
#include <string>

namespace evenkeel::test {

// "today, phone, light, 780 px, 200 %".
std::string named(const Scene& scene, const ui::Look& look);
int top_layer(const ui::Tree& tree);

// Every control has words of its own, and an id of its own.
void check_names(const ui::Tree& tree);
// Controls are as large as a finger or a pointer needs.
void check_targets(const ui::Tree& tree, const ui::Look& look);
// What is seen lies inside the safe area, and nothing is wider than that.
void check_places(const ui::Tree& tree, const ui::Look& look);
// No words are cut off at a side, and none lie over others. Scrolling cuts above and below.
void check_words(std::span<const ui::TextRun> runs);
// All words stand out from what is behind them.
void check_contrast(std::span<const ui::TextRun> runs, const ui::Look& look);
// The Tab key reaches every control of the topmost layer.
void check_tab(Gui& gui);

}  // namespace evenkeel::test
