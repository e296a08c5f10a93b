// Questions that a person gives a client, from the form to the page that answers one.
#include "tests/app/model/people.h"

#include <array>

namespace evenkeel::test {
namespace {

using namespace model;

struct Pair : Couple {
    void give(const PromptForm& form) {
        clinician.does(GivePrompt{.record = record, .form = form});
        sync();
    }
    // What the client is asked today, "who: question", one line each.
    std::string due() {
        const auto seen = client.sees();
        std::string text;
        for (const GivenPrompt& prompt : seen->client->journal.due) {
            text += prompt.by + ": " + prompt.question + "\n";
        }
        return text;
    }
    void write(const std::string& text) {
        const GivenPrompt prompt = client.sees()->client->journal.due.front();
        client.does(WritePage{.key = {.of = DraftKey::Of::prompt, .about = prompt.id},
                              .title = prompt.question,
                              .text = text});
    }
};

TEST_CASE("A question is asked by the person who gave it, until a page answers it") {
    Pair people;
    people.give({.question = "What helped?"});
    CHECK(people.due() == "Dr Vogel: What helped?\n");
    people.write("The walk.");
    CHECK(people.due().empty());
    const auto pages = people.client.sees()->client->journal.pages;
    CHECK(pages->front().title == "What helped?");
    CHECK(pages->front().state == PageState::only_you);
    people.sync();
    CHECK(people.clinician.sees()->clinician->overview->words.pages->empty());
}

TEST_CASE("A daily question is asked anew the next day") {
    Pair people;
    people.give({.question = "What helped?", .rhythm = PromptRhythm::daily, .weeks = 2});
    people.write("The walk.");
    CHECK(people.due().empty());
    people.client.does(ChangeSettings{{.lock_after_minutes = 0}});
    people.client.waits(ms_per_day);
    CHECK(people.due() == "Dr Vogel: What helped?\n");
}

TEST_CASE("A question that is ended is asked no more, and undo asks it again") {
    Pair people;
    people.give({.question = "What helped?", .rhythm = PromptRhythm::daily});
    const auto given = people.clinician.sees()->clinician->overview->words.given;
    REQUIRE(given.size() == 1);
    CHECK(given.front().by == "you");
    CHECK(given.front().rhythm == "Every day");
    people.clinician.does(EndPrompt{.record = people.record, .prompt = given.front().id});
    CHECK(people.clinician.sees()->clinician->overview->words.given.empty());
    people.sync();
    CHECK(people.due().empty());
    people.clinician.does(Undo{});
    people.sync();
    CHECK(people.due() == "Dr Vogel: What helped?\n");
}

TEST_CASE("What cannot be asked is refused in a sentence, and a client gives none") {
    Pair people;
    CHECK(people.clinician.refused(GivePrompt{.record = people.record, .form = {}}) ==
          "A prompt needs a question.");
    CHECK(people.clinician.refused(
              GivePrompt{.record = people.record,
                         .form = {.question = "What helped?", .rhythm = PromptRhythm::weekly}}) ==
          "A weekly prompt needs at least one weekday.");
    CHECK(people.client.refused(
              GivePrompt{.record = people.record, .form = {.question = "What helped?"}}) ==
          "That is for clinicians; nothing was changed.");
}

TEST_CASE("The practice's own question is offered to colleagues, changed and retired") {
    Pair people;
    Person colleague = colleague_of(people.world, people.clinician, "Dr Lee");
    people.clinician.does(AddQuestion{"What did you hear?"});
    sync_all(people.clinician, colleague);
    auto offered = colleague.sees()->clinician->questions;
    REQUIRE(offered.size() == 1);
    CHECK(offered.front().question == "What did you hear?");
    CHECK(offered.front().by == "Dr Vogel");

    colleague.does(ChangeQuestion{.id = offered.front().id, .question = "What did you see?"});
    sync_all(people.clinician, colleague);
    people.give({.question = "What did you see?"});
    CHECK(people.client.sees()->client->journal.due.front().source ==
          "chosen from the practice's own questions");

    people.clinician.does(RetireQuestion{offered.front().id});
    CHECK(people.clinician.sees()->clinician->questions.empty());
    CHECK(people.due() == "Dr Vogel: What did you see?\n");
    CHECK(people.clinician.refused(ChangeQuestion{.id = offered.front().id, .question = "Why?"}) ==
          "This question of the practice is retired.");
    CHECK(people.clinician.refused(AddQuestion{"  "}) == "A prompt needs a question.");
    CHECK(people.client.refused(AddQuestion{"Why?"}) ==
          "That is for clinicians; nothing was changed.");
    people.clinician.does(Undo{});
    CHECK(people.clinician.sees()->clinician->questions.size() == 1);
}

TEST_CASE("A form says when it is asked, and a library question keeps its theme") {
    constexpr Day friday{20'000};  // 4 October 2024
    const UserId author{{1}};
    PromptForm form{.question = "What helps you notice that you are tired?",
                    .rhythm = PromptRhythm::weekly,
                    .weekdays = 0b0001001,
                    .weeks = 2};
    const PromptAssignment prompt = prompt_of(form, friday, author);
    CHECK(rhythm_words(prompt) == "On Mondays and Thursdays until Thursday 17 October");
    CHECK(prompt.origin == PromptOrigin::library);
    CHECK(prompt.theme->reveal() == "Evenings and sleep");
    form = {.question = "What would your grandmother say?"};
    CHECK(prompt_of(form, friday, author).origin == PromptOrigin::person);
    CHECK(rhythm_words(prompt_of(form, friday, author)) == "Once");
}

}  // namespace
}  // namespace evenkeel::test
