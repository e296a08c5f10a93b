// What changed from one intake to the next, in the language of its reader.
#include "app/model/intake_words.h"

#include "tests/app/model/languages.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::test {
namespace {

using namespace model;

using Given = std::vector<std::pair<const char*, const char*>>;

IntakeAnswers answers(const Given& given) {
    IntakeAnswers answers;
    for (const auto& [key, text] : given) {
        const IntakeQuestion& question = *find_question(intake_form(), key);
        answers[question.number] = Phi<IntakeAnswer>(parse_answer(question, text).value());
    }
    return answers;
}

std::string changes(const Given& before, const Given& now) {
    std::string text;
    for (const PhiText& one : change_sentences(intake_form(), answers(before), answers(now))) {
        text += one.reveal() + "\n";
    }
    return text;
}

const Given before = {{"devices", "phone,computer"}, {"social_use", "daily"},
                      {"social_minutes", "2h"},      {"social_for", "friends"},
                      {"ai_use", "daily"},           {"wish", "Schlf"}};
const Given now = {{"devices", "phone,tablet"}, {"social_use", "some_days"},
                   {"social_minutes", "1h"},    {"social_for", "friends,news"},
                   {"ai_use", "daily"},         {"wish", "Rh"}};

TEST_CASE("What changed since the last intake is said in English as the record says it") {
    CHECK(changes(before, now)
              .starts_with("Devices: now also tablet; no longer computer\n"
                           "Social media: was every day, now some days\n"
                           "Social media a day: was 2 h, now 1 h, 1 h less\n"
                           "What social media is for: now also follow news\n"));
}

TEST_CASE("What changed since the last intake is said in German, its words as they are offered") {
    const Spoken german(Language::german);
    CHECK(changes(before, now)
              .starts_with("Geräte: jetzt auch: Tablet; nicht mehr: Computer\n"
                           "Soziale Medien: vorher „Jeden Tag“, jetzt „Manche Tage“\n"
                           "Soziale Medien am Tag: vorher 2 h, jetzt 1 h, 1 h weniger\n"));
}

TEST_CASE("No change from one intake to the next is left in English") {
    for (const Language language : {Language::german, Language::spanish, Language::french}) {
        const Spoken other(language);
        const std::string text = changes(before, now) + changes(now, before);
        for (const char* word :
             {"now also", "no longer", "was ", "written anew", " less", " more"}) {
            INFO(text);
            CHECK(text.find(word) == std::string::npos);
        }
    }
}

}  // namespace
}  // namespace evenkeel::test
