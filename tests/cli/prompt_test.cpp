// A prompt at the terminal, from the person who gives it to the client, and its end.
#include "tests/support/model_server.h"
#include "tests/support/practice.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel::test;

namespace {

const Programs programs{.cli = EVENKEEL_CLI, .server = EVENKEEL_SERVER};

// A clinician and one client of theirs.
struct Pair {
    ScratchFolder folder;
    PracticeServer server{programs, folder.path("practice")};
    Device clinician{programs, folder.path("clinician"), "fifteen or more characters"};
    Device phone{programs, folder.path("phone"), "fifteen or more characters"};

    Pair() {
        clinician.ask({"practice", "create", "--server", server.url(), "--setup-code",
                       server.setup_code(), "--pin", server.pin(), "--name", "Practice",
                       "--clinician", "Dr. Lind", "--recovery-out", folder.path("sheet.txt")});
        phone.ask({"join", clinician.ask({"invite", "client", "--name", "Robin"}).at("link"),
                   "--name", "Robin", "--agree"});
        clinician.sync();
    }
};

}  // namespace

TEST_CASE("a prompt is given at the terminal, read by the client, exported, and ended") {
    Pair people;
    auto& [folder, server, clinician, phone] = people;
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

TEST_CASE("a promised time of reply is told to the client, and a page may need no reply") {
    Pair people;
    CHECK(people.phone.run({"practice", "policy", "--reply-days", "3"}).exit_code == 1);
    CHECK(people.clinician.run({"practice", "policy", "--reply-days", "31"}).exit_code == 1);
    people.clinician.ask({"practice", "policy", "--reply-days", "3"});
    people.clinician.sync();
    people.phone.sync();
    CHECK(people.phone.ask({"practice", "policy"}).at("reply_days") == 3);

    const std::string page =
        people.phone.ask({"journal", "write", "A walk.", "--share"}).at("entry_id");
    people.phone.sync();
    people.clinician.sync();
    people.clinician.ask({"feedback", "none", page});
    people.clinician.sync();
    people.phone.sync();
    CHECK(people.phone.ask({"feedback", "list"}).at("feedback").empty());
    people.phone.ask({"export", "json", people.folder.path("mine.json")});
    CHECK(read_text(people.folder.path("mine.json")).find(R"("no_reply":true)") !=
          std::string::npos);
}

TEST_CASE("the practice's own questions are kept and retired at the terminal") {
    Pair people;
    const std::string id =
        people.clinician.ask({"prompt", "add", "What did you hear?"}).at("entry_id");
    people.clinician.ask({"prompt", "change", id, "What did you see?"});
    const auto own = people.clinician.ask({"prompt", "own"}).at("questions");
    REQUIRE(own.size() == 1);
    CHECK(own.at(0).at("question") == "What did you see?");
    people.clinician.ask({"prompt", "retire", id});
    CHECK(people.clinician.ask({"prompt", "own"}).at("questions").empty());
    CHECK(people.phone.run({"prompt", "add", "Why?"}).exit_code == 1);
}

TEST_CASE("questions are drafted at the terminal, and kept only as a person words them") {
    Pair people;
    auto& [folder, server, clinician, phone] = people;
    ModelServer model;
    CHECK(clinician.run({"prompt", "draft", "evenings"}).exit_code == 1);
    CHECK(clinician.run({"prompt", "drafting", "--url", "http://models.example/v1", "--model", "m"})
              .exit_code == 1);
    write_text(folder.path("key"), "sesame\n");
    CHECK(clinician
              .ask({"prompt", "drafting", "--url", model.url(), "--model", "locked", "--key-file",
                    folder.path("key")})
              .at("host") == "localhost");
    const auto drafts = clinician.ask({"prompt", "draft", "evenings"}).at("drafts");
    REQUIRE(drafts.size() == 2);
    CHECK(drafts.at(1) == "What did you notice?");
    CHECK(clinician.ask({"prompt", "own"}).at("questions").empty());
    CHECK(phone.run({"prompt", "draft", "evenings"}).exit_code == 1);

    clinician.ask({"prompt", "add", "What did you see?", "--drafted"});
    CHECK(clinician.ask({"prompt", "own"}).at("questions").at(0).at("drafted") == true);
    clinician.ask({"prompt", "drafting", "--off"});
    CHECK(clinician.run({"prompt", "draft", "evenings"}).exit_code == 1);
    CHECK(model.heard().size() == 1);
}
