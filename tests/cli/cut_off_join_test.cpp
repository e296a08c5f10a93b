// A join that is cut off between any two of its steps is finished by joining again: one clear
// sentence each time, and one device in the record.
#include "tests/support/practice.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>

using namespace evenkeel::test;

namespace {

const Programs programs{.cli = EVENKEEL_CLI, .server = EVENKEEL_SERVER};
constexpr const char* passphrase = "fifteen or more characters";
// More than a join has, so that a program that never gets through ends the test.
constexpr int steps_max = 200;

struct Attempt {
    Finished finished;
    bool was_cut = false;
};

// A practice whose clients are cut off while they join. Without TLS every step is one of the join.
class CutOffJoins {
public:
    CutOffJoins() {
        clinician_.ask({"practice", "create", "--server", server_.url(), "--setup-code",
                        server_.setup_code(), "--name", "Practice", "--clinician", "Dr. Lind",
                        "--recovery-out", folder_.path("sheet.txt")});
    }

    std::string invite(const std::string& name) {
        return clinician_.ask({"invite", "client", "--name", name}).at("link");
    }
    Device device(const std::string& name) { return {programs, folder_.path(name), passphrase}; }
    // Joins, and is cut off at one step.
    Attempt join_cut_off(const std::string& name, const std::string& link, const std::string& how,
                         int step) {
        const std::string mark = folder_.path(name + ".cut");
        Attempt attempt;
        attempt.finished = run_program(
            {programs.cli, "--profile", folder_.path(name + "/profile"), "--passphrase-file",
             folder_.path(name + "/passphrase"), "join", link, "--name", name, "--agree"},
            {{"LD_PRELOAD", EVENKEEL_CUT_OFF},
             {"ASAN_OPTIONS", "verify_asan_link_order=0:detect_leaks=0"},
             {"EVENKEEL_CUT_AT", std::to_string(step)},
             {"EVENKEEL_CUT_HOW", how},
             {"EVENKEEL_CUT_MARK", mark},
             {"EVENKEEL_NO_KEYSTORE", "1"},
             {"EVENKEEL_TEST_CLOCK", "1"}});
        attempt.was_cut = std::filesystem::exists(mark);
        return attempt;
    }
    // What the clinician sees of the clients: "Robin 1, Sam 1", by name and number of devices.
    std::string clients() {
        clinician_.sync();
        std::vector<std::string> lines;
        const auto members = clinician_.ask({"member", "list"}).at("members");
        for (const auto& member : members) {
            if (member.at("role") != "client") continue;
            lines.push_back(member.at("name").get<std::string>() + " " +
                            std::to_string(member.at("devices").get<int>()));
        }
        std::ranges::sort(lines);
        std::string text;
        for (const std::string& line : lines) text += (text.empty() ? "" : ", ") + line;
        return text;
    }
    PracticeServer& server() { return server_; }

private:
    ScratchFolder folder_;
    PracticeServer server_{programs, folder_.path("practice"), "off"};
    Device clinician_{programs, folder_.path("clinician"), passphrase};
};

bool is_one_sentence(const std::string& text) {
    return text.size() > 10 && std::ranges::count(text, '\n') == 1 && text.ends_with(".\n");
}

// Joins again as often as a person would who sees no success: once.
void check_finishes(Device& device, const std::string& link, const std::string& name) {
    const Finished again = device.run({"join", link, "--name", name, "--agree"});
    INFO(again.output << again.errors);
    CHECK(again.exit_code == 0);
    CHECK(again.errors.empty());
    CHECK(again.output.find("You have joined. Safety number") != std::string::npos);
    const Finished once_more = device.run({"join", link, "--name", name, "--agree"});
    CHECK(once_more.exit_code == 0);
    CHECK(once_more.output.find("You have joined. Safety number") != std::string::npos);
    CHECK(device.sync().at("pending") == 0);
}

}  // namespace

TEST_CASE("a join that was killed at any of its steps is finished by joining again") {
    CutOffJoins clinic;
    std::string expected;
    for (int step = 1; step < steps_max; ++step) {
        INFO("killed at step " << step);
        const std::string name = "Robin " + std::to_string(100 + step);
        const std::string link = clinic.invite(name);
        Device phone = clinic.device(name);
        const Attempt attempt = clinic.join_cut_off(name, link, "kill", step);
        CHECK((attempt.was_cut || attempt.finished.exit_code == 0));
        check_finishes(phone, link, name);
        expected += (expected.empty() ? "" : ", ") + name + " 1";
        if (!attempt.was_cut) break;
    }
    CHECK(clinic.clients() == expected);
}

TEST_CASE("a join whose network and server went away at any step is finished by joining again") {
    CutOffJoins clinic;
    std::string expected;
    for (int step = 1; step < steps_max; ++step) {
        INFO("cut off at step " << step);
        const std::string name = "Robin " + std::to_string(100 + step);
        const std::string link = clinic.invite(name);
        Device phone = clinic.device(name);
        const Attempt attempt = clinic.join_cut_off(name, link, "network", step);
        INFO(attempt.finished.output << attempt.finished.errors);
        if (attempt.finished.exit_code != 0) {
            CHECK(attempt.finished.exit_code == 3);
            CHECK(is_one_sentence(attempt.finished.errors));
        }
        clinic.server().kill_now();
        clinic.server().start();
        check_finishes(phone, link, name);
        expected += (expected.empty() ? "" : ", ") + name + " 1";
        if (!attempt.was_cut) break;
    }
    CHECK(clinic.clients() == expected);
}
