// The digital-habits intake as it is asked: parts, questions and the conditions between them. It is
// data (assets/intake.txt); the numbers of questions and choices are what is stored, so they are
// never reused.
#pragma once

#include "core/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evenkeel {

enum class QuestionKind {
    one,      // of the choices
    several,  // of the choices
    minutes,  // a day, 0..1440
    rating,   // 0..10
    yes_no,
    line,  // a few words
    text,  // as much as somebody wants to write
};

struct IntakeChoice {
    std::uint32_t number = 0;
    std::string key;    // "some_days", on the command line
    std::string words;  // "Some days", on the screen
};

// The question is asked once the one named here was answered, and not (only) by that choice.
struct IntakeCondition {
    std::uint32_t question = 0;
    std::uint32_t choice = 0;
};

struct IntakeQuestion {
    std::uint32_t number = 0;  // 1..limits::intake_question_max
    std::string key;           // "ai_use"
    QuestionKind kind = QuestionKind::one;
    std::string name;  // short: "AI tools", in what changed and in what is read
    std::string ask;   // the whole question
    std::string help;  // a line below it, or empty
    std::vector<IntakeChoice> choices;
    std::optional<IntakeCondition> condition;
    bool is_optional = false;  // a topic nobody should feel pressed about; the screen says so
};

struct IntakePart {
    std::string key;
    std::string title;
    std::vector<IntakeQuestion> questions;
};

struct IntakeForm {
    std::uint32_t version = 1;
    std::vector<IntakePart> parts;
};

// Refuses with a sentence what is no form: numbers used twice or out of range, a condition on a
// question that does not come before, words among the chosen numbers or the other way round.
[[nodiscard]] Result<IntakeForm> parse_intake_form(std::string_view text);

// The one this program asks.
const IntakeForm& intake_form();

// Null if this form does not have it.
const IntakeQuestion* find_question(const IntakeForm& form, std::uint32_t number);
const IntakeQuestion* find_question(const IntakeForm& form, std::string_view key);
const IntakeChoice* find_choice(const IntakeQuestion& question, std::uint32_t number);

// Typed, not chosen: what two devices typed at once is kept side by side.
constexpr bool is_typed(QuestionKind kind) {
    return kind == QuestionKind::line || kind == QuestionKind::text;
}

}  // namespace evenkeel
