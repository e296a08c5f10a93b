// The real screens, driven without a window: by what a person reads on them.
//
// A press goes through the pointer queue at the middle of the control, which is scrolled into view
// first, so that whatever covers or disables a control stops a test as it would stop a person.
#pragma once

#include "app/ui/screens/app.h"

#include <functional>
#include <string>
#include <vector>

namespace evenkeel::test {

ui::Look phone_look(ui::ThemeKind theme = ui::ThemeKind::light, float text_size = 1);
ui::Look wide_look(ui::ThemeKind theme, float text_size = 1);  // a large desktop screen
ui::Look desktop_look(ui::ThemeKind theme = ui::ThemeKind::light, float text_size = 1);

class Gui {
public:
    Gui(const ui::Look& look, std::function<void(model::Intent)> post);

    void show(model::SnapshotPtr snapshot);
    // Draws one frame, 16 ms after the last.
    void frame();
    // Draws until nothing more is due; the number of frames that took.
    int settle();
    void pass(std::int64_t ms) { now_ms_ += ms; }

    // A control by its label, or "Boundaries > Kept": the first within a group, dialog or section
    // whose label begins with that. Fails the test if there is none, or if it cannot be pressed.
    void tap(const std::string& name);
    void type(const std::string& text);
    void key(platform::KeyCode code, bool shift = false);
    void letter(char character, bool control = false);
    void suspend();

    [[nodiscard]] bool has(const std::string& name) const;  // a node, whatever its role
    [[nodiscard]] const ui::Node& node(const std::string& name) const;
    [[nodiscard]] std::string text() const { return ui::describe(ui_.tree()); }
    // Scrolls until the control can be seen whole, or as much of it as there is room for.
    void reveal(const std::string& name);
    void scroll(float lines);
    void picture(const std::string& path) const;

    [[nodiscard]] ui::Ui& ui() { return ui_; }
    [[nodiscard]] const std::string& clipboard() const { return clipboard_; }
    int taps = 0;  // presses so far

private:
    void press(ui::Point at);

    ui::Ui ui_;
    ui::App app_;
    std::int64_t now_ms_ = 1000;
    std::string clipboard_;
};

}  // namespace evenkeel::test
