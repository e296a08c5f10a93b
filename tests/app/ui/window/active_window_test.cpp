// Which window is in front, on a real display. The test puts windows there, and says which is in
// front as a window manager does.
#include "platform/active_window.h"

#include "tests/app/ui/window/screen.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <thread>
#include <xcb/xcb.h>

namespace evenkeel::test {
namespace {

using namespace std::string_literals;

// Another program on the display, and its window manager.
class OtherProgram {
public:
    OtherProgram() : connection_(xcb_connect(nullptr, nullptr)) {
        root_ = xcb_setup_roots_iterator(xcb_get_setup(connection_)).data->root;
    }
    ~OtherProgram() { xcb_disconnect(connection_); }
    OtherProgram(const OtherProgram&) = delete;
    OtherProgram& operator=(const OtherProgram&) = delete;

    xcb_window_t opens(const std::string& classes, const std::string& title) {
        const xcb_window_t window = xcb_generate_id(connection_);
        xcb_create_window(connection_, XCB_COPY_FROM_PARENT, window, root_, 0, 0, 50, 50, 0,
                          XCB_WINDOW_CLASS_INPUT_OUTPUT, XCB_COPY_FROM_PARENT, 0, nullptr);
        set(window, XCB_ATOM_WM_CLASS, XCB_ATOM_STRING, 8, classes.data(), classes.size());
        set(window, atom("_NET_WM_NAME"), atom("UTF8_STRING"), 8, title.data(), title.size());
        is_in_front(window);
        return window;
    }
    void is_in_front(xcb_window_t window) {
        set(root_, atom("_NET_ACTIVE_WINDOW"), XCB_ATOM_WINDOW, 32, &window, 1);
    }
    void closes(xcb_window_t window) {
        xcb_destroy_window(connection_, window);
        settle();
    }

private:
    // Answered only after all that was asked before.
    void settle() {
        std::free(
            xcb_get_input_focus_reply(connection_, xcb_get_input_focus(connection_), nullptr));
    }
    xcb_atom_t atom(const char* name) {
        const auto asked =
            xcb_intern_atom(connection_, 0, static_cast<std::uint16_t>(std::strlen(name)), name);
        auto* reply = xcb_intern_atom_reply(connection_, asked, nullptr);
        const xcb_atom_t found = reply->atom;
        std::free(reply);
        return found;
    }
    void set(xcb_window_t window, xcb_atom_t name, xcb_atom_t type, std::uint8_t bits,
             const void* data, std::size_t count) {
        xcb_change_property(connection_, XCB_PROP_MODE_REPLACE, window, name, type, bits,
                            static_cast<std::uint32_t>(count), data);
        settle();
    }

    xcb_connection_t* connection_;
    xcb_window_t root_ = XCB_WINDOW_NONE;
};

struct Display {
    Screen screen;
    std::unique_ptr<ActiveWindow> desktop = platform::make_active_window();

    Display() {
        unsetenv("WAYLAND_DISPLAY");
        setenv("DISPLAY", screen.environment().front().substr("DISPLAY="s.size()).c_str(), 1);
    }
    std::string in_front() {
        const auto seen = desktop->look();
        if (!seen.ok()) return seen.error().sentence();
        return seen.value().program.reveal() + " | " + seen.value().title.reveal();
    }
};

TEST_CASE("the window in front is told by its program and title, and another when it comes") {
    Display display;
    REQUIRE(display.desktop->available().ok());
    CHECK(display.in_front() == " | ");
    OtherProgram program;
    const auto first = program.opens("navigator\0Firefox\0"s, "Café – a page");
    CHECK(display.in_front() == "Firefox | Café – a page");
    program.opens("xterm\0XTerm\0"s, "");
    CHECK(display.in_front() == "XTerm | ");
    program.is_in_front(first);
    CHECK(display.in_front() == "Firefox | Café – a page");
}

TEST_CASE("a window that has just gone, or says nothing of itself, is no trouble") {
    Display display;
    OtherProgram program;
    const auto window = program.opens("navigator\0Firefox\0"s, "A page");
    program.closes(window);
    CHECK(display.in_front() == " | ");
    program.opens("", std::string(100'000, 'x'));
    CHECK(display.in_front().size() < 2'000);
    program.opens("oneword", "t");
    CHECK(display.in_front() == "oneword | t");
}

TEST_CASE("idle time grows until a key is pressed") {
    Display display;
    std::this_thread::sleep_for(std::chrono::milliseconds(2'500));
    CHECK(display.desktop->look().value().idle_ms >= 2'000);
    display.screen.key("a");
    CHECK(display.desktop->look().value().idle_ms < 2'000);
}

TEST_CASE("where no desktop tells, the reason is said and nothing is counted") {
    Display display;
    setenv("WAYLAND_DISPLAY", "wayland-0", 1);
    CHECK(display.in_front() ==
          "This desktop (Wayland) tells no program which window is in front.");
    unsetenv("WAYLAND_DISPLAY");
    setenv("DISPLAY", ":98765", 1);
    CHECK(display.in_front() == "No desktop answers here that shows windows.");
    unsetenv("DISPLAY");
    CHECK(display.in_front() == "No desktop answers here that shows windows.");
}

}  // namespace
}  // namespace evenkeel::test
