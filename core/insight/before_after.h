// What was different after a boundary began, in one person: the minutes first, then the mood. As in
// the clinical design, section 4.4; never that the boundary led to it.
#pragma once

#include "core/insight/association.h"
#include "core/insight/level_change.h"

namespace evenkeel::insight {

// Known days wanted on each side, and needed.
constexpr std::size_t side_days = 28;
constexpr std::size_t side_days_min = 21;
// Change takes its time: the first days after the beginning are neither before nor after.
constexpr std::int32_t transition_days = 3;

// One value a day, before and after, in the value's own unit.
struct Step {
    std::size_t days_before = 0;  // known, at most 28
    std::size_t days_after = 0;
    bool enough = false;    // 21 on each side, and values that vary; what follows only then
    Estimate level;         // after less before, with weekends allowed for
    Estimate with_trend;    // the same, where each side may also rise or fall by itself
    Estimate trend_before;  // per week: something was under way before it began
    LevelChange means;      // the plain means, with carry-over allowed for
};

enum class StepFinding {
    too_early,
    minutes_alike,  // no change of the minutes is clear: nothing to ask of the mood
    cannot_tell,    // the ways of counting disagree, or something else began at that time
    mood_alike,
    mood_higher,
    mood_lower
};

struct BeforeAfter {
    StepFinding finding = StepFinding::too_early;
    Step minutes;
    Step mood;
};

// Other things that happened within a week of the beginning, such as a session, leave nothing to be
// said of the mood.
enum class OtherEvents { none_known, near };

// `begins` is among `days` or after them; the days of before are those before it.
BeforeAfter before_after(const PairedDays& days, Day begins, OtherEvents events);

// ---- The models, for the frozen vectors
// ---------------------------------------------------------- A value per calendar day from `first`;
// a step at index `begins`, from which it counts as after.
struct SteppedDays {
    Day first;
    std::vector<std::optional<double>> values;
    std::size_t begins = 0;
};
// Terms: 1, step, weekend (as in same_day_model).
[[nodiscard]] std::vector<ModelDay> level_model(const SteppedDays& days);
// Terms: those, weeks since the beginning, and the same from the beginning on.
[[nodiscard]] std::vector<ModelDay> trend_model(const SteppedDays& days);

}  // namespace evenkeel::insight
