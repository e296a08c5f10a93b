// Questions that people of the care team gave a client to write about.
#pragma once

#include "app/model/pages.h"

namespace evenkeel::model {

// Those that are asked of the client today, in the order they were given.
Result<std::vector<GivenPrompt>> read_due_prompts(RecordDesk& desk, const PageReader& reader);
// Those that are asked now or will be, newest first.
Result<std::vector<GivenPrompt>> read_given_prompts(RecordDesk& desk, const PageReader& reader);

}  // namespace evenkeel::model
