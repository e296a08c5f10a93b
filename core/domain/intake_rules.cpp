#include "core/domain/intake_rules.h"

#include "core/base/limits.h"
#include "core/domain/duration.h"

#include <algorithm>

namespace evenkeel {

namespace {

constexpr std::string_view none_key = "none";

bool is_none(const IntakeQuestion& question, std::uint32_t choice) {
    const IntakeChoice* const found = find_choice(question, choice);
    return found != nullptr && found->key == none_key;
}

bool contains(const std::vector<std::uint32_t>& choices, std::uint32_t choice) {
    return std::ranges::find(choices, choice) != choices.end();
}

Result<void> check_number(const IntakeAnswer& answer, std::uint32_t max, Literal sentence) {
    const bool fits = answer.choices.empty() && answer.text.empty() && *answer.number <= max;
    return fits ? Result<void>() : Error(ErrorCode::invalid_input, sentence);
}

Result<void> check_choices(const IntakeQuestion& question, const IntakeAnswer& answer) {
    TRY(validate(answer));
    const bool are_known = std::ranges::all_of(answer.choices, [&](std::uint32_t choice) {
        return find_choice(question, choice) != nullptr;
    });
    const bool is_one = question.kind == QuestionKind::several || answer.choices.size() == 1;
    const bool none_alone =
        answer.choices.size() < 2 || std::ranges::none_of(answer.choices, [&](std::uint32_t each) {
            return is_none(question, each);
        });
    if (!answer.number && answer.text.empty() && are_known && is_one && none_alone) return {};
    return Error(ErrorCode::invalid_input, "The question does not offer that choice.");
}

Result<IntakeAnswer> parse_choices(const IntakeQuestion& question, std::string_view text) {
    IntakeAnswer answer;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t comma = std::min(text.find(',', start), text.size());
        const auto found = std::ranges::find(question.choices, text.substr(start, comma - start),
                                             &IntakeChoice::key);
        if (found == question.choices.end()) {
            return Error(ErrorCode::invalid_input,
                         "That is none of the choices; `intake show` lists them by name.");
        }
        answer.choices.push_back(found->number);
        start = comma + 1;
    }
    std::ranges::sort(answer.choices);
    return answer;
}

Result<IntakeAnswer> parse_yes_no(std::string_view text) {
    if (text == "yes") return IntakeAnswer{.number = 1};
    if (text == "no") return IntakeAnswer{.number = 0};
    return Error(ErrorCode::invalid_input, "Answer yes or no, or nothing.");
}

Result<IntakeAnswer> parse_rating(std::string_view text) {
    for (std::uint32_t number = 0; number <= rating_max; ++number) {
        if (text == std::to_string(number)) return IntakeAnswer{.number = number};
    }
    return Error(ErrorCode::invalid_input, "Give a whole number from 0 to 10.");
}

// As it reads within a sentence; "AI tools" and "I cannot tell" keep their capital.
std::string inside(std::string words) {
    const bool is_word = words.size() > 1 && words[0] >= 'A' && words[0] <= 'Z' &&
                         words[1] >= 'a' && words[1] <= 'z';
    if (is_word) words[0] = static_cast<char>(words[0] - 'A' + 'a');
    return words;
}

std::string choice_words(const IntakeQuestion& question, std::uint32_t number) {
    const IntakeChoice* const choice = find_choice(question, number);
    return choice == nullptr ? "something a newer version offers" : choice->words;
}

// Those choices that are in one answer and not in the other.
std::vector<std::uint32_t> only_in(const IntakeQuestion& question, const IntakeAnswer& answer,
                                   const IntakeAnswer& other) {
    std::vector<std::uint32_t> choices;
    for (const std::uint32_t choice : answer.choices) {
        const bool counts = !contains(other.choices, choice) && !is_none(question, choice);
        if (counts) choices.push_back(choice);
    }
    return choices;
}

std::string inside_words(const IntakeQuestion& question,
                         const std::vector<std::uint32_t>& choices) {
    std::vector<std::string> words;
    for (const std::uint32_t choice : choices) {
        words.push_back(inside(choice_words(question, choice)));
    }
    return joined(words);
}

std::string several_sentence(const IntakeChange& change) {
    const std::string more = inside_words(*change.question, change.chosen_anew);
    const std::string less = inside_words(*change.question, change.chosen_no_longer);
    std::string text = change.question->name + ": ";
    if (!more.empty()) text += "now also " + more;
    if (!less.empty()) text += (more.empty() ? "no longer " : "; no longer ") + less;
    return text;
}

std::string sentence_of(const IntakeChange& change) {
    const IntakeQuestion& question = *change.question;
    if (is_typed(question.kind)) return question.name + ": written anew";
    if (question.kind == QuestionKind::several) return several_sentence(change);
    std::string text = question.name + ": was " + inside(said(question, change.before).reveal()) +
                       ", now " + inside(said(question, change.now).reveal());
    if (question.kind == QuestionKind::minutes && change.before.number && change.now.number) {
        const std::uint32_t was = *change.before.number;
        const std::uint32_t is = *change.now.number;
        text +=
            ", " + short_duration(is > was ? is - was : was - is) + (is > was ? " more" : " less");
    }
    return text;
}

}  // namespace

const IntakeAnswer* answer_to(const IntakeAnswers& answers, std::uint32_t question) {
    const auto found = answers.find(question);
    if (found == answers.end() || found->second.reveal().is_blank()) return nullptr;
    return &found->second.reveal();
}

bool is_asked(const IntakeForm& form, const IntakeQuestion& question,
              const IntakeAnswers& answers) {
    // A condition is on an earlier question, so this goes back and comes to an end.
    const IntakeQuestion* at = &question;
    while (at->condition) {
        const IntakeAnswer* const given = answer_to(answers, at->condition->question);
        if (given == nullptr || contains(given->choices, at->condition->choice)) return false;
        at = find_question(form, at->condition->question);
        ASSERT(at != nullptr);  // the form was checked when it was read
    }
    return true;
}

IntakeAnswers asked_only(const IntakeForm& form, const IntakeAnswers& answers) {
    IntakeAnswers asked;
    for (const auto& [number, answer] : answers) {
        const IntakeQuestion* const question = find_question(form, number);
        const bool counts = question == nullptr || is_asked(form, *question, answers);
        if (counts && !answer.reveal().is_blank()) asked.emplace(number, answer);
    }
    return asked;
}

Result<void> check_answer(const IntakeQuestion& question, const IntakeAnswer& answer) {
    if (answer.is_blank()) return {};
    const bool is_number = question.kind == QuestionKind::minutes ||
                           question.kind == QuestionKind::rating ||
                           question.kind == QuestionKind::yes_no;
    if (is_number != answer.number.has_value()) {
        return Error(ErrorCode::invalid_input, "The question is not answered that way.");
    }
    switch (question.kind) {
        case QuestionKind::one:
        case QuestionKind::several:
            return check_choices(question, answer);
        case QuestionKind::minutes:
            return check_number(answer, limits::day_minutes_max, "A day has 24 hours.");
        case QuestionKind::rating:
            return check_number(answer, rating_max, "Give a whole number from 0 to 10.");
        case QuestionKind::yes_no:
            return check_number(answer, 1, "Answer yes or no, or nothing.");
        case QuestionKind::line:
            return check_text(answer.text, "The answer", limits::title_characters_max);
        case QuestionKind::text:
            return check_text(answer.text, "The answer", limits::note_characters_max);
    }
    return Error(ErrorCode::invalid_input, "The question is not answered that way.");
}

IntakeAnswer with_choice(const IntakeQuestion& question, const IntakeAnswer& before,
                         std::uint32_t choice) {
    IntakeAnswer after;
    const bool was_chosen = contains(before.choices, choice);
    if (question.kind == QuestionKind::several && !is_none(question, choice)) {
        for (const std::uint32_t each : before.choices) {
            if (each != choice && !is_none(question, each)) after.choices.push_back(each);
        }
    }
    if (!was_chosen) after.choices.push_back(choice);
    std::ranges::sort(after.choices);
    return after;
}

Result<IntakeAnswer> parse_answer(const IntakeQuestion& question, std::string_view text) {
    if (text.empty()) return IntakeAnswer{};
    const auto parsed = [&]() -> Result<IntakeAnswer> {
        switch (question.kind) {
            case QuestionKind::one:
            case QuestionKind::several:
                return parse_choices(question, text);
            case QuestionKind::minutes: {
                TRY_ASSIGN(const std::uint32_t minutes, parse_duration(text));
                return IntakeAnswer{.number = minutes};
            }
            case QuestionKind::rating:
                return parse_rating(text);
            case QuestionKind::yes_no:
                return parse_yes_no(text);
            case QuestionKind::line:
            case QuestionKind::text:
                return IntakeAnswer{.number = {}, .choices = {}, .text = std::string(text)};
        }
        return IntakeAnswer{};
    }();
    if (!parsed.ok()) return parsed.error();
    TRY(check_answer(question, parsed.value()));
    return parsed;
}

PhiText said(const IntakeQuestion& question, const IntakeAnswer& answer) {
    if (answer.is_blank()) return PhiText("not said");
    if (answer.number) {
        const std::string number = std::to_string(*answer.number);
        switch (question.kind) {
            case QuestionKind::minutes:
                return PhiText(short_duration(*answer.number));
            case QuestionKind::rating:
                return PhiText(number + " of 10");
            case QuestionKind::yes_no:
                return PhiText(*answer.number == 0 ? "No" : "Yes");
            default:
                return PhiText(number);
        }
    }
    if (!answer.text.empty()) return PhiText(answer.text);
    std::vector<std::string> words;
    for (const std::uint32_t choice : answer.choices) {
        const std::string each = choice_words(question, choice);
        words.push_back(words.empty() ? each : inside(each));
    }
    return PhiText(joined(words));
}

std::vector<IntakeChange> changed_answers(const IntakeForm& form, const IntakeAnswers& before,
                                          const IntakeAnswers& now) {
    std::vector<IntakeChange> changes;
    const IntakeAnswers asked_before = asked_only(form, before);
    const IntakeAnswers asked_now = asked_only(form, now);
    for (const IntakePart& part : form.parts) {
        for (const IntakeQuestion& question : part.questions) {
            const IntakeAnswer* const was = answer_to(asked_before, question.number);
            const IntakeAnswer* const is = answer_to(asked_now, question.number);
            if (was == nullptr || is == nullptr || *was == *is) continue;
            changes.push_back({.question = &question,
                               .before = *was,
                               .now = *is,
                               .chosen_anew = only_in(question, *is, *was),
                               .chosen_no_longer = only_in(question, *was, *is)});
        }
    }
    return changes;
}

std::vector<PhiText> intake_changes(const IntakeForm& form, const IntakeAnswers& before,
                                    const IntakeAnswers& now) {
    std::vector<PhiText> sentences;
    for (const IntakeChange& change : changed_answers(form, before, now)) {
        sentences.emplace_back(sentence_of(change));
    }
    return sentences;
}

}  // namespace evenkeel
