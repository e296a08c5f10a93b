// What use was for, against what was agreed. A private part of the evaluation.
#pragma once

#include "core/insight/known_use.h"

namespace evenkeel::insight {

struct Purposes {
    bool other = false;   // some use was for something that was not agreed
    bool unsaid = false;  // of some use nobody said what it was for
};

Purposes purposes_of(const Window& window, const PurposeOnly& rule, std::span<const UseEntry> use);

}  // namespace evenkeel::insight
