// The parts of the intake's screens that more than one of them has.
#pragma once

#include "app/ui/screens/screen.h"

namespace evenkeel::ui {

// One question with all that it can be answered by. `record` none: the person's own.
void intake_question(const Screen& screen, const std::optional<VaultId>& record,
                     const model::IntakePage& page, const model::IntakeLine& line);

// What was said, part by part, the change since the one before first: the same for both sides.
// Where `can_change`, each part has a way back into its questions.
void intake_reading(const Screen& screen, const model::IntakePage& page, bool can_change);

// The questions of one part, or what was said to all of them, for `local.intake.id`.
void intake_filling(const Screen& screen, const std::optional<VaultId>& record,
                    const model::IntakePage& page);

// The page with that id, null if it is gone.
const model::IntakePage* find_page(const model::IntakesView& view, const EntityId& id);

// What was typed and is not saved yet, which then counts as saved.
std::vector<model::AnswerIntake> take_unsaved(IntakeDraft& draft);

}  // namespace evenkeel::ui
