// A question that a person of the care team gave a client to write about.
#pragma once

#include "core/base/ids.h"
#include "core/domain/mood.h"

namespace evenkeel {

// Where its words come from. Whatever it is, a person read and gave it.
enum class PromptOrigin : std::uint32_t {
    library = 1,   // the program's own
    person = 2,    // written by who gives it
    practice = 3,  // kept by the practice
    drafted = 4,   // by a language model, then edited and approved by the practice
};
enum class PromptRhythm : std::uint32_t { once = 1, daily = 2, weekly = 3 };

struct PromptAssignment {
    When when;  // it was given
    std::optional<PhiText> question;
    std::optional<PhiText> theme;
    PromptOrigin origin = PromptOrigin::person;
    UserId author;
    PromptRhythm rhythm = PromptRhythm::once;
    std::uint32_t weekdays = 0;  // of a weekly one: bit 0 is Monday
    Day from;
    std::optional<Day> to;  // the last day it is asked
    bool ended = false;     // by a person, before `to`
    friend bool operator==(const PromptAssignment&, const PromptAssignment&) = default;
};

// Refuses a question that is empty, longer than a title or more than one line.
[[nodiscard]] Result<void> check_question(const std::optional<PhiText>& question);

// Refuses such a question, a weekly rhythm without a weekday, and days that are out of order.
[[nodiscard]] Result<void> validate(const PromptAssignment& prompt);

// Whether it is asked on `day`. `answered` holds the days of the pages written to it: what is asked
// once is asked until it is answered, what is asked again is asked anew each of its days.
[[nodiscard]] bool is_due(const PromptAssignment& prompt, Day day,
                          const std::vector<Day>& answered);

}  // namespace evenkeel
