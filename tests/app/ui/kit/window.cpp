#include "tests/app/ui/kit/window.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::ui {

Window::Window(const Look& look, std::function<void(Ui&)> screen)
    : ui(look), screen_(std::move(screen)) {
    settle();
}

void Window::frame(std::int64_t after_ms) {
    now_ms_ += after_ms;
    ui.frame(now_ms_, [this] { screen_(ui); });
}

void Window::settle() {
    // A glide lasts some two seconds at most; whatever wants more than that never rests.
    for (int i = 0; i < 200; ++i) {
        frame();
        if (ui.next_frame_ms() != 0) return;
    }
    FAIL("the screen does not come to rest");
}

Node Window::node(const std::string& label) const {
    for (const Node& node : ui.tree().nodes) {
        if (node.label == label) return node;
    }
    FAIL("nothing is called " << label);
    return {};
}

bool Window::has(const std::string& label) const {
    const auto& nodes = ui.tree().nodes;
    return std::any_of(nodes.begin(), nodes.end(),
                       [&](const Node& node) { return node.label == label; });
}

std::string Window::focused() const {
    const Node* node = ui.tree().focus == 0 ? nullptr : ui.tree().find(ui.tree().focus);
    return node ? node->label : "";
}

void Window::move(Point point, platform::PointerKind kind) {
    ui.push(platform::PointerMove{point.x, point.y, kind});
}

void Window::down(Point point, platform::PointerKind kind) {
    ui.push(platform::PointerButton{point.x, point.y, kind, true});
}

void Window::up(Point point, platform::PointerKind kind) {
    ui.push(platform::PointerButton{point.x, point.y, kind, false});
}

void Window::tap(const std::string& label) {
    const Rect visible = node(label).visible;
    INFO(label << " is out of sight");
    REQUIRE(!visible.is_empty());
    down(visible.centre());
    up(visible.centre());
    settle();
}

void Window::drag(Point from, float by_px, int steps) {
    down(from);
    frame();
    Point at = from;
    for (int i = 0; i < steps; ++i) {
        at.y += by_px / static_cast<float>(steps);
        move(at);
        frame();
    }
    up(at);
    frame();
}

void Window::wheel(Point at, float lines) {
    ui.push(platform::Wheel{at.x, at.y, lines});
    frame();
}

void Window::key(platform::KeyCode code, bool shift) {
    ui.push(platform::KeyPress{.key = code, .shift = shift});
    settle();
}

void Window::letter(char character, bool control) {
    ui.push(platform::KeyPress{.character = character, .control = control});
    settle();
}

}  // namespace evenkeel::ui
