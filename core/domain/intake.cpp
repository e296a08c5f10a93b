#include "core/domain/intake.h"

#include "core/base/limits.h"

#include <algorithm>

namespace evenkeel {

Result<void> validate(const IntakeAnswer& answer) {
    const auto& choices = answer.choices;
    const bool is_ascending =
        std::adjacent_find(choices.begin(), choices.end(), std::greater_equal<>()) == choices.end();
    const bool is_in_range =
        choices.empty() || (choices.front() >= 1 && choices.back() <= limits::intake_choice_max);
    if (!is_ascending || !is_in_range) {
        return Error(ErrorCode::invalid_input, "These choices are none that the intake offers.");
    }
    if (answer.number && *answer.number > limits::day_minutes_max) {
        return Error(ErrorCode::invalid_input, "A day has 24 hours.");
    }
    return check_text(answer.text, "The answer", limits::note_characters_max);
}

Result<void> validate(const Intake& intake) {
    TRY(validate(intake.when));
    if (intake.mode < IntakeMode::alone || intake.mode > IntakeMode::interview) {
        return Error(ErrorCode::invalid_input,
                     "An intake is answered alone, together or in an interview.");
    }
    if (intake.author.is_none()) {
        return Error(ErrorCode::invalid_input, "An intake needs somebody who began it.");
    }
    std::size_t bytes = 0;
    for (const auto& [question, answer] : intake.answers) {
        if (question == 0 || question > limits::intake_question_max) {
            return Error(ErrorCode::invalid_input, "The intake has no such question.");
        }
        TRY(validate(answer.reveal()));
        bytes += answer.reveal().text.size();
    }
    if (bytes > limits::intake_bytes_max) {
        return Error(ErrorCode::invalid_input, "The intake's words take {} bytes; {} are the most.")
            .with(static_cast<long long>(bytes))
            .with(static_cast<long long>(limits::intake_bytes_max));
    }
    return {};
}

Literal name(IntakeMode mode) {
    switch (mode) {
        case IntakeMode::alone:
            return "alone";
        case IntakeMode::together:
            return "together";
        case IntakeMode::interview:
            return "interview";
    }
    return "unknown";
}

}  // namespace evenkeel
