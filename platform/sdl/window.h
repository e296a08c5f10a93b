// A window of this system, and what happens in it as plain values. Made and used by one thread;
// only `wake` may be called from others.
#pragma once

#include "core/base/result.h"
#include "platform/accessibility.h"
#include "platform/input.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace evenkeel::platform {

enum class Drawing { software, opengl };

struct WindowSetup {
    std::string title;
    int width_dp = 1280;
    int height_dp = 800;
    Drawing drawing = Drawing::opengl;
    std::optional<float> scale;  // physical pixels per dp; none: as the display says
};

// Where text is being typed, in pixels: an input method shows its suggestions there.
struct TextPlace {
    int x = 0, y = 0, width = 0, height = 0;
    friend bool operator==(const TextPlace&, const TextPlace&) = default;
};

// The window's own pixels: rows from the top, no padding, four bytes each, the last of no meaning.
struct Surface {
    std::uint32_t* values = nullptr;
    int width = 0;
    int height = 0;
    bool is_blue_first = false;  // B, G, R instead of R, G, B
};

class Window {
public:
    // Appears with the first thing it shows, so that nobody sees it empty. Fails where there is no
    // display, and with Drawing::opengl where there is no OpenGL 3.3.
    static Result<std::unique_ptr<Window>> open(const WindowSetup& setup);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    // Sleeps until something happens, at most `wait_ms` (none: for ever), and says what.
    std::vector<InputEvent> wait(std::optional<int> wait_ms);
    // Ends the wait. From any thread, also while nothing waits: the next wait ends at once then.
    void wake();

    // From now on a screen reader that listens there hears each key first, and what it takes is
    // nobody else's. `readers` outlives the window, or nobody waits for it again.
    void let_hear_keys(accessible::Bridge& readers);

    [[nodiscard]] Resized size() const;
    // Where it is on the display and whether keys go to it, as readers want to know it.
    [[nodiscard]] accessible::Box place() const;
    [[nodiscard]] bool is_active() const;
    // Where to draw the next thing that `show` shows: all of it, since nothing of the last one is
    // sure to be left. Valid until then. Only with Drawing::software.
    Surface surface();
    void show();
    // Before the person, also where it was minimised.
    void raise();
    // Marked where the desktop lists its windows, until the person comes to it.
    void ask_for_attention();
    // What was drawn with OpenGL. Waits for the display where it can.
    void swap();

    // An on-screen keyboard or an input method is wanted there, or not at all.
    void want_text(const std::optional<TextPlace>& place);
    [[nodiscard]] std::string clipboard() const;
    void set_clipboard(const std::string& text);

private:
    Window();
    Result<void> create(const WindowSetup& setup);
    void appear();
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace evenkeel::platform
