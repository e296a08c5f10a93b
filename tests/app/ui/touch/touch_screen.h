// A display with a touch screen and nothing else: X.Org on its dummy card, whose "inputtest" driver
// takes fingers from a socket. To the program they are those of any touch screen.
#pragma once

#include "tests/app/ui/window/screen.h"

namespace evenkeel::test {

class TouchScreen {
public:
    TouchScreen();
    ~TouchScreen();
    TouchScreen(const TouchScreen&) = delete;
    TouchScreen& operator=(const TouchScreen&) = delete;

    // What a program needs to open its window here, as "NAME=VALUE".
    [[nodiscard]] std::vector<std::string> environment() const;
    [[nodiscard]] Seen look() const;
    // Looks until something is so; false if it is not within half a minute.
    [[nodiscard]] bool sees(const std::function<bool(const Seen&)>& is_so) const;

    void tap(Spot spot);
    void drag(Spot from, Spot to);

private:
    void touch(std::uint32_t kind, Spot spot) const;

    ScratchFolder folder_;
    Background server_;
    std::string display_;
    int fingers_ = -1;  // the driver's socket, which takes one client in its life
};

}  // namespace evenkeel::test
