// The program itself in a real window, worked from outside by mouse, wheel and keyboard; by fingers
// in tests/app/ui/touch.
#include "tests/app/ui/window/program.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>

namespace evenkeel::test {
namespace {

// Under the address sanitizer: the driver that paints OpenGL on the processor leaves some blocks
// behind and is unloaded before they are counted, so that they cannot be told by name. The same
// window is watched without OpenGL.
const std::vector<std::string> drivers_leaks = {"ASAN_OPTIONS=detect_leaks=0"};

unsigned long cpu_ticks(pid_t id) {
    const std::string stat = read_text("/proc/" + std::to_string(id) + "/stat");
    std::size_t at = stat.rfind(')');
    for (int i = 0; i < 12; ++i) at = stat.find(' ', at + 1);
    std::size_t used = 0;
    const unsigned long user = std::stoul(stat.substr(at), &used);
    return user + std::stoul(stat.substr(at + used));
}

TEST_CASE("with mouse and keys a person makes a profile that their words unlock") {
    Screen screen;
    Program program(screen, {"--software", "--theme", "light", "--size", "900x700"});
    const std::string passphrase = "seven quiet Evenings, by the lake 7";
    make_profile(screen, program, passphrase);
    CHECK(program.stop() == 0);

    write_text(program.file("words"), passphrase);
    const Finished opened = run_program({EVENKEEL_CLI, "--profile", program.profile(""),
                                         "--passphrase-file", program.file("words"), "sync"},
                                        {{"EVENKEEL_NO_KEYSTORE", "1"}});
    // Opened, since it knows that this profile has not joined yet.
    CHECK(opened.errors.find("practice") != std::string::npos);
    CHECK(opened.errors.find("passphrase") == std::string::npos);
}

TEST_CASE("with OpenGL the same window answers the same click") {
    Screen screen;
    Program program(screen, {"--opengl", "--theme", "light", "--size", "900x700"}, drivers_leaks);
    begin(screen);
    CHECK(program.said().find("with OpenGL") != std::string::npos);
    CHECK(program.stop() == 0);
}

TEST_CASE("only the thread that waits for events is told that the program shall end") {
    // Another one would take the signal, and the window would sleep on.
    Screen screen;
    Program program(screen, {"--opengl", "--theme", "light", "--size", "900x700"}, drivers_leaks);
    REQUIRE(screen.sees([](const Seen& seen) { return button(seen).has_value(); }));
    const std::string tasks = "/proc/" + std::to_string(program.id()) + "/task";
    int others = 0;
    for (const auto& task : std::filesystem::directory_iterator(tasks)) {
        const std::string status = read_text(task.path().string() + "/status");
        const std::string mask = status.substr(status.find("SigBlk:") + 7);
        const bool is_blocked = (std::stoull(mask, nullptr, 16) >> (SIGTERM - 1) & 1U) != 0;
        const bool is_main = task.path().filename() == std::to_string(program.id());
        CHECK(is_blocked != is_main);
        if (!is_main) ++others;
    }
    CHECK(others > 0);
    CHECK(program.stop() == 0);
}

TEST_CASE("what only a message to the server needs is not loaded for the first frame") {
    Screen screen;
    Program program(screen, {"--software", "--theme", "light", "--size", "900x700"});
    REQUIRE(screen.sees([](const Seen& seen) { return button(seen).has_value(); }));
    const std::string loaded = read_text("/proc/" + std::to_string(program.id()) + "/maps");
    CHECK(loaded.find("libSDL2") != std::string::npos);
    CHECK(loaded.find("libcurl") == std::string::npos);
    CHECK(program.stop() == 0);
}

TEST_CASE("the wheel scrolls what does not fit, and back again") {
    Screen screen;
    Program program(screen,
                    {"--software", "--theme", "light", "--size", "360x340", "--text-size", "1.6"});
    REQUIRE(screen.sees([](const Seen& seen) { return seen.find(paper, 4, 100).has_value(); }));
    const Spot margin{328, 400};  // where no button changes under the pointer
    std::this_thread::sleep_for(std::chrono::seconds(1));
    const Seen before = screen.look();
    screen.wheel(margin, -30);
    CHECK(screen.sees([&](const Seen& seen) { return button(seen).has_value(); }));
    CHECK_FALSE(button(before));
    screen.wheel(margin, 30);
    CHECK(screen.sees([&](const Seen& seen) { return seen == before; }));
    CHECK(program.stop() == 0);
}

TEST_CASE("a window that nobody touches costs nothing") {
    Screen screen;
    Program program(screen, {"--software", "--theme", "light", "--size", "900x700"});
    REQUIRE(screen.sees([](const Seen& seen) { return button(seen).has_value(); }));
    std::this_thread::sleep_for(std::chrono::seconds(2));
    const unsigned long before = cpu_ticks(program.id());
    std::this_thread::sleep_for(std::chrono::seconds(4));
    CHECK(cpu_ticks(program.id()) - before <= 1);
    CHECK(program.stop() == 0);
    // Not more than a few for each thing that happened while it opened.
    const std::string said = program.said();
    const auto frames = said.find(" frames");
    REQUIRE(frames != std::string::npos);
    CHECK(std::stoi(said.substr(said.rfind(' ', frames - 1))) < 30);
}

}  // namespace
}  // namespace evenkeel::test
