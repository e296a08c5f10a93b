// What a practice says and keeps for all its clients.
#pragma once

#include "core/base/ids.h"
#include "core/domain/prompt_assignment.h"

namespace evenkeel {

// The newest version counts. A client's record holds a copy of each that was told there.
struct PracticePolicy {
    When when;                                // it was said
    std::uint32_t version = 1;                // counts up with each change
    std::optional<std::uint32_t> reply_days;  // a shared page is answered within; none: no promise
    UserId author;
    // A record is kept so long after its treatment; none: nothing was said. Nothing is deleted.
    std::optional<std::uint32_t> retention_years;
    friend bool operator==(const PracticePolicy&, const PracticePolicy&) = default;
};

// Refuses a promise of no day, or of more than limits::reply_days_max, and likewise retention by
// limits::retention_years_max.
[[nodiscard]] Result<void> validate(const PracticePolicy& policy);

// A question of the practice's own, offered beside the library.
struct PracticePrompt {
    When when;  // it was added
    std::optional<PhiText> question;
    UserId author;
    bool retired = false;  // offered no more; where it was given it stays
    friend bool operator==(const PracticePrompt&, const PracticePrompt&) = default;
};

// Refuses a question that is empty, longer than a title or more than one line.
[[nodiscard]] Result<void> validate(const PracticePrompt& prompt);

}  // namespace evenkeel
