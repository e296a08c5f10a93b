// A window that wants attention, as a window manager sees it on a real display.
#include "platform/sdl/window.h"
#include "tests/app/ui/window/screen.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <memory>
#include <string_view>
#include <xcb/xcb.h>

namespace evenkeel::test {
namespace {

// From the X11 convention for clients and window managers (ICCCM 4.1.2.4): the flags come first.
constexpr std::uint32_t urgency_flag = 1U << 8U;

// Whether any window on the display asks for attention.
bool is_asked_for(xcb_connection_t* connection) {
    const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(connection)).data->root;
    auto* tree = xcb_query_tree_reply(connection, xcb_query_tree(connection, root), nullptr);
    bool is_asked = false;
    for (int i = 0; i < xcb_query_tree_children_length(tree); ++i) {
        const auto asked = xcb_get_property(connection, 0, xcb_query_tree_children(tree)[i],
                                            XCB_ATOM_WM_HINTS, XCB_ATOM_WM_HINTS, 0, 1);
        auto* hints = xcb_get_property_reply(connection, asked, nullptr);
        if (hints != nullptr && xcb_get_property_value_length(hints) >= 4) {
            const auto flags = *static_cast<std::uint32_t*>(xcb_get_property_value(hints));
            is_asked = is_asked || (flags & urgency_flag) != 0;
        }
        std::free(hints);
    }
    std::free(tree);
    return is_asked;
}

std::unique_ptr<platform::Window> shown_window(const std::string& title) {
    auto window = platform::Window::open({.title = title,
                                          .width_dp = 400,
                                          .height_dp = 600,
                                          .drawing = platform::Drawing::software,
                                          .scale = 1.0F});
    REQUIRE(window.ok());
    (void)window.value()->surface();
    window.value()->show();
    // Where no window manager is, a window takes the keyboard by itself, a moment later.
    for (int i = 0; i < 25; ++i) (void)window.value()->wait(20);
    return std::move(window).value();
}

TEST_CASE("a window that asks for attention is marked as urgent where windows are listed") {
    const Screen screen;
    const std::string display = screen.environment().front().substr(8);  // after "DISPLAY="
    setenv("DISPLAY", display.c_str(), 1);
    setenv("SDL_VIDEODRIVER", "x11", 1);
    const auto window = shown_window("Evenkeel");
    const auto other = shown_window("Another one");  // where the person is now
    REQUIRE_FALSE(window->is_active());
    xcb_connection_t* connection = xcb_connect(display.c_str(), nullptr);
    CHECK_FALSE(is_asked_for(connection));
    window->ask_for_attention();
    (void)window->wait(0);
    CHECK(is_asked_for(connection));
    xcb_disconnect(connection);
}

}  // namespace
}  // namespace evenkeel::test
