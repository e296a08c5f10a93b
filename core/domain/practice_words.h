// What a practice says of its times, in the one wording that invites, screens and the terminal use.
#pragma once

#include "core/domain/practice.h"

#include <string>

namespace evenkeel {

// "every weekday, by Dr Weber".
std::string check_words(const SafetyPlan& plan);

// Said wherever somebody writes or shares something: "Nobody is watching this live. ..." with the
// practice's own times, or, where it has said none, that it may take days.
std::string nobody_watches(const std::optional<PracticePolicy>& policy);

}  // namespace evenkeel
