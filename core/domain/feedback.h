// A human reply, bound to the entry it answers; without words, that somebody read it.
#pragma once

#include "core/base/ids.h"
#include "core/domain/mood.h"

namespace evenkeel {

struct Feedback {
    When when;
    EntityId about;
    std::optional<PhiText> text;
    UserId author;
    bool no_reply = false;  // without words: it was read, and none are to follow
    friend bool operator==(const Feedback&, const Feedback&) = default;
};

[[nodiscard]] Result<void> validate(const Feedback& feedback);

}  // namespace evenkeel
