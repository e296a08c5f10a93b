#include "tests/app/ui/window/program.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>

namespace evenkeel::test {

namespace {

std::vector<std::string> command(const std::string& profile,
                                 const std::vector<std::string>& environment,
                                 const std::vector<std::string>& options) {
    std::vector<std::string> words{"/usr/bin/env"};
    words.insert(words.end(), environment.begin(), environment.end());
    words.insert(words.end(), {EVENKEEL_WINDOW, "--profile", profile, "--timings"});
    words.insert(words.end(), options.begin(), options.end());
    return words;
}

std::vector<std::string> together(std::vector<std::string> some,
                                  const std::vector<std::string>& others) {
    some.insert(some.end(), others.begin(), others.end());
    return some;
}

}  // namespace

Program::Program(const std::vector<std::string>& environment,
                 const std::vector<std::string>& options)
    : running_(command(folder_.path("profile"), environment, options), folder_.path("log")) {}

Program::Program(const Screen& screen, const std::vector<std::string>& options,
                 const std::vector<std::string>& environment)
    : Program(together(screen.environment(), environment), options) {}

std::optional<Spot> button(const Seen& seen) { return seen.find(primary, 12, 16); }
std::optional<Spot> field(const Seen& seen) { return seen.find(sunken, 200, 16); }

void begin(Screen& screen) {
    REQUIRE(screen.sees([](const Seen& seen) { return button(seen).has_value(); }));
    screen.click(*button(screen.look()));
    REQUIRE(screen.sees([](const Seen& seen) { return field(seen) && !button(seen); }));
}

void make_profile(Screen& screen, const Program& program, const std::string& passphrase) {
    begin(screen);
    screen.click(*field(screen.look()));
    screen.type(passphrase);
    screen.key("Tab");
    screen.type(passphrase);
    // The button is offered once both are the same.
    REQUIRE(screen.sees([](const Seen& seen) { return button(seen).has_value(); }));
    screen.key("Tab");
    screen.key("Return");
    const auto is_made = [&](const Seen&) {
        return std::filesystem::exists(program.profile("lock")) &&
               std::filesystem::exists(program.profile("store.db"));
    };
    REQUIRE(screen.sees(is_made));
    REQUIRE(screen.sees([](const Seen& seen) { return field(seen).has_value(); }));
}

}  // namespace evenkeel::test
