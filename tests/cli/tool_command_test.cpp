// The register at the terminal, over a real server: a verdict reaches the client, a name the client
// logged reaches the practice, and what is written is all there.
#include "tests/support/practice.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel::test;

namespace {

const Programs programs{.cli = EVENKEEL_CLI, .server = EVENKEEL_SERVER};

// The verdict on one tool as the client's device has it; empty if it has none.
std::string verdict(Device& phone, const std::string& name) {
    const auto answer = phone.ask({"tool", "list"});
    for (const auto& tool : answer.at("tools")) {
        if (tool.at("name") == name) return tool.at("verdict");
    }
    return "";
}

}  // namespace

TEST_CASE("a verdict reaches the client, and a tool the client logged reaches the register") {
    Clinic clinic(programs);
    clinic.sync();
    Device& clinician = clinic.clinician;
    Device& phone = clinic.phone;
    clinician.set_now("2030-01-07T10:00:00Z");
    phone.set_now("2030-01-07T10:00:00Z");
    clinician.ask({"tool", "add", "--name", "Quill", "--kind", "ai-assistant", "--status",
                   "with-conditions", "--conditions", "No personal details"});
    clinic.sync();
    const std::string quill =
        "Your practice: allowed with conditions. No personal details. Reviewed by Dr. Lind on "
        "Mon 7 Jan.";
    CHECK(verdict(phone, "Quill") == quill);
    CHECK(phone.ask({"log", "use", "ai", "30", "--tool", "quill"}).at("verdict") == quill);
    CHECK(phone.ask({"log", "use", "ai", "20", "--tool", "Tern"}).at("verdict") ==
          "Your practice has not reviewed this one yet.");
    phone.ask({"log", "use", "ai", "5", "--tool", "Mine alone", "--private"});
    clinic.sync();

    const auto waiting = clinician.ask({"tool", "to-vet"}).at("to_vet");
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].at("name") == "Tern");
    CHECK(waiting[0].at("clients").at(0) == "Robin");
    clinician.ask({"tool", "add", "--name", "tern", "--kind", "ai-companion", "--status",
                   "discouraged", "--evidence-level", "none", "--safety",
                   "Did not name a crisis line when asked"});
    CHECK(clinician.ask({"tool", "to-vet"}).at("to_vet").empty());
    clinic.sync();
    CHECK(verdict(phone, "tern") ==
          "Your practice: discouraged. Reviewed by Dr. Lind on Mon 7 Jan.");

    // Half a year on, the same words may not be true any more: both sides are told.
    clinician.set_now("2030-07-07T10:00:00Z");
    phone.set_now("2030-07-07T10:00:00Z");
    CHECK(verdict(phone, "Quill").ends_with("180 days ago, so it may have changed."));
    const auto listed = clinician.ask({"tool", "list"});
    for (const auto& tool : listed.at("tools")) {
        CHECK(tool.at("review_due") == true);
    }
    clinician.ask({"tool", "edit", "Quill", "--reviewed"});
    clinic.sync();
    CHECK(verdict(phone, "Quill").ends_with("on Sun 7 Jul."));
    CHECK(clinician.ask({"tool", "show", "quill"}).at("tool").at("status") == "with-conditions");
}

TEST_CASE("an entry is meant by its name, also where another's id begins like that") {
    Clinic clinic(programs);
    Device& clinician = clinic.clinician;
    const std::string id =
        clinician.ask({"tool", "add", "--name", "Quill", "--kind", "app"}).at("entry_id");
    const std::string digits = id.substr(0, 6);
    CHECK(clinician.ask({"tool", "show", digits}).at("tool").at("name") == "Quill");
    clinician.ask({"tool", "add", "--name", digits, "--kind", "app"});
    CHECK(clinician.ask({"tool", "show", digits}).at("tool").at("name") == digits);
    clinician.ask({"tool", "remove", digits});
    CHECK(clinician.ask({"tool", "show", "Quill"}).at("tool").at("name") == "Quill");
}

TEST_CASE(
    "a resource is recommended with a sentence, and a client writes nothing of the register") {
    Clinic clinic(programs);
    clinic.sync();
    Device& clinician = clinic.clinician;
    clinician.ask({"tool", "add", "--name", "Open circle", "--kind", "support-group", "--status",
                   "allowed", "--where", "Tuesdays at seven, 12 Mill Lane"});
    CHECK(clinician.run({"tool", "recommend", "Open circle", "--client", "Robin"}).exit_code == 1);
    clinic.sync();
    CHECK(clinic.phone.ask({"tool", "list"}).at("tools").empty());
    clinician.ask({"tool", "recommend", "Open circle", "--client", "Robin", "--why",
                   "Others there know the long evenings"});
    clinic.sync();
    const auto tools = clinic.phone.ask({"tool", "list"}).at("tools");
    REQUIRE(tools.size() == 1);
    CHECK(tools[0].at("why") == "Others there know the long evenings");
    CHECK(tools[0].at("where") == "Tuesdays at seven, 12 Mill Lane");
    clinician.ask({"tool", "recommend", "Open circle", "--client", "Robin", "--end"});
    clinic.sync();
    CHECK(clinic.phone.ask({"tool", "list"}).at("tools").empty());
    CHECK(clinic.phone.run({"tool", "add", "--name", "x"}).exit_code == 1);
    CHECK(clinic.phone.run({"tool", "to-vet"}).exit_code == 1);
}
