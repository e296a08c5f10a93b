#include "app/model/intake_words.h"

#include "app/model/phrases.h"

namespace evenkeel::model {

namespace {

std::string number_words(QuestionKind kind, std::uint32_t number) {
    switch (kind) {
        case QuestionKind::minutes:
            return short_duration(number);
        case QuestionKind::rating:
            return tr("{0} of {1}", number, rating_max);
        case QuestionKind::yes_no:
            return number == 0 ? tr("No") : tr("Yes");
        default:
            return std::to_string(number);
    }
}

}  // namespace

std::string said_words(const IntakeQuestion& question, const IntakeAnswer& answer) {
    // English writes the later choices small, which other languages must not.
    if (spoken() == Language::english) return said(question, answer).reveal();
    if (answer.is_blank()) return tr("not said");
    if (answer.number) return number_words(question.kind, *answer.number);
    if (!answer.text.empty()) return answer.text;
    std::vector<std::string> words;
    for (const std::uint32_t choice : answer.choices) {
        const IntakeChoice* const found = find_choice(question, choice);
        words.push_back(found == nullptr ? tr("something a newer version offers")
                                         : tr_known(found->words));
    }
    return listed(words);
}

}  // namespace evenkeel::model
