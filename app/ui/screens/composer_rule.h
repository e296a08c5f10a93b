// The part of a boundary that differs from kind to kind, as it is put together.
#pragma once

#include "app/model/boundary_form.h"
#include "app/ui/kit/ui.h"

namespace evenkeel::ui {

// The kind, and under it what that kind needs. Changes the form as the person taps and types.
void composer_rule(Ui& ui, model::BoundaryForm& form);

}  // namespace evenkeel::ui
