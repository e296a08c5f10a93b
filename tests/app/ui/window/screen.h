// A display without a monitor (Xvfb), with the hands of a person before it (xdotool): both are
// other processes, as the window's own system is.
#pragma once

#include "tests/support/process.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace evenkeel::test {

struct Spot {
    int x = 0;
    int y = 0;
};

// What is on the display: rows of 0xRRGGBB.
struct Seen {
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> colors;

    // The middle of the first block of one colour and of this size, rows first.
    [[nodiscard]] std::optional<Spot> find(std::uint32_t color, int block_width,
                                           int block_height) const;
    friend bool operator==(const Seen&, const Seen&) = default;
};

class Screen {
public:
    Screen();

    // "DISPLAY=:7" and what else a program needs to open its window here.
    [[nodiscard]] std::vector<std::string> environment() const;
    [[nodiscard]] Seen look() const;
    // Looks until something is so; false if it is not within a minute.
    [[nodiscard]] bool sees(const std::function<bool(const Seen&)>& is_so) const;

    void click(Spot spot);
    void wheel(Spot spot, int notches);  // positive: towards the top
    void type(const std::string& text);
    void key(const std::string& name);  // as xdotool names it

private:
    void hand(std::vector<std::string> words);

    ScratchFolder folder_;
    Background server_;
    std::string display_;
};

}  // namespace evenkeel::test
