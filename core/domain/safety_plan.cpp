#include "core/domain/safety_plan.h"

#include "core/base/limits.h"

#include <algorithm>

namespace evenkeel {

namespace {

bool is_blank(const PhiText& text) {
    return text.reveal().find_first_not_of(" \t\n\r") == std::string::npos;
}

// Control characters would end or part a line where it is kept.
bool is_one_line(const PhiText& text) {
    return std::ranges::none_of(text.reveal(), [](char character) {
        return static_cast<unsigned char>(character) < ' ' || character == '\x7F';
    });
}

}  // namespace

Result<void> validate(const SafetyPlan& plan) {
    if (is_blank(plan.who)) {
        return Error(ErrorCode::invalid_input, "Say who looks at what clients tell.");
    }
    TRY(check_text(plan.who.reveal(), "Who looks", limits::name_characters_max));
    if (!is_one_line(plan.who)) {
        return Error(ErrorCode::invalid_input, "Who looks is said in one line.");
    }
    if (plan.rhythm < CheckRhythm::every_weekday || plan.rhythm > CheckRhythm::before_session) {
        return Error(ErrorCode::invalid_input, "Say how often somebody looks.");
    }
    const bool counts_days = plan.rhythm == CheckRhythm::within_days;
    if (counts_days ? plan.days < 1 || plan.days > limits::check_days_max : plan.days != 0) {
        return Error(ErrorCode::invalid_input, "Somebody looks within 1 to {} days.")
            .with(static_cast<long long>(limits::check_days_max));
    }
    if (is_blank(plan.out_of_hours)) {
        return Error(ErrorCode::invalid_input, "Say what happens at night and at weekends.");
    }
    return check_text(plan.out_of_hours.reveal(), "What happens out of hours",
                      limits::out_of_hours_characters_max);
}

Result<void> validate(const PracticeNumber& number) {
    if (is_blank(number.name) || is_blank(number.number)) {
        return Error(ErrorCode::invalid_input, "A number to call needs its name and its digits.");
    }
    TRY(check_text(number.name.reveal(), "The name", limits::name_characters_max));
    TRY(check_text(number.number.reveal(), "The number", limits::phone_number_characters_max));
    TRY(check_text(number.hours.reveal(), "The hours", limits::name_characters_max));
    if (!is_one_line(number.name) || !is_one_line(number.number) || !is_one_line(number.hours)) {
        return Error(ErrorCode::invalid_input, "A number to call is one line.");
    }
    return {};
}

Result<void> validate(const std::vector<PracticeNumber>& numbers) {
    if (numbers.size() > limits::practice_numbers_max) {
        return Error(ErrorCode::invalid_input, "A practice gives at most {} numbers to call.")
            .with(static_cast<long long>(limits::practice_numbers_max));
    }
    for (const PracticeNumber& number : numbers) TRY(validate(number));
    return {};
}

}  // namespace evenkeel
