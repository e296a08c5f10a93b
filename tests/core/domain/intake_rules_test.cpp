// What is asked, what an answer may be, and what counts as a change.
#include "core/domain/intake_rules.h"

#include <catch2/catch_test_macros.hpp>

#include <random>

using namespace evenkeel;

namespace {

const IntakeQuestion& question(const char* key) {
    const IntakeQuestion* const found = find_question(intake_form(), key);
    REQUIRE(found != nullptr);
    return *found;
}

// {"ai_use", "never"}, as the command line would have it.
IntakeAnswers answers(const std::vector<std::pair<const char*, const char*>>& given) {
    IntakeAnswers made;
    for (const auto& [key, text] : given) {
        const auto answer = parse_answer(question(key), text);
        REQUIRE(answer.ok());
        made[question(key).number] = Phi<IntakeAnswer>(answer.value());
    }
    return made;
}

bool comes_up(const char* key, const IntakeAnswers& given) {
    return is_asked(intake_form(), question(key), given);
}

std::string changes(const std::vector<std::pair<const char*, const char*>>& before,
                    const std::vector<std::pair<const char*, const char*>>& now) {
    std::string lines;
    for (const PhiText& line : intake_changes(intake_form(), answers(before), answers(now))) {
        lines += line.reveal() + "\n";
    }
    return lines;
}

std::string refusal(const char* key, const char* text) {
    const auto parsed = parse_answer(question(key), text);
    return parsed.ok() ? "fine" : parsed.error().sentence();
}

IntakeAnswer any_answer(std::mt19937& random, const IntakeQuestion& of) {
    if (random() % 3 == 0) return {};
    switch (of.kind) {
        case QuestionKind::one:
        case QuestionKind::several:
            return with_choice(of, {}, of.choices[random() % of.choices.size()].number);
        case QuestionKind::yes_no:
            return {.number = static_cast<std::uint32_t>(random() % 2)};
        case QuestionKind::minutes:
        case QuestionKind::rating:
            return {.number = static_cast<std::uint32_t>(random() % 11)};
        case QuestionKind::line:
        case QuestionKind::text:
            return {.number = {}, .choices = {}, .text = "words"};
    }
    return {};
}

}  // namespace

TEST_CASE("what hangs on an answer is asked after it was given, unless it was ruled out") {
    CHECK(comes_up("ai_use", {}));
    CHECK_FALSE(comes_up("ai_for", {}));
    CHECK_FALSE(comes_up("ai_for", answers({{"ai_use", "never"}})));
    CHECK(comes_up("ai_for", answers({{"ai_use", "tried"}})));
    CHECK(comes_up("tried_words", answers({{"tried", "limits,breaks"}})));
    CHECK_FALSE(comes_up("tried_words", answers({{"tried", "none"}})));
}

TEST_CASE("an answer that another one ruled out is kept, and not among what is shown") {
    auto given = answers({{"ai_use", "daily"}, {"ai_for", "crisis"}, {"rested", "4"}});
    CHECK(asked_only(intake_form(), given).size() == 3);
    given[question("ai_use").number] =
        Phi<IntakeAnswer>(parse_answer(question("ai_use"), "never").value());
    const IntakeAnswers shown = asked_only(intake_form(), given);
    CHECK(shown.size() == 2);
    CHECK(answer_to(shown, question("ai_for").number) == nullptr);
    CHECK(given.contains(question("ai_for").number));
}

TEST_CASE("whatever was answered, what is shown was asked, and asking once more changes nothing") {
    const auto seed = std::random_device()();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    const IntakeForm& form = intake_form();
    for (int i = 0; i < 2'000; ++i) {
        IntakeAnswers given;
        for (const IntakePart& part : form.parts) {
            for (const IntakeQuestion& each : part.questions) {
                const IntakeAnswer answer = any_answer(random, each);
                REQUIRE(check_answer(each, answer).ok());
                given[each.number] = Phi<IntakeAnswer>(answer);
            }
        }
        const IntakeAnswers shown = asked_only(form, given);
        for (const auto& [number, answer] : shown) {
            REQUIRE(is_asked(form, *find_question(form, number), shown));
            REQUIRE(given.at(number) == answer);
        }
        for (const auto& [number, answer] : given) {
            const bool counts =
                !answer.reveal().is_blank() && is_asked(form, *find_question(form, number), given);
            REQUIRE(counts == shown.contains(number));
        }
        REQUIRE(asked_only(form, shown) == shown);
        REQUIRE(intake_changes(form, given, shown).empty());
    }
}

TEST_CASE("an answer of a question that only a newer form has stays in") {
    IntakeAnswers given;
    given[39] = Phi<IntakeAnswer>({.number = 5});
    CHECK(asked_only(intake_form(), given) == given);
    CHECK(intake_changes(intake_form(), given, {}).empty());
}

TEST_CASE("a change says what was and what is, and a blank is no change") {
    CHECK(changes({{"bed_use", "often"}}, {{"bed_use", "sometimes"}}) ==
          "A screen in bed: was often, now sometimes\n");
    CHECK(changes({{"screen_minutes", "4h"}}, {{"screen_minutes", "3h15"}}) ==
          "Screens a day, beside work and study: was 4 h, now 3 h 15 min, 45 min less\n");
    CHECK(changes({{"rested", "4"}}, {{"rested", "6"}}) ==
          "Rested in the morning: was 4 of 10, now 6 of 10\n");
    CHECK(changes({{"times", "bed,night"}}, {{"times", "evening,bed"}}) ==
          "When it is most: now also in the evening; no longer in the night\n");
    CHECK(changes({{"displaces", "sleep,people"}}, {{"displaces", "none"}}) ==
          "What it takes the place of: no longer sleep and meeting people\n");
    CHECK(changes({{"wish", "less of it"}}, {{"wish", "other evenings"}}) ==
          "What should be different: written anew\n");
    CHECK(changes({{"screen_minutes", "4h"}}, {}).empty());
    CHECK(changes({}, {{"screen_minutes", "0"}}).empty());
    CHECK(changes({{"rested", "4"}}, {{"rested", "4"}}).empty());
    // Ruled out now, so it was not asked again.
    CHECK(changes({{"bed_use", "often"}, {"bed_minutes", "60"}},
                  {{"bed_use", "never"}, {"bed_minutes", "30"}}) ==
          "A screen in bed: was often, now never\n");
}

TEST_CASE("a tap on a choice takes it, a second one gives it back, and none stands alone") {
    const IntakeQuestion& several = question("hurts");
    IntakeAnswer answer = with_choice(several, {}, 2);
    answer = with_choice(several, answer, 1);
    CHECK(answer.choices == std::vector<std::uint32_t>{1, 2});
    answer = with_choice(several, answer, 2);
    CHECK(answer.choices == std::vector<std::uint32_t>{1});
    answer = with_choice(several, answer, 8);
    CHECK(answer.choices == std::vector<std::uint32_t>{8});
    answer = with_choice(several, answer, 3);
    CHECK(answer.choices == std::vector<std::uint32_t>{3});
    const IntakeQuestion& one = question("bed_use");
    answer = with_choice(one, {}, 2);
    answer = with_choice(one, answer, 3);
    CHECK(answer.choices == std::vector<std::uint32_t>{3});
    CHECK(with_choice(one, answer, 3).is_blank());
}

TEST_CASE("an answer is typed as it is asked, and a refusal says what to type") {
    CHECK(said(question("devices"), parse_answer(question("devices"), "phone,watch").value()) ==
          PhiText("Phone and watch or headset"));
    CHECK(said(question("ai_told"), parse_answer(question("ai_told"), "no").value()) ==
          PhiText("No"));
    CHECK(said(question("bed_minutes"), {}) == PhiText("not said"));
    CHECK(refusal("rested", "") == "fine");
    CHECK(refusal("rested", "11") == "Give a whole number from 0 to 10.");
    CHECK(refusal("ai_told", "maybe") == "Answer yes or no, or nothing.");
    CHECK(refusal("bed_use", "now") ==
          "That is none of the choices; `intake show` lists them by name.");
    CHECK(refusal("bed_use", "never,often") == "The question does not offer that choice.");
    CHECK(refusal("hurts", "none,money") == "The question does not offer that choice.");
    CHECK(refusal("hurts", "money,money") == "These choices are none that the intake offers.");
    CHECK(refusal("people", std::string(201, 'a').c_str()) ==
          "The answer has 201 characters; 200 are the most.");
    CHECK_FALSE(check_answer(question("rested"), {.number = {}, .choices = {1}}).ok());
    CHECK_FALSE(check_answer(question("bed_use"), {.number = 1}).ok());
}
