// Safety at the terminal: numbers without a profile, telling, and a named person who has read it.
#include "tests/support/practice.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel::test;

namespace {

const Programs programs{.cli = EVENKEEL_CLI, .server = EVENKEEL_SERVER};

struct Practice : Clinic {
    Practice() : Clinic(programs) { sync(); }
    void plan() {
        clinician.ask({"practice", "policy", "--checked-by", "Dr. Lind", "--check", "weekdays",
                       "--out-of-hours", "Please call.", "--number",
                       "Harbour|030 1234|Weekdays 8 to 18"});
        sync();
    }
};

}  // namespace

TEST_CASE("numbers to call need no profile, no passphrase and no network") {
    ScratchFolder folder;
    Device nobody(programs, folder.path("nobody"), "");
    const auto shown = nobody.ask({"crisis", "--country", "IE"});
    CHECK(shown.at("country") == "IE");
    CHECK(shown.at("numbers").at(0).at("number") == "112");
    CHECK(shown.at("note") == "We have not checked 112 and 116 123 ourselves.");
    CHECK(nobody.ask({"crisis", "--country", "XX"}).at("numbers").size() == 1);
}

TEST_CASE("a client tells, it is on this device, sent, and read by a named person") {
    Practice practice;
    CHECK(practice.phone.run({"risk", "tell", "--agree"}).exit_code == 1);
    practice.plan();
    CHECK(practice.phone.run({"risk", "tell", "It is too much."}).exit_code == 1);  // asked first
    CHECK(practice.phone.ask({"risk", "list"}).at("told").empty());
    practice.phone.ask({"risk", "tell", "It is too much.", "--agree"});
    CHECK(practice.phone.ask({"risk", "list"}).at("told").at(0).at("state") == "here");
    practice.phone.sync();
    CHECK(practice.phone.ask({"risk", "list"}).at("told").at(0).at("state") == "sent");
    practice.sync();

    const auto caseload = practice.clinician.ask({"caseload"}).at("clients");
    CHECK(caseload.at(0).at("risks_waiting") == 1);
    CHECK(caseload.at(0).at("needs") == "told you about their safety, not acknowledged");
    const auto told =
        practice.clinician.ask({"risk", "list", "--client", "Robin"}).at("told").at(0);
    CHECK(told.at("words") == "It is too much.");
    CHECK(std::string(told.at("shown")).find("Harbour 030 1234") != std::string::npos);
    CHECK(std::string(told.at("arrived")).starts_with("It came to this device today"));
    const std::string id = told.at("entry_id");
    CHECK(practice.phone.run({"risk", "acknowledge", id}).exit_code == 1);
    CHECK(practice.phone.run({"delete", id}).exit_code == 1);
    CHECK(practice.phone.run({"journal", "unshare", id}).exit_code == 1);
    CHECK(practice.clinician.ask({"risk", "acknowledge", id, "--sentence", "I call at six."})
              .at("by") == "Dr. Lind");
    practice.sync();
    const auto read = practice.phone.ask({"risk", "list"}).at("told").at(0);
    CHECK(read.at("state") == "read");
    CHECK(read.at("sentence") == "I call at six.");
    CHECK(std::string(read.at("status")).starts_with("Read by Dr. Lind today"));
    CHECK(practice.clinician.ask({"caseload"}).at("clients").at(0).at("risks_waiting") == 0);
}

TEST_CASE("the practice's numbers come first, also where the profile is locked") {
    Practice practice;
    practice.plan();
    Device locked(programs, practice.folder.path("phone"), "not the passphrase at all");
    const auto numbers = locked.ask({"crisis"}).at("numbers");
    CHECK(numbers.at(0).at("number") == "030 1234");
    CHECK(numbers.at(0).at("from") == "practice");
    CHECK(numbers.size() >= 2);
}

TEST_CASE("a policy changes only in what is said of it, and can be taken back") {
    Practice practice;
    practice.plan();
    practice.clinician.ask({"practice", "policy", "--reply-days", "3"});
    auto said = practice.clinician.ask({"practice", "policy", "--check", "2"});
    CHECK(said.at("reply_days") == 3);
    CHECK(said.at("safety_plan").at("check") == "within 2 days, by Dr. Lind");
    CHECK(said.at("safety_plan").at("out_of_hours") == "Please call.");
    CHECK(said.at("numbers").at(0).at("hours") == "Weekdays 8 to 18");
    CHECK(practice.clinician.run({"practice", "policy", "--check", "9"}).exit_code == 1);
    CHECK(practice.clinician.run({"practice", "policy", "--check", "often"}).exit_code == 1);
    said = practice.clinician.ask({"practice", "policy", "--no-plan", "--no-numbers"});
    CHECK(said.at("safety_plan").is_null());
    CHECK(said.at("numbers").empty());
    practice.sync();
    CHECK(practice.phone.run({"risk", "tell", "--agree"}).exit_code == 1);
    CHECK(practice.phone.run({"practice", "policy", "--check", "2"}).exit_code == 1);
}
