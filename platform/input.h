// What a person did with mouse, finger or keyboard, as plain values. Each system's window makes
// them; tests make them too.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

namespace evenkeel::platform {

enum class PointerKind { mouse, touch };

// Positions are physical pixels from the window's top left corner.
struct PointerMove {
    float x = 0;
    float y = 0;
    PointerKind kind = PointerKind::mouse;
};
struct PointerButton {
    float x = 0;
    float y = 0;
    PointerKind kind = PointerKind::mouse;
    bool down = false;
};
// Positive: towards the top of the page.
struct Wheel {
    float x = 0;
    float y = 0;
    float lines = 0;
};

enum class KeyCode {
    letter,  // or digit or sign: see `character`
    tab,
    enter,
    escape,
    space,
    left,
    right,
    up,
    down,
    home,
    end,
    page_up,
    page_down,
    backspace,
    del,
};

// Key down only; repeats come as further presses. Text comes as TextInput besides.
struct KeyPress {
    KeyCode key = KeyCode::letter;
    char character = 0;  // lower-case ASCII, for KeyCode::letter
    bool shift = false;
    bool control = false;  // command on macOS
    bool alt = false;
};
struct TextInput {
    std::string text;  // UTF-8
};
// The unfinished text of an input method; empty when it ended.
struct Composition {
    std::string text;
};
// An assistant of the person chose a part of the text that is being edited, in characters; an empty
// one moves the caret there.
struct TextSelection {
    int start = 0;
    int end = 0;
};
struct Resized {
    int width_px = 0;
    int height_px = 0;
    float scale = 1;  // physical pixels per dp, of the display the window is on
    friend bool operator==(const Resized&, const Resized&) = default;
};
// Hidden or minimised: nothing is drawn until it is shown again.
struct Shown {
    bool shown = true;
};
// The system goes to sleep, or the app to the background: lock, save drafts.
struct Suspended {};
// What the desktop prefers, told at the start and when it changes.
struct DesktopTheme {
    bool dark = false;
};
// The person asked for the window elsewhere.
struct Raised {};
// Another thread has something new to show.
struct Woken {};
struct Quit {};

using InputEvent =
    std::variant<PointerMove, PointerButton, Wheel, KeyPress, TextInput, Composition, TextSelection,
                 Resized, Shown, Suspended, DesktopTheme, Raised, Woken, Quit>;

}  // namespace evenkeel::platform
