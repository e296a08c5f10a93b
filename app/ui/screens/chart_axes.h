// The axes that screens give their charts.
#pragma once

#include "app/ui/kit/chart_data.h"
#include "core/domain/when.h"

namespace evenkeel::ui {

// Whole hours from 0 to at least `hours_max`, in two to four steps.
ValueAxis hours_axis(float hours_max);
ValueAxis mood_axis();
// Days from `first`: each weekday's name for a week, a date each week for more.
DayAxis day_axis(Day first, std::size_t days);
// The same days with nothing written below them, for all but the last of several charts.
DayAxis bare_day_axis(Day first, std::size_t days);
DayNames day_names(Day first);

}  // namespace evenkeel::ui
