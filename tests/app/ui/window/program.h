// The program itself in a window of that display, and what a person looks for in it.
#pragma once

#include "tests/app/ui/window/screen.h"

namespace evenkeel::test {

// Of the light theme, but for the last.
constexpr std::uint32_t paper = 0xF7F5F1;
constexpr std::uint32_t primary = 0x2B6B65;
constexpr std::uint32_t sunken = 0xEFEBE4;
constexpr std::uint32_t dark_paper = 0x131919;

class Program {
public:
    // On a display that needs this of its programs.
    Program(const std::vector<std::string>& environment, const std::vector<std::string>& options);
    // `environment` as "NAME=VALUE", besides what the display needs.
    Program(const Screen& screen, const std::vector<std::string>& options,
            const std::vector<std::string>& environment = {});

    [[nodiscard]] std::string profile(const std::string& name) const {
        return folder_.path("profile/" + name);
    }
    [[nodiscard]] std::string file(const std::string& name) const { return folder_.path(name); }
    [[nodiscard]] std::string said() const { return read_text(folder_.path("log")); }
    int stop() { return running_.stop(); }
    [[nodiscard]] pid_t id() const { return running_.id(); }

private:
    ScratchFolder folder_;
    Background running_;
};

std::optional<Spot> button(const Seen& seen);
std::optional<Spot> field(const Seen& seen);

// Presses the button that begins the first run, and waits for the passphrase's field. These fail
// the test when what they wait for does not come.
void begin(Screen& screen);
// Makes a profile with this passphrase, and waits until it is open.
void make_profile(Screen& screen, const Program& program, const std::string& passphrase);

}  // namespace evenkeel::test
