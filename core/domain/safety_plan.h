// What a practice does when a client tells it about their safety: who looks, how often, and what
// happens when nobody does. And the practice's own numbers to call.
#pragma once

#include "core/domain/text.h"

namespace evenkeel {

// How often somebody looks at what clients share.
enum class CheckRhythm : std::uint32_t { every_weekday = 1, within_days = 2, before_session = 3 };

// Said whole or not at all: who looks, without when, is no answer.
struct SafetyPlan {
    PhiText who;  // a person or a duty: "Dr Weber", "whoever is on duty"
    CheckRhythm rhythm = CheckRhythm::every_weekday;
    std::uint32_t days = 0;  // of `within_days`; else 0
    PhiText out_of_hours;    // what a client does and can expect at night and at weekends
    friend bool operator==(const SafetyPlan&, const SafetyPlan&) = default;
};

// Refuses a plan without who looks or without what happens out of hours, a name of more than one
// line, and more than limits::check_days_max days.
[[nodiscard]] Result<void> validate(const SafetyPlan& plan);

// A number of the practice's own: shown first on the crisis card, also above the lock.
struct PracticeNumber {
    PhiText name;    // "Harbour Practice, on duty"
    PhiText number;  // as it is dialled
    PhiText hours;   // "Weekdays 8 to 18"; may be empty
    friend bool operator==(const PracticeNumber&, const PracticeNumber&) = default;
};

// Refuses one without a name or a number, and anything of more than one line: they are kept in a
// file of lines, outside the lock.
[[nodiscard]] Result<void> validate(const PracticeNumber& number);

// More than limits::practice_numbers_max are refused, too.
[[nodiscard]] Result<void> validate(const std::vector<PracticeNumber>& numbers);

}  // namespace evenkeel
