// Mood and screen time of a span of days, as every page of an opened client draws them. Days are
// oldest first; what was not said is a gap.
#pragma once

#include "app/model/brief_view.h"
#include "app/ui/kit/ui.h"

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

}  // namespace evenkeel::ui
