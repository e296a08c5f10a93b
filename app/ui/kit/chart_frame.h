// What all charts have in common: a title, the sentence that says what is shown, and room below.
#pragma once

#include "app/ui/kit/body.h"
#include "app/ui/kit/ui_state.h"
#include "core/words/tr.h"

#include <optional>
#include <string>
#include <string_view>

namespace evenkeel::ui {

struct ChartWords {
    std::string_view title;
    std::string_view sentence;
    // At the right of the title where it fits, else below: the name of a dashed line.
    std::string_view dashed;
};

// Places title, sentence and `body_px` of room, registers the chart's node and draws the words.
// Returns the room.
Rect draw_chart_words(UiState& state, const ChartWords& words, float body_px);

void draw_dashes(UiState& state, Point from, float to_x, Color color);

// The id of the chart that was begun last, for its texts.
NodeId chart_id(const UiState& state, std::string_view title);

constexpr Literal no_entry = tr_later("no entry");
// Puts a node for each day into that chart: its name and what `say` gives for its index. For who
// hears it only, and where the days have names. Days lie side by side over `body`.
void add_chart_days(UiState& state, NodeId chart, const Rect& body, const DayNames& names,
                    std::size_t days, Body<std::string(std::size_t)> say);

}  // namespace evenkeel::ui
