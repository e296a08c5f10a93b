// One line of what a session is to be about; either side adds lines of their own.
#pragma once

#include "core/base/ids.h"
#include "core/domain/mood.h"

namespace evenkeel {

struct AgendaItem {
    When when;             // it was written
    EntityId appointment;  // the session it is for
    std::optional<PhiText> text;
    UserId author;
    bool done = false;  // it was talked about
    friend bool operator==(const AgendaItem&, const AgendaItem&) = default;
};

// Refuses more than 300 characters of text.
[[nodiscard]] Result<void> validate(const AgendaItem& item);

}  // namespace evenkeel
