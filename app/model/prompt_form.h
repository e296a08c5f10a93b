// A question to give to a client, as it is put together.
#pragma once

#include "core/domain/prompt_assignment.h"

#include <string>

namespace evenkeel::model {

// What a clinician puts together, up to the sentence that says when it is asked.
struct PromptForm {
    std::string question;
    PromptRhythm rhythm = PromptRhythm::once;
    std::uint32_t weekdays = 0;  // of a weekly one: bit 0 is Monday
    std::uint32_t weeks = 0;     // how long it is asked; 0: until it is ended
    friend bool operator==(const PromptForm&, const PromptForm&) = default;
};
// From today on. A question that stands in the library, word by word, keeps its theme.
PromptAssignment prompt_of(const PromptForm& form, Day today, UserId author);

// "Once", "Every day until Friday 27 November", "On Mondays and Thursdays".
std::string rhythm_words(const PromptAssignment& prompt);

}  // namespace evenkeel::model
