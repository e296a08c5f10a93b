// What belongs to sessions at the terminal: notes, reviews of boundaries, the plan.
#include "tests/support/plain.h"
#include "tests/support/practice.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel::test;

namespace {

const Programs programs{.cli = EVENKEEL_CLI, .server = EVENKEEL_SERVER};

struct Practice : Clinic {
    Practice() : Clinic(programs) {
        at("2030-01-07T10:00:00Z");
        sync();
    }
    void at(const std::string& now) {
        clinician.set_now(now);
        phone.set_now(now);
    }
    std::string agree() {
        const std::string id = phone
                                   .ask({"boundary", "propose", "--daily-limit", "60", "--group",
                                         "social", "--reason", "sleep", "--review", "2030-01-21"})
                                   .at("boundaries")
                                   .at(0)
                                   .at("id");
        sync();
        clinician.ask({"boundary", "accept", id, "--client", "Robin"});
        sync();
        return id;
    }
};

}  // namespace

TEST_CASE("notes are written, changed and deleted by a clinician, and by no client") {
    Practice practice;
    practice.clinician.ask(
        {"appointment", "plan", "--client", "Robin", "--day", "2030-01-07", "--at", "08:00"});
    const std::string id =
        practice.clinician
            .ask({"note", "write", "quartzmeridian", "--client", "Robin", "--session", "last"})
            .at("entry_id");
    practice.sync();
    auto notes = practice.clinician.ask({"note", "list", "--client", "Robin"}).at("notes");
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].at("text") == "quartzmeridian");
    CHECK(notes[0].at("session") == "Mon 7 Jan, 08:00, in person");
    practice.clinician.ask({"note", "edit", id, "Other words", "--client", "Robin"});
    notes = practice.clinician.ask({"note", "list", "--client", "Robin"}).at("notes");
    CHECK(notes[0].at("text") == "Other words");
    const std::string kept = practice.folder.path("notes.zip");
    const auto archived = practice.clinician.ask({"note", "archive", kept, "--client", "Robin"});
    CHECK(archived.at("notes") == 1);
    const auto parts = parts_of_archive(kept, archived.at("passphrase"));
    CHECK(parts.at("notes.txt").find("Other words") != std::string::npos);
    CHECK(parts.at("notes.html").find("Other words") != std::string::npos);
    const std::string handed = practice.folder.path("record.zip");
    const auto given = practice.clinician.ask({"export", "archive", handed, "--client", "Robin"});
    for (const auto& [name, bytes] : parts_of_archive(handed, given.at("passphrase"))) {
        CHECK(bytes.find("Other words") == std::string::npos);
    }
    CHECK(practice.phone.run({"note", "archive", practice.folder.path("mine.zip")}).exit_code == 1);
    practice.clinician.ask({"note", "delete", id, "--client", "Robin"});
    CHECK(practice.clinician.ask({"note", "list", "--client", "Robin"}).at("notes").empty());
    CHECK(practice.clinician.run({"note", "edit", id, "x", "--client", "Robin"}).exit_code == 1);

    CHECK(practice.phone.run({"note", "write", "mine"}).exit_code == 1);
    CHECK(practice.phone.ask({"note", "list"}).at("notes").empty());
    CHECK(practice.phone.run({"history", id}).exit_code == 1);
    const std::string file = practice.folder.path("export.json");
    practice.phone.ask({"export", "json", file});
    CHECK(read_text(file).find("quartzmeridian") == std::string::npos);
}

TEST_CASE("a review says what came out, moves the next one, and ends what it was to end") {
    Practice practice;
    const std::string id = practice.agree();
    const auto reviewed =
        practice.clinician.ask({"boundary", "review", id, "--keep", "--next", "2030-02-04",
                                "--note", "It helps", "--client", "Robin"});
    CHECK(reviewed.at("outcome") == "keep");
    CHECK(reviewed.at("next_review") == "2030-02-04");
    practice.sync();
    auto reviews = practice.phone.ask({"boundary", "reviews", id}).at("reviews");
    REQUIRE(reviews.size() == 1);
    CHECK(reviews[0].at("words") == "It helps");
    CHECK(practice.phone.run({"boundary", "review", id, "--keep"}).exit_code == 1);
    CHECK(practice.clinician.run({"boundary", "review", id, "--keep", "--end", "--client", "Robin"})
              .exit_code == 1);

    practice.clinician.ask({"boundary", "review", id, "--end", "--client", "Robin"});
    practice.sync();
    CHECK(practice.phone.ask({"boundary", "list"}).at("boundaries").at(0).at("state") ==
          "withdrawn");
    reviews = practice.phone.ask({"boundary", "reviews", id}).at("reviews");
    REQUIRE(reviews.size() == 2);
    CHECK(reviews[1].at("next_review").is_null());
}

TEST_CASE("both sides write the plan at the terminal, and a line that is done is done for both") {
    Practice practice;
    practice.phone.ask({"plan", "add", "A walk", "--where", "outside"});
    const std::string id =
        practice.clinician.ask({"plan", "add", "Mood each evening", "--client", "Robin"})
            .at("entry_id");
    practice.sync();
    CHECK(practice.phone.ask({"plan", "list"}).at("plan").size() == 2);
    practice.phone.ask({"plan", "end", id, "--done"});
    practice.sync();
    for (const auto& line :
         practice.clinician.ask({"plan", "list", "--client", "Robin"}).at("plan")) {
        CHECK(line.at("state") == (line.at("entry_id") == id ? "done" : "open"));
    }
    CHECK(practice.phone.run({"plan", "add", "x", "--where", "there"}).exit_code == 1);
}
