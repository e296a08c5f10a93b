// What the recorded use says of one boundary. The private half of the evaluation.
#pragma once

#include "core/domain/local_time.h"
#include "core/insight/boundary_evaluation.h"

namespace evenkeel::insight {

// From four in the morning to the next, on the clocks of the place.
[[nodiscard]] Result<TimeSpan> bounds_of(Day day, const DayPlace& place);

// Everything of an evaluation that comes from the log, by the rules that `evaluate` names. Of a
// rule that only an answer can decide nothing is said.
[[nodiscard]] Result<Evaluation> judge_by_log(const BoundaryTerms& terms, Day day,
                                              const Records& records, const DayPlace& place);

}  // namespace evenkeel::insight
