// Records and staff at the terminal, over the real server.
#include "tests/support/practice.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel::test;

namespace {

const Programs programs{.cli = EVENKEEL_CLI, .server = EVENKEEL_SERVER};

// A colleague who joined by an invite of the clinician, with a client of their own.
struct Practice : Clinic {
    Device lee{programs, folder.path("lee"), passphrase};
    Device tablet{programs, folder.path("tablet"), passphrase};

    Practice() : Clinic(programs) {
        sync();
        const std::string colleague =
            clinician.ask({"invite", "clinician", "--name", "Dr Lee"}).at("link");
        lee.ask({"join", colleague, "--name", "Dr Lee", "--agree"});
        for (int round = 0; round < 2; ++round) {
            clinician.sync();
            lee.sync();
        }
        const std::string client = lee.ask({"invite", "client", "--name", "Jo"}).at("link");
        tablet.ask({"join", client, "--name", "Jo", "--agree"});
        for (int round = 0; round < 2; ++round) {
            lee.sync();
            tablet.sync();
        }
        clinician.sync();
    }
    nlohmann::json record(const std::string& name) {
        const auto document = clinician.ask({"record", "list"});
        for (const auto& line : document.at("records")) {
            if (line.at("name") == name) return line;
        }
        return nullptr;
    }
};

bool is_listed(Device& device, const std::string& name) {
    return device.ask({"member", "list"}).dump().find(name) != std::string::npos;
}

}  // namespace

TEST_CASE("a hold keeps a retention from ending and a colleague from leaving, until it is lifted") {
    Practice practice;
    CHECK(practice.record("Jo").at("last_entry") == "Not on this device");
    practice.clinician.ask({"record", "retention", "--years", "10"});
    practice.clinician.ask({"record", "end", "--client", "Robin", "--day", "2010-01-31"});
    CHECK(practice.record("Robin").at("kept_until") == "2020-01-31");
    CHECK(practice.record("Robin").at("retention_past") == true);
    practice.clinician.ask({"record", "hold", "--client", "Robin", "--reason", "A court asks"});
    CHECK(practice.record("Robin").at("retention_past") == false);
    CHECK(practice.record("Robin").at("kept_until").is_null());
    CHECK(practice.record("Robin").at("hold").get<std::string>().ends_with(
        "set by Dr. Lind: A court asks"));
    practice.clinician.ask({"record", "lift", "--client", "Robin"});
    CHECK(practice.record("Robin").at("retention_past") == true);
    practice.clinician.ask({"record", "end", "--client", "Robin", "--goes-on"});
    CHECK(practice.record("Robin").at("treatment_ended").is_null());

    practice.lee.ask({"record", "hold", "--client", "Jo", "--reason", "A complaint"});
    practice.lee.sync();
    practice.clinician.sync();
    const Finished held = practice.clinician.run({"member", "remove", "Dr Lee"});
    CHECK(held.exit_code == 1);
    CHECK(held.output.find("set by Dr Lee: A complaint") != std::string::npos);
    CHECK(practice.lee.run({"record", "lift", "--client", "Jo"}).exit_code == 1);
    CHECK(practice.lee.run({"record", "retention", "--years", "5"}).exit_code == 1);
    practice.clinician.ask({"record", "lift", "--client", "Jo"});
    practice.clinician.ask({"member", "remove", "Dr Lee"});
}

TEST_CASE("an admin removes a colleague: their device is refused, and each record gets a new key") {
    Practice practice;
    practice.tablet.ask({"log", "mood", "4"});
    practice.tablet.sync();
    practice.lee.sync();
    CHECK(practice.lee.ask({"show", "today", "--client", "Jo"}).at("days").at(0).at("mood") == 4);
    CHECK(is_listed(practice.tablet, "Dr Lee"));
    practice.clinician.ask({"member", "remove", "Dr Lee"});
    const Finished refused = practice.lee.run({"sync"});
    CHECK(refused.exit_code != 0);
    CHECK_FALSE(is_listed(practice.clinician, "Dr Lee"));
    // One sync brings the staff list to the client's device; with the next it takes the colleague
    // out of the record, and what follows is not for them.
    practice.tablet.sync();
    practice.tablet.sync();
    CHECK_FALSE(is_listed(practice.tablet, "Dr Lee"));
    practice.tablet.ask({"log", "mood", "9"});
    practice.tablet.sync();
    practice.lee.run({"sync"});
    CHECK(practice.lee.ask({"show", "today", "--client", "Jo"}).at("days").at(0).at("mood") == 4);
    // Where they were not, nothing changed.
    practice.sync();
    practice.phone.ask({"log", "mood", "6"});
    practice.sync();
    CHECK(practice.clinician.ask({"show", "today", "--client", "Robin"})
              .at("days")
              .at(0)
              .at("mood") == 6);
}

TEST_CASE("a colleague is made an admin and back, and the last admin stays") {
    Practice practice;
    CHECK(practice.clinician.run({"member", "role", "Dr. Lind", "clinician"}).exit_code == 1);
    practice.clinician.ask({"member", "role", "Dr Lee", "admin"});
    practice.lee.sync();
    practice.lee.ask({"member", "role", "Dr. Lind", "clinician"});
    practice.clinician.sync();
    CHECK(practice.clinician.run({"member", "role", "Dr Lee", "clinician"}).exit_code == 1);
    CHECK(practice.lee.run({"member", "remove", "Dr Lee"}).exit_code == 1);
    practice.lee.ask({"member", "role", "Dr. Lind", "admin"});
}
