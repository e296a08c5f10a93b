// Mood and screen time of a span of days, as both sides draw them. Days are
// oldest first; what was not said is a gap.
#pragma once

#include "app/ui/screens/screen.h"

namespace evenkeel::ui {

// Of the same days, for other pictures of them; none of none.
DayNames names_of(const std::vector<model::OverviewDay>& days);

LineChart mood_chart(const std::vector<model::OverviewDay>& days, std::string_view sentence);

// One chart a group, below each other over one axis of days; a group's bars stand against what was
// agreed for it a day, where something was. `sentences` and `agreed_minutes` are by group. There is
// at least one day.
void use_charts(Ui& ui, const std::vector<model::OverviewDay>& days,
                const std::array<std::string, use_group_count>& sentences,
                const std::array<std::optional<std::uint32_t>, use_group_count>& agreed_minutes);

// A strip of those days for each boundary, on one card; nothing where there is none.
void agreed_strips(const Screen& screen, const std::vector<model::AgreedStrip>& agreed,
                   const std::vector<model::OverviewDay>& days);

}  // namespace evenkeel::ui
