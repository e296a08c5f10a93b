// Who saw what, at the terminal: written before anything is shown, and reconciled with the server.
#include "tests/support/plain.h"
#include "tests/support/practice.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace evenkeel::test;

namespace {

const Programs programs{.cli = EVENKEEL_CLI, .server = EVENKEEL_SERVER};

std::vector<std::string> openings(Device& reader, const std::vector<std::string>& command) {
    std::vector<std::string> lines;
    const auto document = reader.ask(command);
    for (const auto& view : document.at("views")) {
        lines.push_back(view.at("who").get<std::string>() + " " +
                        view.at("what").get<std::string>());
    }
    return lines;
}

}  // namespace

TEST_CASE("reading a client's record in any command is on record for the client") {
    Clinic clinic(programs);
    clinic.phone.ask({"log", "mood", "5"});
    clinic.sync();
    CHECK(openings(clinic.phone, {"show", "access-log"}).empty());
    const std::string brief = clinic.folder.path("brief.html");
    const std::string copy = clinic.folder.path("copy.json");
    const std::vector<std::vector<std::string>> commands = {
        {"show", "week"},     {"show", "days"},         {"journal", "list"},
        {"intake", "show"},   {"boundary", "list"},     {"appointment", "list"},
        {"prompt", "list"},   {"tool", "list"},         {"trash"},
        {"feedback", "list"}, {"brief", "html", brief}, {"export", "json", copy}};
    for (std::vector<std::string> command : commands) {
        command.insert(command.end(), {"--client", "Robin"});
        clinic.clinician.ask(command);
    }
    const std::vector<std::string> own = {"caseload", "sync"};
    for (const std::string& command : own) clinic.clinician.ask({command});
    clinic.sync();
    const std::vector<std::string> expected = {
        "Dr. Lind opened the days",          "Dr. Lind opened the journal",
        "Dr. Lind opened the intake",        "Dr. Lind opened the boundaries",
        "Dr. Lind opened the sessions",      "Dr. Lind opened the questions given",
        "Dr. Lind opened the tools",         "Dr. Lind opened the history of an entry",
        "Dr. Lind opened the session brief", "Dr. Lind opened an export of the record"};
    CHECK(openings(clinic.phone, {"show", "access-log"}) == expected);
    CHECK(openings(clinic.clinician, {"show", "access-log", "--client", "Robin"}) == expected);
    // A client who reads their own record leaves no line.
    clinic.phone.ask({"show", "week"});
    CHECK(openings(clinic.phone, {"show", "access-log"}) == expected);
}

TEST_CASE("what cannot be written down is not shown") {
    Clinic clinic(programs);
    clinic.phone.ask({"log", "mood", "5"});
    clinic.sync();
    const auto with_full_disk = [&](const std::vector<std::string>& command) {
        std::vector<std::string> all = {programs.cli, "--profile",
                                        clinic.clinician.profile_folder(), "--passphrase-file",
                                        clinic.folder.path("clinician/passphrase")};
        all.insert(all.end(), command.begin(), command.end());
        return run_program(all, {{"LD_PRELOAD", EVENKEEL_FULL_DISK},
                                 {"ASAN_OPTIONS", "verify_asan_link_order=0:detect_leaks=0"},
                                 {"EVENKEEL_FULL_DISK_FOLDER", clinic.clinician.profile_folder()},
                                 {"EVENKEEL_NO_KEYSTORE", "1"},
                                 {"EVENKEEL_TEST_CLOCK", "1"}});
    };
    for (const std::string shown : {"week", "days"}) {
        const Finished full = with_full_disk({"show", shown, "--client", "Robin"});
        CHECK(full.exit_code == 1);
        CHECK(full.output.empty());
        CHECK(std::ranges::count(full.errors, '\n') == 1);
    }
    const std::string copy = clinic.folder.path("copy.json");
    CHECK(with_full_disk({"export", "json", copy, "--client", "Robin"}).exit_code == 1);
    CHECK(read_text(copy).empty());
    CHECK(openings(clinic.clinician, {"show", "access-log", "--client", "Robin"}).empty());
}

TEST_CASE("the report says what was given and never opened, and is written in each form") {
    Clinic clinic(programs);
    clinic.sync();
    clinic.phone.ask({"log", "mood", "5"});
    clinic.sync();
    const auto findings = [&](const std::string& file) {
        return clinic.clinician.ask({"access", "report", file, "--client", "Robin"})
            .at("findings")
            .at(0)
            .get<std::string>();
    };
    CHECK(findings(clinic.folder.path("a.csv")).find("and never opened the record.") !=
          std::string::npos);
    clinic.clinician.ask({"show", "week", "--client", "Robin"});
    const std::string fits =
        "Every staff device that was given entries also opened the record, and the reverse.";
    CHECK(findings(clinic.folder.path("b.csv")) == fits);
    CHECK(read_text(clinic.folder.path("a.csv"))
              .starts_with("when,who,device,what,source,refused,changed_afterwards\r\n"));
    CHECK(read_text(clinic.folder.path("b.csv")).find(",opened the days,program,no,no\r\n") !=
          std::string::npos);
    for (const std::string ending : {"html", "pdf", "txt"}) {
        const std::string file = clinic.folder.path("report." + ending);
        CHECK(findings(file) == fits);
        const std::string bytes = read_text(file);
        const std::string said = ending == "pdf"    ? words_of_pdf(bytes)
                                 : ending == "html" ? words_of_html(bytes)
                                                    : one_line(bytes);
        CHECK(said.find("Who saw what: Robin") != std::string::npos);
        CHECK(said.find("Dr. Lind opened the days") != std::string::npos);
        CHECK(said.find("was given entries") != std::string::npos);
        CHECK(said.find("could leave it out") != std::string::npos);
    }
    CHECK(
        clinic.clinician.run({"access", "report", clinic.folder.path("b.csv"), "--client", "Robin"})
            .exit_code == 1);
    clinic.phone.ask({"access", "report", clinic.folder.path("mine.html")});
}
