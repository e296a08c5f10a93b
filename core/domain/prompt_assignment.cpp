#include "core/domain/prompt_assignment.h"

#include "core/base/limits.h"
#include "core/domain/local_time.h"

#include <algorithm>

namespace evenkeel {

namespace {

constexpr std::uint32_t every_weekday = 0x7F;

bool is_of_the_day(const PromptAssignment& prompt, Day day) {
    if (prompt.rhythm != PromptRhythm::weekly) return true;
    return (prompt.weekdays >> static_cast<std::uint32_t>(weekday(day)) & 1U) != 0;
}

}  // namespace

Result<void> check_question(const std::optional<PhiText>& text) {
    TRY(check_text(text, "The question", limits::title_characters_max));
    const std::string question = text ? text->reveal() : "";
    if (question.find_first_not_of(" \t\n\r") == std::string::npos) {
        return Error(ErrorCode::invalid_input, "A prompt needs a question.");
    }
    if (question.find('\n') != std::string::npos) {
        return Error(ErrorCode::invalid_input, "A prompt is one line.");
    }
    return {};
}

Result<void> validate(const PromptAssignment& prompt) {
    TRY(validate(prompt.when));
    TRY(check_question(prompt.question));
    TRY(check_text(prompt.theme, "The theme", limits::name_characters_max));
    if (prompt.author.is_none()) {
        return Error(ErrorCode::invalid_input, "A prompt needs the person who gives it.");
    }
    if (prompt.origin < PromptOrigin::library || prompt.origin > PromptOrigin::drafted ||
        prompt.rhythm < PromptRhythm::once || prompt.rhythm > PromptRhythm::weekly) {
        return Error(ErrorCode::invalid_input, "This kind of prompt is not known.");
    }
    const bool is_weekly = prompt.rhythm == PromptRhythm::weekly;
    if (is_weekly && ((prompt.weekdays & every_weekday) == 0 || prompt.weekdays > every_weekday)) {
        return Error(ErrorCode::invalid_input, "A weekly prompt needs at least one weekday.");
    }
    if (prompt.to && *prompt.to < prompt.from) {
        return Error(ErrorCode::invalid_input, "The last day of a prompt is before its first.");
    }
    return {};
}

bool is_due(const PromptAssignment& prompt, Day day, const std::vector<Day>& answered) {
    if (prompt.ended || day < prompt.from || (prompt.to && *prompt.to < day)) return false;
    if (!is_of_the_day(prompt, day)) return false;
    if (prompt.rhythm == PromptRhythm::once) return answered.empty();
    return std::ranges::find(answered, day) == answered.end();
}

}  // namespace evenkeel
