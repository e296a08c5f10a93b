// A screen and the person before it, without a display: what they do, frame by frame.
#pragma once

#include "app/ui/kit/ui.h"

#include <functional>
#include <string>

namespace evenkeel::ui {

inline Look phone_look() { return {.form = FormFactor::phone, .width_px = 390, .height_px = 844}; }
inline Look desktop_look() {
    return {.form = FormFactor::desktop, .width_px = 1280, .height_px = 800};
}

class Window {
public:
    // Draws until everything is in place.
    Window(const Look& look, std::function<void(Ui&)> screen);

    Ui ui;

    void frame(std::int64_t after_ms = 16);
    void settle();  // frames until none is wanted at once
    // The node with this label, which must be there.
    [[nodiscard]] Node node(const std::string& label) const;
    [[nodiscard]] bool has(const std::string& label) const;
    [[nodiscard]] std::string focused() const;  // its label; empty: nothing has the focus

    void move(Point point, platform::PointerKind kind = platform::PointerKind::touch);
    void down(Point point, platform::PointerKind kind = platform::PointerKind::touch);
    void up(Point point, platform::PointerKind kind = platform::PointerKind::touch);
    void tap(const std::string& label);
    // One finger from a point upwards or downwards, a frame for each step, then lifted.
    void drag(Point from, float by_px, int steps = 8);
    void wheel(Point at, float lines);
    void key(platform::KeyCode code, bool shift = false);
    void letter(char character, bool control = false);
    [[nodiscard]] std::int64_t now_ms() const { return now_ms_; }

private:
    std::function<void(Ui&)> screen_;
    std::int64_t now_ms_ = 1'000;
};

}  // namespace evenkeel::ui
