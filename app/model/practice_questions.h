// The practice's own questions, offered beside the library.
#pragma once

#include "app/model/member_names.h"
#include "core/domain/prompt_assignment.h"
#include "core/store/store.h"

namespace evenkeel::model {

struct PracticeQuestion {
    EntityId id;
    std::string question;
    std::string by;        // who added it: a name, or "you"
    bool drafted = false;  // by a language model; that person edited and approved it
};

// Those that are not retired, newest first.
Result<std::vector<PracticeQuestion>> read_questions(store::Store& store, VaultId practice,
                                                     UserId reader, const Members& members);

// Says of a prompt whether its words stand among the practice's own questions.
Result<void> note_origin(store::Store& store, VaultId practice, PromptAssignment& prompt);

}  // namespace evenkeel::model
