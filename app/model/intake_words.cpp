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

std::string choice_words(const IntakeQuestion& question,
                         const std::vector<std::uint32_t>& choices) {
    std::vector<std::string> words;
    for (const std::uint32_t choice : choices) {
        const IntakeChoice* const found = find_choice(question, choice);
        words.push_back(found == nullptr ? tr("something a newer version offers")
                                         : tr_known(found->words));
    }
    return listed(words);
}

std::string several_sentence(const std::string& name, const IntakeChange& change) {
    const std::string more = choice_words(*change.question, change.chosen_anew);
    const std::string less = choice_words(*change.question, change.chosen_no_longer);
    if (less.empty()) return tr("{0}: now also {1}", name, more);
    if (more.empty()) return tr("{0}: no longer {1}", name, less);
    return tr("{0}: now also {1}; no longer {2}", name, more, less);
}

std::string change_sentence(const IntakeChange& change) {
    const IntakeQuestion& question = *change.question;
    const std::string name = tr_known(question.name);
    if (is_typed(question.kind)) return tr("{0}: written anew", name);
    if (question.kind == QuestionKind::several) return several_sentence(name, change);
    const std::string before = said_words(question, change.before);
    const std::string now = said_words(question, change.now);
    if (question.kind != QuestionKind::minutes || !change.before.number || !change.now.number) {
        return tr("{0}: was {1}, now {2}", name, before, now);
    }
    const std::uint32_t was = *change.before.number;
    const std::uint32_t is = *change.now.number;
    return is > was
               ? tr("{0}: was {1}, now {2}, {3} more", name, before, now, short_duration(is - was))
               : tr("{0}: was {1}, now {2}, {3} less", name, before, now, short_duration(was - is));
}

}  // namespace

std::string said_words(const IntakeQuestion& question, const IntakeAnswer& answer) {
    // English writes the later choices small, which other languages must not.
    if (spoken() == Language::english) return said(question, answer).reveal();
    if (answer.is_blank()) return tr("not said");
    if (answer.number) return number_words(question.kind, *answer.number);
    if (!answer.text.empty()) return answer.text;
    return choice_words(question, answer.choices);
}

std::vector<PhiText> change_sentences(const IntakeForm& form, const IntakeAnswers& before,
                                      const IntakeAnswers& now) {
    // As above, for choices within a sentence.
    if (spoken() == Language::english) return intake_changes(form, before, now);
    std::vector<PhiText> sentences;
    for (const IntakeChange& change : changed_answers(form, before, now)) {
        sentences.emplace_back(change_sentence(change));
    }
    return sentences;
}

}  // namespace evenkeel::model
