// What was said in an intake, in the language of the person who reads it. The answers themselves
// are numbers; core/domain says them in English for exports and documents.
#pragma once

#include "core/domain/intake_rules.h"

#include <string>

namespace evenkeel::model {

// "Phone and tablet", "1 h 30 min", "7 of 10", "not said"; what a person typed as it is.
std::string said_words(const IntakeQuestion& question, const IntakeAnswer& answer);

}  // namespace evenkeel::model
