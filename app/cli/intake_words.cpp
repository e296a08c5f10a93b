#include "app/cli/intake_words.h"

#include "core/domain/local_time.h"

namespace evenkeel::cli {

namespace {

const char* kind_word(QuestionKind kind) {
    switch (kind) {
        case QuestionKind::one:
            return "one";
        case QuestionKind::several:
            return "several";
        case QuestionKind::minutes:
            return "minutes";
        case QuestionKind::rating:
            return "rating";
        case QuestionKind::yes_no:
            return "yes_no";
        case QuestionKind::line:
            return "line";
        case QuestionKind::text:
            return "text";
    }
    return "unknown";
}

const char* what_to_type(QuestionKind kind) {
    switch (kind) {
        case QuestionKind::one:
            return "one of";
        case QuestionKind::several:
            return "any of, with commas";
        case QuestionKind::minutes:
            return "a duration, as 1h30";
        case QuestionKind::rating:
            return "0 to 10";
        case QuestionKind::yes_no:
            return "yes or no";
        case QuestionKind::line:
        case QuestionKind::text:
            return "words";
    }
    return "";
}

std::string state_line(const store::KeptIntake& kept, Role reader) {
    const Intake& intake = kept.intake;
    std::string text = "Intake of " + print_date(intake.when.day) + ", " + name(intake.mode).text;
    text += intake.finished ? ", finished " + print_date(*intake.finished) : ", not finished";
    if (reader != Role::client || intake.mode != IntakeMode::alone) return text + ".\n";
    if (!kept.shared || !kept.shared->finished) return text + ". Only you see it.\n";
    const bool is_same = kept.shared->answers == asked_only(intake_form(), intake.answers);
    return text + (is_same ? ". Your care team sees all of it.\n"
                           : ". Your care team sees it as you shared it; what you changed since is "
                             "only yours.\n");
}

}  // namespace

std::string question_lines(const IntakeQuestion& question) {
    std::string text = question.ask;
    if (question.is_optional) text += " (only if you want to say)";
    if (!question.help.empty()) text += "\n  " + question.help;
    text += std::string("\n  ") + question.key + ": " + what_to_type(question.kind);
    for (const IntakeChoice& choice : question.choices) {
        text += "\n    " + choice.key + "  " + choice.words;
    }
    return text + "\n";
}

std::string all_question_lines() {
    std::string text;
    for (const IntakePart& part : intake_form().parts) {
        text += part.title + "\n";
        for (const IntakeQuestion& question : part.questions) text += question_lines(question);
        text += "\n";
    }
    return text;
}

std::string intake_lines(const model::IntakeStanding& standing, const store::KeptIntake& kept,
                         Role reader) {
    std::string text = state_line(kept, reader);
    const auto changes = model::changes_since_before(standing, kept);
    if (!changes.empty()) text += "\nSince last time:\n";
    for (const PhiText& change : changes) text += "  " + change.reveal() + "\n";
    const IntakeAnswers answers = asked_only(intake_form(), kept.intake.answers);
    for (const IntakePart& part : intake_form().parts) {
        text += "\n" + part.title + "\n";
        for (const IntakeQuestion& question : part.questions) {
            if (!is_asked(intake_form(), question, answers)) continue;
            const IntakeAnswer* const given = answer_to(answers, question.number);
            text += "  " + question.key + "  " + question.name + ": " +
                    said(question, given ? *given : IntakeAnswer{}).reveal() + "\n";
            const auto also = kept.also_typed.find(question.number);
            if (also == kept.also_typed.end()) continue;
            for (const PhiText& words : also->second) {
                text += "    on another device: " + words.reveal() + "\n";
            }
        }
    }
    return text;
}

nlohmann::json questions_json() {
    nlohmann::json list = nlohmann::json::array();
    for (const IntakePart& part : intake_form().parts) {
        for (const IntakeQuestion& question : part.questions) {
            nlohmann::json choices = nlohmann::json::array();
            for (const IntakeChoice& choice : question.choices) {
                choices.push_back({{"key", choice.key}, {"words", choice.words}});
            }
            list.push_back({{"key", question.key},
                            {"part", part.key},
                            {"kind", kind_word(question.kind)},
                            {"ask", question.ask},
                            {"optional", question.is_optional},
                            {"choices", choices}});
        }
    }
    return list;
}

nlohmann::json intake_json(const model::IntakeStanding& standing, const store::KeptIntake& kept) {
    nlohmann::json answers = nlohmann::json::object();
    for (const auto& [number, answer] : asked_only(intake_form(), kept.intake.answers)) {
        const IntakeQuestion* const question = find_question(intake_form(), number);
        if (question != nullptr) answers[question->key] = said(*question, answer.reveal()).reveal();
    }
    nlohmann::json changes = nlohmann::json::array();
    for (const PhiText& change : model::changes_since_before(standing, kept)) {
        changes.push_back(change.reveal());
    }
    const Intake& intake = kept.intake;
    return {{"entry_id", to_hex(kept.id)},
            {"day", print_date(intake.when.day)},
            {"answered", name(intake.mode).text},
            {"finished",
             intake.finished ? nlohmann::json(print_date(*intake.finished)) : nlohmann::json()},
            {"shared", kept.shared.has_value() && kept.shared->finished.has_value()},
            {"answers", answers},
            {"changes", changes}};
}

}  // namespace evenkeel::cli
