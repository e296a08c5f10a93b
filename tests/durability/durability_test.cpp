// What a power cut cannot take back: the order of writing, flushing and speaking, as the system saw
// it. A kill proves nothing here, since the system keeps what a killed program had written.
#include "tests/durability/flushes.h"
#include "tests/support/practice.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>

using namespace evenkeel::test;

namespace {

const Programs plain{.cli = EVENKEEL_CLI, .server = EVENKEEL_SERVER};
constexpr const char* passphrase = "fifteen or more characters";

std::string traced(const std::string& program, const std::string& script,
                   const std::string& trace) {
    write_text(script, tracing_script(program, trace));
    std::filesystem::permissions(script, std::filesystem::perms::owner_all);
    return script;
}

void found(Device& clinician, PracticeServer& server, const std::string& sheet) {
    clinician.ask({"practice", "create", "--server", server.url(), "--setup-code",
                   server.setup_code(), "--pin", server.pin(), "--name", "Practice", "--clinician",
                   "Dr. Lind", "--recovery-out", sheet});
}

}  // namespace

TEST_CASE("a server flushes what it stored before it acknowledges it") {
    const ScratchFolder folder;
    const std::string trace = folder.path("trace");
    const Programs programs{.cli = plain.cli,
                            .server = traced(plain.server, folder.path("server.sh"), trace)};
    PracticeServer server(programs, folder.path("practice"));
    Device clinician(plain, folder.path("clinician"), passphrase);
    Device phone(plain, folder.path("phone"), passphrase);
    found(clinician, server, folder.path("sheet.txt"));
    const std::string link = clinician.ask({"invite", "client", "--name", "Robin"}).at("link");
    phone.ask({"join", link, "--name", "Robin", "--agree"});
    clinician.sync();
    for (int mood = 1; mood <= 3; ++mood) {
        phone.ask({"log", "mood", std::to_string(mood)});
        phone.sync();
    }
    server.stop();

    const Flushes flushes = flushes_in(read_text(trace), Listener::network);
    INFO(flushes.written << " writes, spoke " << flushes.spoken << " times");
    CHECK(flushes.written > 0);
    CHECK(flushes.spoken > 10);
    CHECK(flushes.too_early == 0);
}

TEST_CASE("a device flushes what it seals before it sends it, and says saved after that") {
    const ScratchFolder folder;
    const std::string trace = folder.path("trace");
    const Programs programs{.cli = traced(plain.cli, folder.path("cli.sh"), trace),
                            .server = plain.server};
    PracticeServer server(plain, folder.path("practice"));
    Device clinician(programs, folder.path("clinician"), passphrase);
    found(clinician, server, folder.path("sheet.txt"));
    clinician.ask({"invite", "client", "--name", "Robin"});
    clinician.ask({"sync", "--wait"});

    const std::string seen = read_text(trace);
    for (const Listener listener : {Listener::network, Listener::terminal}) {
        const Flushes flushes = flushes_in(seen, listener);
        INFO(flushes.written << " writes, spoke " << flushes.spoken << " times");
        CHECK(flushes.written > 0);
        CHECK(flushes.spoken >= 3);
        CHECK(flushes.too_early == 0);
    }
}
