// The intake at the terminal: asked for, answered by name, private until shared, read on the other
// side.
#include "tests/support/practice.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel::test;

TEST_CASE("an intake is answered by name at the terminal and read by the clinician once shared") {
    Clinic clinic({.cli = EVENKEEL_CLI, .server = EVENKEEL_SERVER});
    Device& clinician = clinic.clinician;
    Device& phone = clinic.phone;
    clinician.sync();
    phone.sync();
    CHECK(clinician.ask({"caseload"}).at("clients").at(0).at("intake_due") == true);
    clinician.ask({"intake", "ask", "--client", "Robin"});
    clinician.sync();
    phone.sync();
    CHECK(phone.ask({"intake", "show"}).at("asked") == true);

    phone.ask({"intake", "answer", "ai_use", "daily"});
    phone.ask({"intake", "answer", "ai_for", "support,company"});
    phone.ask({"intake", "answer", "bed_minutes", "45"});
    CHECK(phone.run({"intake", "answer", "ai_use", "hourly"}).exit_code == 1);
    CHECK(phone.run({"intake", "answer", "nonsense", "1"}).exit_code == 1);
    CHECK(clinician.run({"intake", "answer", "rested", "4", "--client", "Robin"}).exit_code == 1);
    phone.sync();
    clinician.sync();
    CHECK(clinician.ask({"intake", "show", "--client", "Robin"}).at("intake").is_null());

    phone.ask({"intake", "share"});
    phone.sync();
    clinician.sync();
    const auto seen = clinician.ask({"intake", "show", "--client", "Robin"});
    CHECK(seen.at("due") == false);
    const auto answers = seen.at("intake").at("answers");
    CHECK(answers.at("ai_for") == "Comfort or support and company");
    CHECK_FALSE(answers.contains("bed_minutes"));  // nobody said that there is a screen in bed

    // Each answer has its own history.
    const std::string id = phone.ask({"intake", "show"}).at("intake").at("entry_id");
    const std::string history = phone.ask({"history", id}).at("history").dump();
    CHECK(history.find(R"({"answers":{"ai_use":"Every day"}})") != std::string::npos);

    // The copy a person takes along has it in words, and comes back whole.
    const std::string file = clinic.folder.path("mine.json");
    phone.ask({"export", "json", file});
    CHECK(phone.ask({"import", file}).dump().find("error") == std::string::npos);
}

TEST_CASE("at a terminal the intake asks question by question, and stops where somebody stops") {
    Clinic clinic({.cli = EVENKEEL_CLI, .server = EVENKEEL_SERVER});
    Device& phone = clinic.phone;
    // Devices, who else opens them (left blank), minutes (once not understood), when, and no more.
    const auto asked =
        phone.run_at_terminal({"intake", "start"}, {"phone", "", "a lot", "3h", "evening", "stop"});
    INFO(asked.errors);
    CHECK(asked.exit_code == 0);
    CHECK(asked.errors.find("Which of these do you use most days?") != std::string::npos);
    auto answers = phone.ask({"intake", "show"}).at("intake").at("answers");
    CHECK(answers.at("devices") == "Phone");
    CHECK(answers.at("times") == "In the evening");
    CHECK(answers.contains("screen_minutes"));
    CHECK_FALSE(answers.contains("shared_devices"));
    CHECK_FALSE(answers.contains("drifting"));

    // What was said is not asked again.
    const auto again = phone.run_at_terminal({"intake", "start"}, {"yes", "stop"});
    CHECK(again.errors.find("Which of these do you use most days?") == std::string::npos);
    answers = phone.ask({"intake", "show"}).at("intake").at("answers");
    CHECK(answers.contains("shared_devices"));
}

TEST_CASE("an answer of an intake is changed by its name like a field, all of them or none") {
    Clinic clinic({.cli = EVENKEEL_CLI, .server = EVENKEEL_SERVER});
    Device& phone = clinic.phone;
    phone.ask({"intake", "start"});
    phone.ask({"intake", "answer", "ai_use", "daily"});
    const std::string id = phone.ask({"intake", "show"}).at("intake").at("entry_id");
    phone.ask({"edit", id, "ai_use=some_days", "devices=phone,tablet"});
    auto answers = phone.ask({"intake", "show"}).at("intake").at("answers");
    CHECK(answers.at("devices") == "Phone and tablet");
    const std::string now_and_then = answers.at("ai_use");
    CHECK(now_and_then == "Some days");
    CHECK(phone.run({"edit", id, "ai_use=daily", "nonsense=1"}).exit_code == 1);
    CHECK(phone.run({"edit", id, "ai_use=daily", "devices=a chair"}).exit_code == 1);
    CHECK(phone.ask({"intake", "show"}).at("intake").at("answers").at("ai_use") == now_and_then);
    phone.ask({"edit", id, "devices="});
    answers = phone.ask({"intake", "show"}).at("intake").at("answers");
    CHECK_FALSE(answers.contains("devices"));
}
