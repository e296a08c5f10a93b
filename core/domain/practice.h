// What a practice says and keeps for all its clients.
#pragma once

#include "core/base/ids.h"
#include "core/domain/prompt_assignment.h"
#include "core/domain/safety_plan.h"

namespace evenkeel {

// The newest version counts. A client's record holds a copy of each that was told there.
struct PracticePolicy {
    When when;                                // it was said
    std::uint32_t version = 1;                // counts up with each change
    std::optional<std::uint32_t> reply_days;  // a shared page is answered within; none: no promise
    UserId author;
    std::optional<SafetyPlan> plan;       // when a client tells about their safety
    std::vector<PracticeNumber> numbers;  // to call, in the practice's order
    // A record is kept so long after its treatment; none: nothing was said. Nothing is deleted.
    std::optional<std::uint32_t> retention_years;
    friend bool operator==(const PracticePolicy&, const PracticePolicy&) = default;
};

// Refuses a promise of no day, or of more than limits::reply_days_max, likewise retention by
// limits::retention_years_max, and such a plan and numbers as safety_plan.h refuses.
[[nodiscard]] Result<void> validate(const PracticePolicy& policy);

// Whether the practice has named who looks at what clients tell about their safety, when, and what
// happens when nobody does. Without it nothing may ask for such an answer: who cannot answer does
// not collect (product.md 7).
[[nodiscard]] bool answers_for_safety(const std::optional<PracticePolicy>& policy);

// A question of the practice's own, offered beside the library.
struct PracticePrompt {
    When when;  // it was added
    std::optional<PhiText> question;
    UserId author;
    bool retired = false;  // offered no more; where it was given it stays
    bool drafted = false;  // by a language model; `author` edited and approved it
    friend bool operator==(const PracticePrompt&, const PracticePrompt&) = default;
};

// Refuses a question that is empty, longer than a title or more than one line.
[[nodiscard]] Result<void> validate(const PracticePrompt& prompt);

}  // namespace evenkeel
