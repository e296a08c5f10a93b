// Every way it can go wrong gets one clear sentence, the right exit code, and loses nothing.
#include "core/domain/local_time.h"
#include "tests/support/practice.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/stat.h>
#include <thread>

using namespace evenkeel::test;

namespace {

const Programs programs{.cli = EVENKEEL_CLI, .server = EVENKEEL_SERVER};
constexpr const char* passphrase = Clinic::passphrase;

// A person reads one line, not a dump.
bool is_one_sentence(const std::string& text) {
    return text.size() > 10 && std::ranges::count(text, '\n') == 1 && text.ends_with(".\n");
}

void check_refused(const Finished& finished, int exit_code = 1) {
    INFO(finished.errors);
    CHECK(finished.exit_code == exit_code);
    CHECK(is_one_sentence(finished.errors));
}

// Looks at the system's list of locks: trying the lock itself could keep the other process out.
void wait_until_locked(const std::string& file) {
    struct stat facts {};
    REQUIRE(stat(file.c_str(), &facts) == 0);
    const std::string inode = ":" + std::to_string(facts.st_ino) + " ";
    for (int attempt = 0; attempt < 1000; ++attempt) {
        if (read_text("/proc/locks").find(inode) != std::string::npos) return;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    FAIL("the first process never took the profile");
}

std::size_t days_with_mood(Device& device) {
    const auto days = device.ask({"show", "days"}).at("days");
    return static_cast<std::size_t>(
        std::ranges::count_if(days, [](const auto& day) { return !day.at("mood").is_null(); }));
}

// A further device of the same person, let in; its id.
std::string join_as_device(Device& host, Device& guest) {
    const std::string link = host.ask({"invite", "device", "--name", "Tablet"}).at("link");
    guest.ask({"join", link, "--name", "Tablet", "--agree"});
    host.sync();
    const auto waiting = host.ask({"device", "list"}).at("waiting");
    REQUIRE(waiting.size() == 1);
    const std::string id = waiting.at(0).at("device_id");
    host.ask({"device", "confirm", id});
    host.sync();
    guest.sync();
    return id;
}

}  // namespace

TEST_CASE("a wrong passphrase, no profile and a weak new passphrase each say so") {
    Clinic clinic(programs);
    write_text(clinic.folder.path("phone/passphrase"), "not the passphrase at all\n");
    check_refused(clinic.phone.run({"show", "today"}));
    write_text(clinic.folder.path("phone/passphrase"), std::string(passphrase) + "\n");
    CHECK(clinic.phone.run({"show", "today"}).exit_code == 0);

    Device nobody(programs, clinic.folder.path("nobody"), passphrase);
    check_refused(nobody.run({"show", "today"}));
    Device careless(programs, clinic.folder.path("careless"), "short");
    check_refused(careless.run({"join", clinic.link, "--name", "Sam", "--agree"}));
}

TEST_CASE("a damaged store says so and is not written to") {
    Clinic clinic(programs);
    clinic.phone.ask({"log", "mood", "5"});
    const std::string file = clinic.phone.profile_folder() + "/store.db";
    std::string bytes = read_text(file);
    for (std::size_t place = 5000; place < bytes.size(); place += 4096) bytes[place] ^= 0x55;
    write_text(file, bytes);
    const Finished finished = clinic.phone.run({"show", "today"});
    CHECK(finished.exit_code == 1);
    CHECK(finished.errors == "The file is damaged: its bytes are not what was written.\n");
    CHECK(read_text(file).size() == bytes.size());
}

TEST_CASE("a full disk refuses the new entry and keeps the old ones") {
    Clinic clinic(programs);
    clinic.phone.ask({"log", "mood", "5", "--day", "2026-01-02", "--at", "12:00"});
    clinic.phone.ask({"log", "mood", "6"});
    const Finished full =
        run_program({programs.cli, "--profile", clinic.phone.profile_folder(), "--passphrase-file",
                     clinic.folder.path("phone/passphrase"), "log", "mood", "7"},
                    {{"LD_PRELOAD", EVENKEEL_FULL_DISK},
                     {"ASAN_OPTIONS", "verify_asan_link_order=0:detect_leaks=0"},
                     {"EVENKEEL_FULL_DISK_FOLDER", clinic.phone.profile_folder()},
                     {"EVENKEEL_NO_KEYSTORE", "1"},
                     {"EVENKEEL_TEST_CLOCK", "1"}});
    check_refused(full);
    const auto today = clinic.phone.ask({"show", "today"}).at("days").at(0);
    CHECK(today.at("mood") == 6);
}

TEST_CASE("without the server everything is kept, and goes when it is back") {
    Clinic clinic(programs);
    clinic.phone.sync();
    clinic.server.stop();
    clinic.phone.ask({"log", "mood", "4"});
    check_refused(clinic.phone.run({"sync"}), 3);
    CHECK(clinic.phone.ask({"show", "sync"}).at("pending") >= 1);
    clinic.server.start();
    const auto report = clinic.phone.sync();
    CHECK(report.at("pending") == 0);
    CHECK(report.at("state") == "settled");
}

TEST_CASE("a wrong clock is told by how much, and what it records is seen at once") {
    Clinic clinic(programs);
    clinic.phone.sync();
    clinic.clinician.sync();
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto now_ms = std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
    clinic.phone.set_now(evenkeel::print_rfc3339({now_ms + 3 * evenkeel::ms_per_day}));
    clinic.phone.ask({"log", "mood", "4"});
    const Finished synced = clinic.phone.run({"sync"});
    INFO(synced.output);
    CHECK(synced.exit_code == 0);
    CHECK(synced.output.find("clock is 3 days ahead of the server's") != std::string::npos);
    CHECK(synced.output.find("Nothing waits to be sent.") != std::string::npos);
    const Finished shown = clinic.phone.run({"show", "sync"});
    CHECK(shown.output.find("clock is 3 days ahead of the server's") != std::string::npos);
    CHECK(clinic.clinician.sync().at("quarantined") == 0);
}

TEST_CASE("a server with another key is not the practice's, and gets nothing") {
    Clinic clinic(programs);
    clinic.phone.ask({"log", "mood", "4"});
    clinic.server.stop();
    // Another server on the same port: same protocol, other certificate.
    const std::string other = clinic.folder.path("other");
    const Finished made =
        run_program({programs.server, "init", "--data", other, "--listen",
                     "127.0.0.1:" + std::to_string(clinic.server.port()), "--json"});
    REQUIRE(made.exit_code == 0);
    Background imposter({programs.server, "run", "--data", other}, clinic.folder.path("other.log"));
    Finished refused;
    for (int attempt = 0; attempt < 50; ++attempt) {
        refused = clinic.phone.run({"sync"});
        if (refused.exit_code != 3) break;
    }
    check_refused(refused);
    CHECK(clinic.phone.ask({"show", "sync"}).at("pending") >= 1);
}

TEST_CASE("an invite works once, in time, and only as it was written") {
    Clinic clinic(programs);
    Device second(programs, clinic.folder.path("second"), passphrase);
    check_refused(second.run({"join", clinic.link, "--name", "Sam", "--agree"}));

    const std::string fresh =
        clinic.clinician.ask({"invite", "client", "--name", "Sam"}).at("link");
    std::string mistyped = fresh;
    mistyped[mistyped.size() - 5] = mistyped[mistyped.size() - 5] == 'A' ? 'B' : 'A';
    check_refused(second.run({"join", mistyped, "--name", "Sam", "--agree"}));
    second.set_now("2031-01-01T00:00:00Z");
    check_refused(second.run({"join", fresh, "--name", "Sam", "--agree"}));
    second.set_now("");
    CHECK(second.run({"join", fresh, "--name", "Sam", "--agree"}).exit_code == 0);
}

TEST_CASE("impossible dates, durations and values are refused before anything is stored") {
    Clinic clinic(programs);
    const std::vector<std::vector<std::string>> impossible = {
        {"log", "mood", "11"},
        {"log", "mood", "-1"},
        {"log", "mood", "happy"},
        {"log", "mood", "5", "--day", "2026-02-30"},
        {"log", "mood", "5", "--day", "2999-01-01"},
        {"log", "mood", "5", "--at", "25:00"},
        {"log", "mood", "5", "--energy", "12"},
        {"log", "mood", "5", "--note", std::string(3000, 'a')},
        {"log", "mood", "5", "--note", "\xff\xfe"},
        {"log", "use", "social", "25h"},
        {"log", "use", "social", "-5"},
        {"log", "use", "television", "30m"},
        {"boundary", "propose", "--daily-limit", "60", "--group", "chess"},
        {"boundary", "propose", "--curfew", "22:30"},
        {"edit", "0123456789", "mood=5"},
        {"delete", "zz"},
        {"undo"},
    };
    for (const auto& command : impossible) {
        INFO(command.front() + " … " + command.back().substr(0, 40));
        const Finished finished = clinic.phone.run(command);
        INFO(finished.errors);
        CHECK((finished.exit_code == 1 || finished.exit_code == 2));
        CHECK(finished.output.empty());
        CHECK_FALSE(finished.errors.empty());
    }
    CHECK(days_with_mood(clinic.phone) == 0);
    CHECK(clinic.phone.run({"log", "mood"}).exit_code == 2);
    CHECK(clinic.phone.run({"no-such-command"}).exit_code == 2);
}

TEST_CASE("malformed and hostile imports are refused whole") {
    Clinic clinic(programs);
    const std::vector<std::string> hostile = {
        "",
        "{",
        "[1, 2, 3]",
        std::string(100'000, '['),
        R"({"format": "evenkeel", "version": 99, "entities": []})",
        R"({"format": "evenkeel", "version": 1, "entities": [{"id": "00"}]})",
        R"({"buckets": {"a": {"type": "currentwindow", "events": [{"timestamp": "never"}]}}})",
        R"({"buckets": 7})",
    };
    for (const std::string& text : hostile) {
        write_text(clinic.folder.path("import.json"), text);
        INFO(text.substr(0, 60));
        check_refused(clinic.phone.run({"import", clinic.folder.path("import.json")}));
    }
    CHECK(days_with_mood(clinic.phone) == 0);
}

TEST_CASE("an export imported twice makes nothing new") {
    Clinic clinic(programs);
    clinic.phone.ask({"log", "mood", "6", "--note", "kept", "--private-note"});
    clinic.phone.ask({"log", "use", "ai", "30m", "--purpose", "planning"});
    const std::string file = clinic.folder.path("export.json");
    clinic.phone.ask({"export", "json", file});
    const auto again = clinic.phone.ask({"import", file});
    CHECK(again.at("entries") == 0);
    CHECK(again.at("already_here") >= 2);
}

TEST_CASE("two processes on one profile: the second is told, the first goes on") {
    Clinic clinic(programs);
    // The first holds the profile while it waits for the text of a page.
    const std::string fifo = clinic.folder.path("page");
    REQUIRE(run_program({"/usr/bin/mkfifo", fifo}).exit_code == 0);
    const std::string script =
        "exec \"$0\" --profile \"$1\" --passphrase-file \"$2\" journal write - < \"$3\"";
    Background first({"/bin/sh", "-c", script, programs.cli, clinic.phone.profile_folder(),
                      clinic.folder.path("phone/passphrase"), fifo},
                     clinic.folder.path("first.log"), {{"EVENKEEL_NO_KEYSTORE", "1"}});
    std::ofstream page(fifo);  // returns once the first has opened it
    page << "begun" << std::flush;
    wait_until_locked(clinic.phone.profile_folder() + "/in-use");
    check_refused(clinic.phone.run({"show", "today"}));
    page << " and finished\n";
    page.close();
    CHECK(first.wait() == 0);
    CHECK(clinic.phone.ask({"journal", "list"}).at("entries").size() == 1);
}

TEST_CASE("two processes that log again and again lose nothing and double nothing") {
    Clinic clinic(programs);
    // Both run the same commands at the same time; each prints how every one of them ended.
    const std::string script = R"sh(for i in $(seq 30); do
        "$0" --profile "$1" --passphrase-file "$2" log use social "${i}m" >/dev/null 2>"$3"
        echo "$? $(wc -l <"$3") $(tail -c 2 "$3" | tr -d '\n')"
    done)sh";
    const auto start = [&](const std::string& name) {
        return std::make_unique<Background>(
            std::vector<std::string>{
                "/bin/sh", "-c", script, programs.cli, clinic.phone.profile_folder(),
                clinic.folder.path("phone/passphrase"), clinic.folder.path(name + ".errors")},
            clinic.folder.path(name + ".log"), Environment{{"EVENKEEL_NO_KEYSTORE", "1"}});
    };
    const auto first = start("first");
    const auto second = start("second");
    CHECK(first->wait() == 0);
    CHECK(second->wait() == 0);

    std::size_t kept = 0, refused = 0;
    for (const char* const name : {"first.log", "second.log"}) {
        std::istringstream lines(read_text(clinic.folder.path(name)));
        for (std::string line; std::getline(lines, line);) {
            INFO(line);
            CHECK((line == "0 0 " || line == "1 1 ."));
            ++(line == "0 0 " ? kept : refused);
        }
    }
    CHECK(kept + refused == 60);
    CHECK(kept > 0);
    CHECK(refused > 0);  // the two did meet
    const std::string file = clinic.folder.path("export.json");
    clinic.phone.ask({"export", "json", file});
    const auto entities = nlohmann::json::parse(read_text(file)).at("entities");
    CHECK(std::ranges::count_if(entities, [](const auto& entity) {
              return entity.at("kind") == "use";
          }) == static_cast<std::ptrdiff_t>(kept));
}

TEST_CASE("what a profile holds is for its owner only, also the files SQLite makes") {
    Clinic clinic(programs);
    clinic.phone.ask({"log", "mood", "5"});
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(clinic.phone.profile_folder())) {
        INFO(entry.path().filename());
        CHECK((entry.status().permissions() & std::filesystem::perms(0077)) ==
              std::filesystem::perms::none);
        ++files;
    }
    CHECK(files >= 3);
}

TEST_CASE(
    "a device removed with --wipe erases itself at its next sync, and then says that it did") {
    Clinic clinic(programs);
    clinic.clinician.sync();
    clinic.phone.sync();
    Device tablet(programs, clinic.folder.path("tablet"), passphrase);
    const std::string id = join_as_device(clinic.phone, tablet);
    tablet.ask({"log", "mood", "3"});
    clinic.phone.ask({"device", "revoke", id, "--wipe"});
    const auto wiped = [&](Device& device) {
        device.sync();
        const auto removed = device.ask({"device", "list"}).at("removed");
        REQUIRE(removed.size() == 1);
        CHECK(removed.at(0).at("device_id") == id);
        return removed.at(0).at("wiped");
    };
    CHECK(wiped(clinic.phone).is_null());
    const Finished erased = tablet.run({"sync"});
    check_refused(erased);
    CHECK(erased.errors ==
          "This device was removed. It erased what it held, as it was asked to.\n");
    CHECK_FALSE(std::filesystem::exists(tablet.profile_folder() + "/store.db"));
    CHECK(wiped(clinic.phone).is_string());
    CHECK(wiped(clinic.clinician).is_string());
    const Finished later = tablet.run({"show", "today"});
    check_refused(later);
    CHECK(later.errors.find("has erased what it held") != std::string::npos);
}

TEST_CASE("that a device came into a record is said to the others, in one sentence and once") {
    Clinic clinic(programs);
    clinic.clinician.sync();
    clinic.phone.sync();
    Device tablet(programs, clinic.folder.path("tablet"), passphrase);
    join_as_device(clinic.phone, tablet);
    const nlohmann::json told = {"A device of Robin was added to Robin's record by Robin."};
    CHECK(clinic.clinician.sync().at("arrivals") == told);
    CHECK(clinic.clinician.ask({"show", "sync"}).at("arrivals").empty());
    CHECK(clinic.phone.sync().at("arrivals").empty());
}

TEST_CASE("an exported boundary is readable: the sentence both sign, and its reason") {
    Clinic clinic(programs);
    clinic.phone.ask({"boundary", "propose", "--group", "social", "--daily-limit", "45m",
                      "--reason", "evenings"});
    const std::string file = clinic.folder.path("export.json");
    clinic.phone.ask({"export", "json", file});
    const auto exported = nlohmann::json::parse(read_text(file));
    std::size_t versions = 0;
    for (const auto& entity : exported.at("entities")) {
        if (entity.at("kind") != "boundary_version") continue;
        ++versions;
        const std::string sentence = entity.at("readable").at("text");
        CHECK(sentence.find("at most 45 min") != std::string::npos);
        CHECK(entity.at("readable").at("reason") == "evenings");
    }
    CHECK(versions == 1);
}

TEST_CASE("a script joins only with --agree; without it nothing is sent and the link stays good") {
    Clinic clinic(programs);
    const std::string link = clinic.clinician.ask({"invite", "client", "--name", "Sam"}).at("link");
    Device script(programs, clinic.folder.path("script"), passphrase);
    check_refused(script.run({"join", link, "--name", "Sam"}));
    check_refused(script.run({"show", "today"}));
    CHECK(script.run({"join", link, "--name", "Sam", "--agree"}).exit_code == 0);
    CHECK(script.run({"show", "today"}).exit_code == 0);
}
