// One digital-habits intake: who answered it how, and what was answered.
#pragma once

#include "core/base/ids.h"
#include "core/domain/mood.h"

#include <map>

namespace evenkeel {

enum class IntakeMode : std::uint32_t {
    alone = 1,     // by the client, private until they share it
    together = 2,  // in a session
    interview = 3  // by the clinician, who asked the questions
};

// What was said to one question; which of these it has is the question's kind. Nothing at all is
// "not said", which is neither zero nor no.
struct IntakeAnswer {
    std::optional<std::uint32_t> number;  // minutes, 0..10, or 1 yes and 0 no
    std::vector<std::uint32_t> choices;   // ascending
    std::string text;

    [[nodiscard]] bool is_blank() const { return !number && choices.empty() && text.empty(); }
    friend bool operator==(const IntakeAnswer&, const IntakeAnswer&) = default;
};

// By the number of the question; a blank answer is not in it.
using IntakeAnswers = std::map<std::uint32_t, Phi<IntakeAnswer>>;

// One that a clinician asks for is made by them, answered by `alone`, and has no answers yet.
struct Intake {
    When when;  // begun, or asked for
    std::uint32_t form_version = 1;
    IntakeMode mode = IntakeMode::alone;
    UserId author;                // who began it, or asked for it
    std::optional<Day> finished;  // none: still open
    IntakeAnswers answers;
    friend bool operator==(const Intake&, const Intake&) = default;
};

// Checks limits, not whether the form has such questions: it may be a newer one's.
[[nodiscard]] Result<void> validate(const Intake& intake);

// The answer's own limits: choices ascending, text of that many characters.
[[nodiscard]] Result<void> validate(const IntakeAnswer& answer);

// "alone", "together", "interview".
Literal name(IntakeMode mode);

}  // namespace evenkeel
