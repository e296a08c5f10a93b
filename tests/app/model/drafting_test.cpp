// Questions drafted by a model for a clinician, who edits and approves them before anybody else can
// see one. The model's server is a program of its own.
#include "tests/app/model/people.h"
#include "tests/support/model_server.h"

#include <chrono>
#include <thread>

namespace evenkeel::test {
namespace {

using namespace model;

// Waits until the model has answered, by the real time.
DraftingView answered(Person& person) {
    const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (person.sees()->clinician->drafting.under_way &&
           std::chrono::steady_clock::now() < give_up) {
        person.engine().tick(0);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return person.sees()->clinician->drafting;
}

SetDrafting drafting_at(const ModelServer& server, const std::string& model = "small") {
    return {DraftingService{.url = server.url(), .model = model, .key = "sesame"}};
}

std::string told(Person& person) {
    const auto seen = person.sees();
    return seen->errors.empty() ? "" : seen->errors.back().sentence;
}

TEST_CASE("No model is asked until a person puts one in, and not after they turn it off") {
    ModelServer server;
    Couple people;
    CHECK(people.clinician.sees()->clinician->drafting.host.empty());
    CHECK(people.clinician.refused(AskForDrafts{"Evenings"}) ==
          "Drafting by a model is off on this device.");
    people.clinician.does(drafting_at(server));
    CHECK(people.clinician.sees()->clinician->drafting.host == "localhost");
    people.clinician.does(SetDrafting{});
    CHECK(people.clinician.refused(AskForDrafts{"Evenings"}) ==
          "Drafting by a model is off on this device.");
    CHECK(server.heard().empty());
    CHECK(people.client.refused(drafting_at(server)) ==
          "That is for clinicians; nothing was changed.");
}

TEST_CASE("Only the theme is sent, and a draft exists for nobody until a person adds it") {
    ModelServer server;
    Couple people;
    people.clinician.does(drafting_at(server));
    people.clinician.does(AskForDrafts{"evenings"});
    const DraftingView view = answered(people.clinician);
    CHECK(view.drafts ==
          std::vector<std::string>{"What made \"evenings\" easier?", "What did you notice?"});
    const auto heard = server.heard();
    REQUIRE(heard.size() == 1);
    CHECK(heard.front().at("path") == "/v1/chat/completions");
    CHECK(heard.front().at("body").at("messages").at(1).at("content") == "evenings");
    CHECK(heard.front().dump().find("Ada") == std::string::npos);
    CHECK(heard.front().at("headers").at("Authorization") == "Bearer sesame");
    CHECK(people.clinician.sees()->clinician->questions.empty());
    people.sync();
    CHECK(people.client.sees()->client->journal.due.empty());

    people.clinician.does(AddQuestion{.question = "What did you see?", .drafted = true});
    CHECK(people.clinician.sees()->clinician->questions.front().drafted);
    people.clinician.does(
        GivePrompt{.record = people.record, .form = {.question = "What did you see?"}});
    people.sync();
    CHECK(people.client.sees()->client->journal.due.front().source ==
          "drafted by a language model, read and approved by a person");
}

TEST_CASE("A lock ends drafting and keeps where the model is") {
    ModelServer server;
    Couple people;
    people.clinician.does(drafting_at(server));
    people.clinician.does(AskForDrafts{"evenings"});
    CHECK(people.clinician.sees()->clinician->drafting.under_way);
    people.clinician.does(Lock{});
    people.clinician.does(Unlock{words});
    const auto view = people.clinician.sees()->clinician->drafting;
    CHECK_FALSE(view.under_way);
    CHECK(view.drafts.empty());
    CHECK(view.model == "small");
}

TEST_CASE("What a model does wrong is said in a sentence") {
    ModelServer server;
    Couple people;
    const auto fails = [&](const SetDrafting& service) {
        people.clinician.does(service);
        people.clinician.does(AskForDrafts{"evenings"});
        CHECK(answered(people.clinician).drafts.empty());
        return told(people.clinician);
    };
    SetDrafting locked = drafting_at(server, "locked");
    locked.service->key = "other";
    CHECK(fails(locked) == "The model's server asks for another key.");
    CHECK(fails(drafting_at(server, "endless")) ==
          "What answered there is no model this program can talk to.");
    CHECK(fails(drafting_at(server, "silent")) == "The model answered without a usable question.");
    SetDrafting nobody = drafting_at(server);
    nobody.service->url = "http://localhost:1/v1";
    CHECK(fails(nobody) == "The model could not be reached, or took too long.");
}

}  // namespace
}  // namespace evenkeel::test
