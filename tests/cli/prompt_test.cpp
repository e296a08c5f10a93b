// A prompt at the terminal, from the person who gives it to the client, and its end.
#include "tests/support/practice.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel::test;

namespace {

const Programs programs{.cli = EVENKEEL_CLI, .server = EVENKEEL_SERVER};

}  // namespace

TEST_CASE("a prompt is given at the terminal, read by the client, exported, and ended") {
    ScratchFolder folder;
    PracticeServer server{programs, folder.path("practice")};
    Device clinician{programs, folder.path("clinician"), "fifteen or more characters"};
    Device phone{programs, folder.path("phone"), "fifteen or more characters"};
    clinician.ask({"practice", "create", "--server", server.url(), "--setup-code",
                   server.setup_code(), "--pin", server.pin(), "--name", "Practice", "--clinician",
                   "Dr. Lind", "--recovery-out", folder.path("sheet.txt")});
    phone.ask({"join", clinician.ask({"invite", "client", "--name", "Robin"}).at("link"), "--name",
               "Robin", "--agree"});
    clinician.sync();

    const std::string id = clinician
                               .ask({"prompt", "give", "What helped this week?", "--client",
                                     "Robin", "--on", "mon,thu"})
                               .at("entry_id");
    clinician.sync();
    phone.sync();
    const auto listed = phone.ask({"prompt", "list"}).at("prompts");
    REQUIRE(listed.size() == 1);
    CHECK(listed.at(0).at("question") == "What helped this week?");
    CHECK(listed.at(0).at("asked") == "On Mondays and Thursdays");
    CHECK(phone.run({"prompt", "end", id}).exit_code == 1);
    CHECK(phone.run({"prompt", "give", "What helped?"}).exit_code == 1);

    phone.ask({"export", "json", folder.path("mine.json")});
    CHECK(read_text(folder.path("mine.json")).find(R"("question":"What helped this week?")") !=
          std::string::npos);

    clinician.ask({"prompt", "end", id});
    clinician.sync();
    phone.sync();
    CHECK(phone.ask({"prompt", "list"}).at("prompts").at(0).at("ended") == true);
}
