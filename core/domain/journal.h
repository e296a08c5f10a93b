// A journal page.
#pragma once

#include "core/base/ids.h"
#include "core/domain/mood.h"

namespace evenkeel {

struct JournalPage {
    When when;
    std::optional<Instant> entered_late;
    std::optional<PhiText> title;
    std::optional<PhiText> text;
    std::optional<bool> bring_to_session;
    std::optional<EntityId> prompt;  // the prompt it answers
    std::optional<Day> shared_on;    // the day it was first shared, as it is shared now
    friend bool operator==(const JournalPage&, const JournalPage&) = default;
};

// Refuses more than 20,000 characters or 60,000 bytes of text.
[[nodiscard]] Result<void> validate(const JournalPage& page);

}  // namespace evenkeel
