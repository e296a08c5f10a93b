// What other programs recorded, brought in at the terminal.
#include "tests/support/practice.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel::test;

namespace {

const Programs programs{.cli = EVENKEEL_CLI, .server = EVENKEEL_SERVER};

const std::string report_of_rescuetime =
    "Date,Time Spent (seconds),Number of People,Activity,Category,Productivity\n"
    "2026-03-09T00:00:00,2700,1,reddit.com,Social Networking,-2\n"
    "2026-03-09T00:00:00,600,1,very-private-site.example,Browsing,0\n"
    "2026-03-10T00:00:00,1200,1,chatgpt.com,General,0\n";

const std::string export_of_activitywatch =
    R"({"buckets":{"w":{"id":"w","type":"currentwindow","client":"aw","hostname":"laptop",)"
    R"("events":[{"timestamp":"2026-03-09T10:00:00Z","duration":1800,)"
    R"("data":{"app":"Discord","title":"t"}},)"
    R"({"timestamp":"2026-03-11T10:00:00Z","duration":1800,)"
    R"("data":{"app":"Discord","title":"t"}}]}}})";

const std::string csv_of_daylio =
    "full_date,date,weekday,time,mood,activities,note_title,note\n"
    "2026-03-10,March 10,Tuesday,21:00,rad,gym,,\n"
    "2026-03-09,March 9,Monday,21:00,bad,work | secret meeting,Rain,\"a night, awake\"\n"
    "2026-03-09,March 9,Monday,08:00,Gorgeous,,,\n";

nlohmann::json day(Device& device, const std::string& date) {
    return device.ask({"show", "days", "--from", date, "--to", date}).at("days").at(0);
}

// All the clinician holds of the record, as text.
std::string held_by_clinician(Clinic& clinic) {
    const std::string file = clinic.folder.path("theirs.json");
    clinic.clinician.ask({"export", "json", file, "--client", "Robin"});
    return read_text(file);
}

std::string written(Clinic& clinic, const std::string& name, const std::string& text) {
    write_text(clinic.folder.path(name), text);
    return clinic.folder.path(name);
}

}  // namespace

TEST_CASE("a report of RescueTime comes in as minutes, once, and without names") {
    Clinic clinic(programs);
    clinic.sync();
    const std::string file = written(clinic, "report.csv", report_of_rescuetime);
    CHECK(clinic.phone.ask({"import", file}).at("entries") == 3);
    CHECK(day(clinic.phone, "2026-03-09").at("minutes").at("social") == 45);
    CHECK(day(clinic.phone, "2026-03-09").at("minutes").at("internet") == 10);
    CHECK(day(clinic.phone, "2026-03-10").at("minutes").at("ai") == 20);
    const auto again = clinic.phone.ask({"import", file});
    CHECK(again.at("entries") == 0);
    CHECK(again.at("already_here") == 3);

    const std::string own = clinic.folder.path("own.json");
    clinic.phone.ask({"export", "json", own});
    CHECK(read_text(own).find("very-private-site") == std::string::npos);
    CHECK(clinic.phone.all_errors().find("very-private-site") == std::string::npos);
    clinic.sync();
    CHECK(held_by_clinician(clinic).find("\"minutes\":45") != std::string::npos);
}

TEST_CASE("minutes of two programs for one day are never added up") {
    Clinic clinic(programs);
    clinic.phone.ask({"import", written(clinic, "report.csv", report_of_rescuetime)});
    const auto second =
        clinic.phone.ask({"import", written(clinic, "export.json", export_of_activitywatch)});
    CHECK(second.at("days_left_out") == 2);  // of one of them only its coverage
    CHECK(day(clinic.phone, "2026-03-09").at("minutes").at("social") == 45);
    CHECK(day(clinic.phone, "2026-03-11").at("minutes").at("social") == 30);
}

TEST_CASE("a look at a file says what is in it and imports nothing") {
    Clinic clinic(programs);
    const std::string file = written(clinic, "report.csv", report_of_rescuetime);
    const Finished looked = clinic.phone.run({"import", "--look", "--private", file});
    CHECK(looked.exit_code == 0);
    CHECK(looked.output.find("A report of RescueTime: screen time of 2 days, from 9 March 2026 to "
                             "10 March 2026.") != std::string::npos);
    CHECK(looked.output.find("Internet 10 min, Social media 45 min, AI 20 min.") !=
          std::string::npos);
    CHECK(looked.output.find("It is only for you.") != std::string::npos);
    CHECK(looked.output.find("Nothing was imported.") != std::string::npos);
    CHECK(day(clinic.phone, "2026-03-09").at("minutes").at("social").is_null());
}

TEST_CASE("a CSV of Daylio comes in as moods, its notes for the client alone") {
    Clinic clinic(programs);
    clinic.sync();
    const std::string file = written(clinic, "daylio.csv", csv_of_daylio);
    const auto first = clinic.phone.ask({"import", file});
    CHECK(first.at("entries") == 2);
    CHECK(first.at("found").dump().find("Gorgeous") != std::string::npos);
    CHECK(day(clinic.phone, "2026-03-10").at("mood") == 9);
    CHECK(day(clinic.phone, "2026-03-09").at("mood") == 3);
    CHECK(clinic.phone.ask({"import", file}).at("entries") == 0);

    const auto named = clinic.phone.ask({"import", file, "--mood", "gorgeous=8"});
    CHECK(named.at("entries") == 1);
    CHECK(day(clinic.phone, "2026-03-09").at("mood") == 3);
    CHECK(clinic.phone.run({"import", file, "--mood", "gorgeous=11"}).exit_code == 1);

    clinic.sync();
    const std::string held = held_by_clinician(clinic);
    CHECK(held.find("\"mood\":3") != std::string::npos);
    CHECK(held.find("a night, awake") == std::string::npos);
    CHECK(held.find("secret meeting") == std::string::npos);
}

TEST_CASE("a check-in that is here stays when moods are imported") {
    Clinic clinic(programs);
    clinic.phone.ask({"log", "mood", "6", "--day", "2026-03-10"});
    const std::string file = written(clinic, "daylio.csv", csv_of_daylio);
    CHECK(clinic.phone.ask({"import", file}).at("entries") == 2);
    CHECK(day(clinic.phone, "2026-03-10").at("mood") == 6);
    CHECK(clinic.phone.ask({"import", file}).at("entries") == 0);
}
