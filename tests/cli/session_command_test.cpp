// Sessions and the brief at the terminal: the clinician plans and writes, the client reads and
// adds.
#include "tests/support/plain.h"
#include "tests/support/practice.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel::test;

namespace {

const Programs programs{.cli = EVENKEEL_CLI, .server = EVENKEEL_SERVER};

struct Practice : Clinic {
    Practice() : Clinic(programs) { sync(); }
    void at(const std::string& now) {
        clinician.set_now(now);
        phone.set_now(now);
    }
};

}  // namespace

TEST_CASE("a session is planned, seen by the client with both sides' lines, and cancelled") {
    Practice practice;
    practice.at("2030-01-07T10:00:00Z");
    const std::string id = practice.clinician
                               .ask({"appointment", "plan", "--client", "Robin", "--day",
                                     "2030-01-10", "--at", "14:00", "--place", "video"})
                               .at("entry_id");
    practice.sync();
    practice.phone.ask({"appointment", "agenda", id, "The weekend"});
    const std::string old =
        practice.phone.ask({"appointment", "agenda", id, "Talked about"}).at("entry_id");
    practice.phone.ask({"edit", old, "done=on"});
    const auto seen = practice.phone.ask({"appointment", "list"}).at("appointments");
    REQUIRE(seen.size() == 1);
    CHECK(seen[0].at("when") == "Thu 10 Jan, 14:00, by video");
    REQUIRE(seen[0].at("agenda").size() == 1);
    CHECK(seen[0].at("agenda").at(0) == "The weekend");
    CHECK(practice.phone.run({"appointment", "cancel", id}).exit_code == 1);
    practice.clinician.ask({"appointment", "cancel", id});
    practice.sync();
    CHECK(practice.phone.ask({"appointment", "list"}).at("appointments").empty());
}

TEST_CASE("the brief is a file of one's choice, never over another, and only for clinicians") {
    Practice practice;
    practice.phone.ask({"log", "mood", "7", "--note", "a private word", "--private-note"});
    practice.sync();
    for (const std::string format : {"html", "pdf", "text"}) {
        INFO(format);
        const std::string file = practice.folder.path("brief." + format);
        practice.clinician.ask({"brief", format, file, "--client", "Robin"});
        const std::string bytes = read_text(file);
        const std::string words = format == "pdf"    ? words_of_pdf(bytes)
                                  : format == "html" ? words_of_html(bytes)
                                                     : one_line(bytes);
        CHECK(words.find("Logged on 1 of 28 days.") != std::string::npos);
        CHECK(words.find("Session brief: Robin") != std::string::npos);
        CHECK(words.find("by Dr. Lind") != std::string::npos);
        CHECK(words.find("a private word") == std::string::npos);
        CHECK(practice.clinician.run({"brief", format, file, "--client", "Robin"}).exit_code == 1);
        CHECK(read_text(file) == bytes);
        CHECK(practice.phone.run({"brief", format, file + "2"}).exit_code == 1);
    }
    CHECK(practice.clinician.run({"brief", "docx", "x", "--client", "Robin"}).exit_code == 1);
}
