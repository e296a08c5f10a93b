// A human reply, bound to the entry it answers.
#pragma once

#include "core/base/ids.h"
#include "core/domain/mood.h"

namespace evenkeel {

struct Feedback {
    When when;
    EntityId about;
    std::optional<PhiText> text;
    UserId author;
    friend bool operator==(const Feedback&, const Feedback&) = default;
};

[[nodiscard]] Result<void> validate(const Feedback& feedback);

}  // namespace evenkeel
