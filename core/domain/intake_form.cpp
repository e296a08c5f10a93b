#include "core/domain/intake_form.h"

#include "core/base/limits.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace evenkeel {

namespace {

constexpr std::string_view form_text =
#include "assets/intake.inc"
    ;

struct KindName {
    std::string_view name;
    QuestionKind kind;
};
constexpr std::array<KindName, 7> kind_names = {
    KindName{"one", QuestionKind::one},         KindName{"several", QuestionKind::several},
    KindName{"minutes", QuestionKind::minutes}, KindName{"rating", QuestionKind::rating},
    KindName{"yes_no", QuestionKind::yes_no},   KindName{"line", QuestionKind::line},
    KindName{"text", QuestionKind::text}};

Error no_form() { return {ErrorCode::damaged, "The questions of the intake are damaged."}; }

// Cuts what is before `mark` off the front of `text`.
std::string_view take(std::string_view& text, char mark) {
    const auto end = std::min(text.find(mark), text.size());
    const std::string_view taken = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return taken;
}

std::uint32_t take_number(std::string_view& text) {
    const std::string_view digits = take(text, '|');
    std::uint32_t number = 0;
    const auto [end, failure] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return failure == std::errc{} && end == digits.data() + digits.size() ? number : 0;
}

bool has_choices(QuestionKind kind) {
    return kind == QuestionKind::one || kind == QuestionKind::several;
}

class FormReader {
public:
    // One line of the table; what it does not know is damage.
    Result<void> read(std::string_view line) {
        const std::string_view word = take(line, '|');
        if (word == "version") {
            form_.version = take_number(line);
            return form_.version > 0 ? Result<void>() : no_form();
        }
        if (word == "part") return read_part(line);
        if (form_.parts.empty()) return no_form();
        if (word == "ask") return read_question(line);
        if (form_.parts.back().questions.empty()) return no_form();
        IntakeQuestion& question = form_.parts.back().questions.back();
        if (word == "choice") return read_choice(question, line);
        if (word == "when") return read_condition(question, line);
        if (word == "help") {
            question.help = line;
            return {};
        }
        question.is_optional = word == "optional";
        return question.is_optional ? Result<void>() : no_form();
    }

    Result<IntakeForm> finish() && {
        for (const IntakePart& part : form_.parts) {
            for (const IntakeQuestion& question : part.questions) {
                if (has_choices(question.kind) == question.choices.empty()) return no_form();
            }
            if (part.questions.empty()) return no_form();
        }
        return std::move(form_);
    }

private:
    Result<void> read_part(std::string_view line) {
        IntakePart part;
        part.key = take(line, '|');
        part.title = line;
        form_.parts.push_back(std::move(part));
        return {};
    }

    Result<void> read_question(std::string_view line) {
        IntakeQuestion question;
        question.number = take_number(line);
        question.key = take(line, '|');
        const std::string_view kind = take(line, '|');
        const auto* const named = std::ranges::find(kind_names, kind, &KindName::name);
        if (named == kind_names.end()) return no_form();
        question.kind = named->kind;
        question.name = take(line, '|');
        question.ask = line;
        const bool in_place =
            question.number > 0 && question.number <= limits::intake_question_max &&
            is_typed(question.kind) == (question.number >= limits::intake_typed_question_min);
        const bool is_new = find_question(form_, question.number) == nullptr &&
                            find_question(form_, question.key) == nullptr;
        if (!in_place || !is_new || question.ask.empty()) return no_form();
        form_.parts.back().questions.push_back(std::move(question));
        return {};
    }

    static Result<void> read_choice(IntakeQuestion& question, std::string_view line) {
        IntakeChoice choice;
        choice.number = take_number(line);
        choice.key = take(line, '|');
        choice.words = line;
        const bool in_range = choice.number > 0 && choice.number <= limits::intake_choice_max;
        if (!in_range || find_choice(question, choice.number) != nullptr || choice.words.empty()) {
            return no_form();
        }
        question.choices.push_back(std::move(choice));
        return {};
    }

    // "when|ai_use|not|never"
    Result<void> read_condition(IntakeQuestion& question, std::string_view line) {
        const std::string_view key = take(line, '|');
        const IntakeQuestion* const other = find_question(form_, key);
        if (other == nullptr || other == &question || take(line, '|') != "not") return no_form();
        for (const IntakeChoice& choice : other->choices) {
            if (choice.key != line) continue;
            question.condition = {.question = other->number, .choice = choice.number};
            return {};
        }
        return no_form();
    }

    IntakeForm form_;
};

template <typename IsIt>
const IntakeQuestion* first_question(const IntakeForm& form, const IsIt& is_it) {
    for (const IntakePart& part : form.parts) {
        const auto found = std::ranges::find_if(part.questions, is_it);
        if (found != part.questions.end()) return &*found;
    }
    return nullptr;
}

}  // namespace

Result<IntakeForm> parse_intake_form(std::string_view text) {
    FormReader reader;
    while (!text.empty()) {
        const std::string_view line = take(text, '\n');
        if (!line.empty()) TRY(reader.read(line));
    }
    return std::move(reader).finish();
}

const IntakeForm& intake_form() {
    static const IntakeForm form = [] {
        auto parsed = parse_intake_form(form_text);
        ASSERT(parsed.ok());
        return std::move(parsed).value();
    }();
    return form;
}

const IntakeQuestion* find_question(const IntakeForm& form, std::uint32_t number) {
    return first_question(form, [&](const auto& each) { return each.number == number; });
}

const IntakeQuestion* find_question(const IntakeForm& form, std::string_view key) {
    return first_question(form, [&](const auto& each) { return each.key == key; });
}

const IntakeChoice* find_choice(const IntakeQuestion& question, std::uint32_t number) {
    const auto found = std::ranges::find(question.choices, number, &IntakeChoice::number);
    return found == question.choices.end() ? nullptr : &*found;
}

}  // namespace evenkeel
