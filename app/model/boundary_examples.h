// Boundaries to start from. Each is changed by the two people before anyone signs it.
#pragma once

#include "app/model/boundary_form.h"

#include <vector>

namespace evenkeel::model {

struct BoundaryExample {
    Literal name;  // what it is for, in a few words; said by `tr`
    BoundaryForm form;
};

// "Less" before "none": cutting down did about as well as stopping in trials, and people keep to it
// (clinical.md 3.5). All texts are our own.
std::vector<BoundaryExample> boundary_examples();

}  // namespace evenkeel::model
