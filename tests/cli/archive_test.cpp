// A record is handed over: encrypted, opened elsewhere, and read back the same.
#include "tests/support/plain.h"
#include "tests/support/practice.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>

using namespace evenkeel::test;

namespace {

const Programs programs{.cli = EVENKEEL_CLI, .server = EVENKEEL_SERVER};

}  // namespace

TEST_CASE("a client's archive has all of theirs, the practice's nothing private, and both open") {
    Clinic clinic(programs);
    clinic.phone.ask({"log", "mood", "5", "--note", "a shared word"});
    clinic.phone.ask({"journal", "write", "a private word"});
    clinic.sync();
    clinic.phone.ask({"boundary", "propose", "--group", "social", "--daily-limit", "1h", "--reason",
                      "I want my evenings back"});
    clinic.sync();
    const std::string id = clinic.clinician.ask({"boundary", "list", "--client", "Robin"})
                               .at("boundaries")
                               .at(0)
                               .at("id");
    clinic.clinician.ask({"boundary", "accept", id, "--client", "Robin"});
    clinic.sync();

    const std::string own = clinic.folder.path("own.zip");
    const std::string theirs = clinic.folder.path("theirs.zip");
    const auto mine = clinic.phone.ask({"export", "archive", own});
    const auto given = clinic.clinician.ask({"export", "archive", theirs, "--client", "Robin"});
    CHECK(mine.at("passphrase") != given.at("passphrase"));
    CHECK(mine.at("agreements") == 1);
    CHECK_THROWS(parts_of_archive(own, given.at("passphrase")));
    const auto parts = parts_of_archive(own, mine.at("passphrase"));
    const auto staff_parts = parts_of_archive(theirs, given.at("passphrase"));
    for (const auto* each : {&parts, &staff_parts}) {
        REQUIRE(each->size() == 4);
        for (const std::string name : {"record.html", "record.json"}) {
            CHECK(each->at(name).find("a shared word") != std::string::npos);
            const bool has_private = each->at(name).find("a private word") != std::string::npos;
            CHECK(has_private == (each == &parts));
        }
        const std::string proof = clinic.folder.path("1.agreement");
        write_text(proof, each->at("agreements/1.agreement"));
        CHECK(clinic.phone.ask({"verify-agreement", proof}).at("valid") == true);
    }

    // What was taken out is what the export writes, and is read back without doubling anything.
    const std::string json = clinic.folder.path("record.json");
    write_text(json, parts.at("record.json"));
    clinic.phone.ask({"export", "html", clinic.folder.path("mine.html")});
    clinic.phone.ask({"export", "pdf", clinic.folder.path("mine.pdf")});
    CHECK(clinic.phone.run({"export", "pdf", clinic.folder.path("mine.html")}).exit_code == 1);
    const auto back = clinic.phone.ask({"import", json});
    CHECK(back.at("entries") == 0);
    CHECK(back.at("already_here") == mine.at("entries"));
    // The one who was looked at is told of it.
    const auto views =
        clinic.clinician.ask({"show", "access-log", "--client", "Robin"}).at("views");
    CHECK(views.back().at("what") == "opened an export of the record");
}

TEST_CASE("an archive that cannot be finished leaves nothing behind") {
    Clinic clinic(programs);
    clinic.phone.ask({"log", "mood", "5"});
    const std::string folder = clinic.folder.path("stick");
    std::filesystem::create_directory(folder);
    const Finished full = run_program(
        {programs.cli, "--profile", clinic.phone.profile_folder(), "--passphrase-file",
         clinic.folder.path("phone/passphrase"), "export", "archive", folder + "/record.zip"},
        {{"LD_PRELOAD", EVENKEEL_FULL_DISK},
         {"ASAN_OPTIONS", "verify_asan_link_order=0:detect_leaks=0"},
         {"EVENKEEL_FULL_DISK_FOLDER", folder},
         {"EVENKEEL_NO_KEYSTORE", "1"},
         {"EVENKEEL_TEST_CLOCK", "1"}});
    CHECK(full.exit_code == 1);
    CHECK(full.errors == "The disk is full; nothing was written.\n");
    CHECK(full.output.empty());
    CHECK(std::filesystem::is_empty(folder));
}
