#include "app/model/prompt_form.h"

#include "app/model/phrases.h"
#include "app/model/prompts.h"

#include <algorithm>
#include <array>

namespace evenkeel::model {

namespace {

constexpr std::array<const char*, 7> weekdays_plural = {
    "Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"};

}  // namespace

PromptAssignment prompt_of(const PromptForm& form, Day today, UserId author) {
    PromptAssignment prompt{
        .question = PhiText(form.question), .author = author, .rhythm = form.rhythm, .from = today};
    const auto known = std::ranges::find(prompts(), form.question, &Prompt::question);
    if (known != prompts().end()) {
        prompt.origin = PromptOrigin::library;
        prompt.theme = PhiText(std::string(known->theme));
    }
    if (form.rhythm == PromptRhythm::weekly) prompt.weekdays = form.weekdays;
    constexpr std::int32_t week = 7;
    if (form.weeks > 0) prompt.to = today + (static_cast<std::int32_t>(form.weeks) * week - 1);
    return prompt;
}

std::string rhythm_words(const PromptAssignment& prompt) {
    std::string words = "Once";
    if (prompt.rhythm == PromptRhythm::daily) words = "Every day";
    if (prompt.rhythm == PromptRhythm::weekly) {
        std::vector<std::string> days;
        for (std::size_t i = 0; i < weekdays_plural.size(); ++i) {
            if ((prompt.weekdays >> i & 1U) != 0) days.emplace_back(weekdays_plural[i]);
        }
        words = "On " + joined(days);
    }
    return prompt.to ? words + " until " + long_date(*prompt.to) : words;
}

}  // namespace evenkeel::model
