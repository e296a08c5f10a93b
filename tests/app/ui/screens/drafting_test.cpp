// A question drafted by a model, by taps: put in, asked, edited, approved, given, and answered by a
// client who sees how it came about.
#include "tests/app/ui/screens/window.h"
#include "tests/support/model_server.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <thread>

using namespace evenkeel;
using namespace evenkeel::test;

TEST_CASE("a draft reaches a client only after a person has edited, approved and given it") {
    ModelServer server;
    TwoWindows two;
    Window& desk = two.desk;
    desk.tap("Settings");
    desk.tap("Our own questions");
    CHECK(desk.gui().has("Off. No model is asked for anything."));
    desk.tap("Set up drafting");
    desk.write("Its address", server.url());
    desk.write("The model's name", "small");
    desk.tap("Turn drafting on");
    CHECK(
        desk.gui().has("What you type here goes to localhost, and nothing else does. Never write "
                       "of a person."));
    desk.write("A theme", "evenings");
    desk.tap("Draft questions");
    const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (desk.snapshot().clinician->drafting.under_way &&
           std::chrono::steady_clock::now() < give_up) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        two.clinician.engine().tick(0);
    }
    desk.looks_again();
    CHECK(desk.gui().has("What did you notice?"));
    CHECK(desk.snapshot().clinician->questions.empty());

    desk.tap("Edit this draft");
    desk.tap("A question");
    desk.gui().letter('a', true);
    desk.gui().type("What did you notice this evening?");
    desk.tap("Approve and add it");
    REQUIRE(desk.snapshot().clinician->questions.size() == 1);
    CHECK(desk.gui().has("Drafted by a model, approved by you"));
    CHECK(server.heard().size() == 1);

    const VaultId record = desk.snapshot().clinician->caseload.front().record;
    two.clinician.does(model::OpenClient{.record = record});
    two.clinician.does(model::GivePrompt{
        .record = record, .form = {.question = "What did you notice this evening?"}});
    two.sync();
    two.phone.tap("Journal");
    CHECK(two.phone.gui().has(
        "From Dr Vogel, drafted by a language model, read and approved by a person"));
}
