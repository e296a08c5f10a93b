// A colleague in a client's record at the terminal, over the real server.
#include "tests/support/practice.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace evenkeel::test;

namespace {

const Programs programs{.cli = EVENKEEL_CLI, .server = EVENKEEL_SERVER};

// A colleague who joined by an invite of the clinician, and has no client.
struct Practice : Clinic {
    Device lee{programs, folder.path("lee"), passphrase};

    Practice() : Clinic(programs) {
        sync();
        const std::string colleague =
            clinician.ask({"invite", "clinician", "--name", "Dr Lee"}).at("link");
        lee.ask({"join", colleague, "--name", "Dr Lee", "--agree"});
        sync_all();
    }
    void sync_all() {
        for (int round = 0; round < 2; ++round) {
            sync();
            lee.sync();
        }
    }
    nlohmann::json place_of_lee() {
        const auto document = clinician.ask({"member", "team", "--client", "Robin"});
        for (const auto& line : document.at("team")) {
            if (line.at("name") == "Dr Lee") return line;
        }
        return nullptr;
    }
    bool is_read_by(Device& device, const std::string& note) {
        const std::string path = folder.path("theirs.json");
        const Finished written = device.run({"export", "json", path, "--client", "Robin"});
        return written.exit_code == 0 && read_text(path).find(note) != std::string::npos;
    }
};

}  // namespace

TEST_CASE("a colleague is let into a record, reads it, and is taken out again") {
    Practice practice;
    practice.phone.ask({"log", "mood", "3", "--note", "before"});
    practice.sync_all();
    CHECK(practice.place_of_lee().at("inside") == false);
    CHECK_FALSE(practice.is_read_by(practice.lee, "before"));

    CHECK(practice.clinician.ask({"member", "add", "Dr Lee", "--client", "Robin"}).at("inside") ==
          true);
    practice.sync_all();
    CHECK(practice.place_of_lee().at("inside") == true);
    CHECK(practice.is_read_by(practice.lee, "before"));
    CHECK(practice.phone.run({"member", "list"}).output.find("Dr Lee") != std::string::npos);
    CHECK(practice.lee.run({"caseload"}).output.find("Robin") != std::string::npos);

    practice.clinician.ask({"member", "out", "Dr Lee", "--client", "Robin"});
    practice.phone.ask({"log", "mood", "8", "--note", "afterwards"});
    practice.sync_all();
    CHECK(practice.place_of_lee().at("taken_out") == true);
    CHECK(practice.is_read_by(practice.clinician, "afterwards"));
    CHECK_FALSE(practice.is_read_by(practice.lee, "afterwards"));
    CHECK(practice.lee.run({"caseload"}).output.find("not on their care team any more") !=
          std::string::npos);
}

TEST_CASE("a practice asks its clients by a command, and the client lets a colleague in") {
    Practice practice;
    CHECK(practice.clinician.ask({"practice", "policy"}).at("clients_approve") == false);
    CHECK(practice.clinician.ask({"practice", "policy", "--colleagues-by", "client"})
              .at("clients_approve") == true);
    CHECK(practice.lee.run({"practice", "policy", "--colleagues-by", "practice"}).exit_code == 1);
    CHECK(practice.clinician.run({"practice", "policy", "--colleagues-by", "me"}).exit_code == 2);
    practice.sync_all();
    CHECK(practice.clinician.run({"member", "add", "Dr Lee", "--client", "Robin"}).exit_code == 1);
    practice.sync_all();
    CHECK(practice.place_of_lee().at("told") == true);
    CHECK(practice.place_of_lee().at("inside") == false);
    practice.phone.ask({"member", "add", "Dr Lee"});
    practice.sync_all();
    CHECK(practice.place_of_lee().at("inside") == true);

    // The record is handed over: who had it takes themself out.
    const auto team = practice.clinician.ask({"member", "team", "--client", "Robin"}).at("team");
    const auto other =
        std::ranges::find_if(team, [](const auto& line) { return line.at("name") != "Dr Lee"; });
    REQUIRE(other != team.end());
    practice.clinician.ask({"member", "out", other->at("user_id"), "--client", "Robin"});
    practice.phone.ask({"log", "mood", "8", "--note", "afterwards"});
    practice.sync_all();
    CHECK(practice.is_read_by(practice.lee, "afterwards"));
    CHECK_FALSE(practice.is_read_by(practice.clinician, "afterwards"));
}

TEST_CASE("who is in a record is changed by name, by somebody who is in it") {
    Practice practice;
    practice.sync_all();
    const auto refused = [&](Device& device, const std::vector<std::string>& command) {
        return device.run(command).exit_code == 1;
    };
    CHECK(refused(practice.clinician, {"member", "add", "Dr Nobody", "--client", "Robin"}));
    CHECK(refused(practice.clinician, {"member", "add", "Dr Lee"}));
    CHECK(refused(practice.clinician, {"member", "out", "Dr Lee", "--client", "Robin"}));
    CHECK(refused(practice.clinician, {"member", "out", "Dr. Lind", "--client", "Robin"}));
    CHECK(refused(practice.lee, {"member", "add", "Dr Lee", "--client", "Robin"}));
    CHECK(practice.clinician.run({"member", "add"}).exit_code == 2);
}
