// What a client agreed to share holds at the terminal as it does in the window.
#include "tests/support/practice.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel::test;

namespace {

const Programs programs{.cli = EVENKEEL_CLI, .server = EVENKEEL_SERVER};

// All the clinician holds of the record, as text.
std::string held_by(Device& clinician, const ScratchFolder& folder) {
    clinician.ask({"export", "json", folder.path("theirs.json"), "--client", "Robin"});
    return read_text(folder.path("theirs.json"));
}

}  // namespace

TEST_CASE("a kind that is not shared stays on the client's devices, however it is logged") {
    Clinic clinic(programs);
    clinic.sync();
    CHECK(clinic.phone.ask({"sharing", "show"}).at("mood") == true);
    CHECK(clinic.phone.ask({"sharing", "set", "mood", "off"}).at("mood") == false);
    clinic.phone.ask({"log", "mood", "3", "--note", "a night of rain"});
    clinic.phone.ask({"log", "use", "social", "45m", "--purpose", "connection"});
    clinic.sync();
    const std::string held = held_by(clinic.clinician, clinic.folder);
    CHECK(held.find("\"kind\":\"mood\"") == std::string::npos);
    CHECK(held.find("a night of rain") == std::string::npos);
    CHECK(held.find("\"minutes\":45") != std::string::npos);

    clinic.phone.ask({"sharing", "set", "mood", "on"});
    clinic.phone.ask({"log", "mood", "4", "--day", "2026-11-20"});
    clinic.sync();
    CHECK(held_by(clinic.clinician, clinic.folder).find("\"mood\":4") != std::string::npos);
    CHECK(clinic.clinician.run({"sharing", "set", "mood", "on"}).exit_code == 1);
}

TEST_CASE("a pause keeps all that is logged, and sharing goes on when it ends") {
    Clinic clinic(programs);
    clinic.sync();
    CHECK(clinic.phone.ask({"sharing", "pause"}).at("paused") == true);
    clinic.phone.ask({"log", "use", "social", "45m"});
    clinic.sync();
    CHECK(held_by(clinic.clinician, clinic.folder).find("\"minutes\":45") == std::string::npos);
    CHECK(clinic.phone.ask({"sharing", "resume"}).at("paused") == false);
    clinic.phone.ask({"log", "use", "social", "30m"});
    clinic.sync();
    CHECK(held_by(clinic.clinician, clinic.folder).find("\"minutes\":30") != std::string::npos);
}

TEST_CASE("another passphrase opens the profile from now on, and the one of before no more") {
    Clinic clinic(programs);
    const std::string other = clinic.folder.path("other");
    write_text(other, "quite another row of words\n");
    CHECK(clinic.phone.ask({"passphrase", "--new-passphrase-file", other}).at("changed") == true);
    CHECK(clinic.phone.run({"show", "today"}).exit_code == 1);
    write_text(clinic.folder.path("phone/passphrase"), read_text(other));
    CHECK(clinic.phone.run({"show", "today"}).exit_code == 0);
}

TEST_CASE("a client who lost every device is invited back, and reads what they shared") {
    Clinic clinic(programs);
    clinic.phone.ask({"log", "mood", "3"});
    clinic.phone.ask({"log", "use", "social", "45m", "--private"});
    clinic.sync();
    const auto link = clinic.clinician.ask({"invite", "client", "--back", "Robin"}).at("link");
    Device other(programs, clinic.folder.path("other"), "a second passphrase of mine");
    other.ask({"join", link.get<std::string>(), "--name", "Robin", "--agree"});
    for (int round = 0; round < 2; ++round) {
        clinic.clinician.sync();
        other.sync();
    }
    other.ask({"export", "json", clinic.folder.path("back.json")});
    const std::string back = read_text(clinic.folder.path("back.json"));
    CHECK(back.find("\"mood\":3") != std::string::npos);
    CHECK(back.find("\"minutes\":45") == std::string::npos);
}

TEST_CASE("who leaves the practice shares nothing more, and what was shared stays there") {
    Clinic clinic(programs);
    clinic.phone.ask({"log", "mood", "3"});
    clinic.sync();
    CHECK(clinic.phone.run({"sharing", "leave"}).exit_code == 1);
    CHECK(clinic.phone.ask({"sharing", "show"}).at("left") == false);
    CHECK(clinic.phone.ask({"sharing", "leave", "--yes"}).at("left") == true);
    clinic.phone.ask({"log", "use", "social", "45m", "--purpose", "connection"});
    clinic.sync();
    CHECK(clinic.phone.ask({"sharing", "show"}).at("left") == true);
    CHECK(clinic.phone.run({"sharing", "resume"}).exit_code == 1);
    const std::string held = held_by(clinic.clinician, clinic.folder);
    CHECK(held.find("\"mood\":3") != std::string::npos);
    CHECK(held.find("connection") == std::string::npos);
    const std::string clients = clinic.clinician.run({"caseload"}).output;
    CHECK(clients.find("left the practice") != std::string::npos);
    CHECK(clinic.clinician.run({"sharing", "leave", "--yes"}).exit_code == 1);

    CHECK(clinic.phone.run({"device", "erase"}).exit_code == 1);
    CHECK(clinic.phone.ask({"device", "erase", "--yes"}).at("erased") == true);
    CHECK(clinic.phone.run({"show", "today"}).exit_code == 1);
}

TEST_CASE("who joins says what they share, kind by kind, before anything is logged") {
    Clinic clinic(programs);
    const std::string link = clinic.clinician.ask({"invite", "client", "--name", "Kim"}).at("link");
    clinic.clinician.sync();
    Device kim(programs, clinic.folder.path("kim"), Clinic::passphrase);
    CHECK(kim.run({"join", link, "--name", "Kim", "--agree", "--share", "dreams"}).exit_code == 1);
    kim.ask({"join", link, "--name", "Kim", "--agree", "--share", "use,answers"});
    const auto shared = kim.ask({"sharing", "show"});
    CHECK(shared.at("mood") == false);
    CHECK(shared.at("use") == true);
    CHECK(shared.at("answers") == true);
}
