// What was said in an intake, in the language of the person who reads it. The answers themselves
// are numbers; core/domain says them in English for exports and documents.
#pragma once

#include "core/domain/intake_rules.h"

#include <string>
#include <vector>

namespace evenkeel::model {

// "Phone and tablet", "1 h 30 min", "7 of 10", "not said"; what a person typed as it is.
std::string said_words(const IntakeQuestion& question, const IntakeAnswer& answer);
// What changed from one intake to another, one sentence for each question: "AI tools: was every
// day, now some days".
std::vector<PhiText> change_sentences(const IntakeForm& form, const IntakeAnswers& before,
                                      const IntakeAnswers& now);

}  // namespace evenkeel::model
