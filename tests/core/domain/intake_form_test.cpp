// The intake's questions as data: what is refused, and what this program asks.
#include "core/domain/intake_form.h"

#include "core/base/limits.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace evenkeel;

namespace {

constexpr const char* small_form =
    "version|3\n\n"
    "part|ai|AI tools\n"
    "ask|1|ai_use|one|AI tools|How often?\n"
    "choice|1|never|Never\n"
    "choice|2|daily|Every day\n"
    "ask|41|ai_which|line|Which|Which ones?\n"
    "when|ai_use|not|never\n"
    "help|A name is enough.\n"
    "optional\n";

bool is_refused(const std::string& added, const std::string& form = small_form) {
    return !parse_intake_form(form + added).ok();
}

}  // namespace

TEST_CASE("a form is read line by line, in the order it is asked") {
    const auto form = parse_intake_form(small_form).value();
    CHECK(form.version == 3);
    REQUIRE(form.parts.size() == 1);
    CHECK(form.parts[0].title == "AI tools");
    REQUIRE(form.parts[0].questions.size() == 2);
    const IntakeQuestion& which = form.parts[0].questions[1];
    CHECK(which.number == 41);
    CHECK(which.kind == QuestionKind::line);
    CHECK(which.help == "A name is enough.");
    CHECK(which.is_optional);
    REQUIRE(which.condition.has_value());
    CHECK(which.condition->question == 1);
    CHECK(which.condition->choice == 1);
    CHECK(find_question(form, "ai_use")->choices[1].words == "Every day");
    CHECK(find_question(form, 7) == nullptr);
}

TEST_CASE("a form whose numbers could be mistaken for others is refused") {
    CHECK(is_refused("ask|1|again|rating|Again|Again?\n"));
    CHECK(is_refused("ask|2|ai_use|rating|Again|Again?\n"));
    CHECK(is_refused("ask|49|far|rating|Far|Too far?\n"));
    CHECK(is_refused("ask|0|zero|rating|Zero|Zero?\n"));
    CHECK(is_refused("ask|42|chosen|rating|Chosen|Among the typed?\n"));
    CHECK(is_refused("ask|2|typed|text|Typed|Among the chosen?\n"));
    CHECK(is_refused("ask|2|bare|one|Bare|Without a choice?\n"));
    CHECK(is_refused("ask|2|odd|colour|Odd|Of no kind?\n"));
    CHECK(is_refused("ask|2|q|one|Q|Q?\nchoice|1|a|A\nchoice|1|b|B\n"));
    CHECK(is_refused("ask|2|q|rating|Q|Q?\nwhen|later|not|never\n"));
    CHECK(is_refused("ask|2|q|rating|Q|Q?\nwhen|ai_use|not|weekly\n"));
    CHECK(is_refused("ask|2|q|rating|Q|Q?\nwhen|q|not|never\n"));
    CHECK(is_refused("part|empty|Nothing in it\n"));
    CHECK(is_refused("surprise|1\n"));
    CHECK(is_refused("choice|1|a|A\n", "version|1\n"));
    CHECK_FALSE(is_refused("ask|2|fine|rating|Fine|Fine?\n"));
}

TEST_CASE("the intake asks about all that it is for, and fits into a session") {
    const IntakeForm& form = intake_form();
    std::size_t questions = 0;
    std::size_t first_asked = 0;  // of somebody who has answered nothing yet
    for (const IntakePart& part : form.parts) {
        for (const IntakeQuestion& question : part.questions) {
            ++questions;
            first_asked += question.condition ? 0 : 1;
        }
    }
    CHECK(form.parts.size() == 9);
    CHECK(questions == 34);
    CHECK(first_asked == 21);
    for (const char* key :
         {"internet_for", "social_use", "ai_for", "ai_advice", "ai_people", "bed_use", "rested",
          "helps", "hurts", "displaces", "tried", "duties"}) {
        CAPTURE(key);
        CHECK(find_question(form, key) != nullptr);
    }
}

TEST_CASE("hard topics are optional and say so, and nothing in the form scores or diagnoses") {
    CHECK(find_question(intake_form(), "hard_topics")->is_optional);
    for (const IntakePart& part : intake_form().parts) {
        for (const IntakeQuestion& question : part.questions) {
            CAPTURE(question.key);
            for (const char* word : {"addict", "disorder", "score", "should you", "problematic"}) {
                CHECK(question.ask.find(word) == std::string::npos);
                CHECK(question.help.find(word) == std::string::npos);
            }
        }
    }
}
