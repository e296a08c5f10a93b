#include "tests/app/ui/kit/window.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::ui {
namespace {

// Forty buttons in a page that is longer than the window.
struct Long {
    int pressed = 0;  // how often any of them fired
    int last = -1;    // which one did

    void operator()(Ui& ui) {
        ui.page("page", [&] {
            for (std::uint64_t i = 0; i < 40; ++i) {
                ui.scope(i, [&] {
                    if (!ui.button("button", "Button " + std::to_string(i))) return;
                    ++pressed;
                    last = static_cast<int>(i);
                });
            }
        });
    }
};

float top_of(const Window& window, const std::string& label) { return window.node(label).rect.top; }

TEST_CASE("a press and a release before one frame are a tap") {
    Long page;
    Window window(phone_look(), std::ref(page));
    const Point at = window.node("Button 2").rect.centre();
    window.down(at);
    window.up(at);
    window.frame();
    CHECK(page.pressed == 0);  // one thing a frame: first it is held
    window.frame();
    CHECK(page.pressed == 1);
    CHECK(page.last == 2);
}

TEST_CASE("a held button looks held in the very next frame, and fires only when released") {
    Long page;
    Window window(phone_look(), std::ref(page));
    const Point at = window.node("Button 1").rect.centre();
    const auto ground = [&] {
        for (const TextRun& run : window.ui.text_runs()) {
            if (run.rect.contains(at)) return run.background;
        }
        return Color{};
    };
    const Color before = ground();
    window.down(at);
    window.frame();
    CHECK(ground() != before);
    CHECK(page.pressed == 0);
    window.up(at);
    window.frame();
    CHECK(ground() == before);
    CHECK(page.pressed == 1);
}

TEST_CASE("a drag that begins on a button scrolls and never fires it") {
    Long page;
    Window window(phone_look(), std::ref(page));
    const float before = top_of(window, "Button 5");
    window.drag(window.node("Button 5").rect.centre(), -200);
    CHECK(top_of(window, "Button 5") <= before - 199);
    window.settle();
    CHECK(page.pressed == 0);
}

TEST_CASE("a drag back to where it began fires nothing either") {
    Long page;
    Window window(phone_look(), std::ref(page));
    const Point at = window.node("Button 5").rect.centre();
    window.down(at);
    window.frame();
    for (const float y : {at.y - 30, at.y - 60, at.y - 30, at.y}) {
        window.move({at.x, y});
        window.frame(100);
    }
    window.up(at);
    window.settle();
    CHECK(page.pressed == 0);
}

TEST_CASE("the trembling of a finger is still a tap") {
    Look look = phone_look();
    look.display_scale = 2;
    look.width_px *= 2;
    look.height_px *= 2;
    Long page;
    Window window(look, std::ref(page));
    const Point at = window.node("Button 3").rect.centre();
    const float before = top_of(window, "Button 3");
    window.down(at);
    window.frame();
    window.move({at.x + 5, at.y - 7});  // 9 pixels, less than 8 dp
    window.frame();
    window.up({at.x + 5, at.y - 7});
    window.settle();
    CHECK(page.last == 3);
    CHECK(top_of(window, "Button 3") == before);
}

TEST_CASE("a thrown page glides on, slows down and rests") {
    Long page;
    Window window(phone_look(), std::ref(page));
    window.drag(window.node("Button 8").rect.centre(), -120, 4);
    const float lifted = top_of(window, "Button 8");
    window.frame();
    const float later = top_of(window, "Button 8");
    CHECK(later < lifted - 5);
    window.settle();
    CHECK(top_of(window, "Button 8") < later - 20);
    CHECK(window.node("Button 39").visible.is_empty());  // by itself, not at the end
}

TEST_CASE("a glide ends where the page ends") {
    Long page;
    Window window(phone_look(), std::ref(page));
    window.wheel({195, 400}, -1000);
    window.settle();
    window.drag({195, 400}, -120, 4);
    window.frame();
    window.frame();
    window.frame();
    CHECK(window.ui.next_frame_ms() != 0);
}

TEST_CASE("a finger that rests before it is lifted does not throw") {
    Long page;
    Window window(phone_look(), std::ref(page));
    const Point at = window.node("Button 8").rect.centre();
    window.down(at);
    window.frame();
    window.move({at.x, at.y - 100});
    window.frame();
    window.frame(200);
    window.up({at.x, at.y - 100});
    window.frame();
    const float lifted = top_of(window, "Button 8");
    window.settle();
    CHECK(top_of(window, "Button 8") == lifted);
}

TEST_CASE("a touch stops the glide and presses nothing") {
    Long page;
    Window window(phone_look(), std::ref(page));
    window.drag(window.node("Button 8").rect.centre(), -120, 4);
    window.frame();
    const Point touched = window.node("Button 12").visible.centre();
    window.down(touched);
    window.frame();
    for (const TextRun& run : window.ui.text_runs()) {
        CHECK(run.background == theme(ThemeKind::light).canvas);  // nothing looks held
    }
    const float stopped = top_of(window, "Button 8");
    window.up(touched);
    window.settle();
    CHECK(top_of(window, "Button 8") == stopped);
    CHECK(page.pressed == 0);
    window.tap("Button 12");  // the next touch presses again
    CHECK(page.pressed == 1);
}

TEST_CASE("a release on another control than the press fires neither") {
    constexpr std::string_view answers[] = {"Kept", "Partly"};
    std::optional<std::size_t> chosen;
    Window window(desktop_look(), [&](Ui& ui) {
        ui.page("page", [&] {
            if (auto now = ui.segmented("answer", "Answer", answers, chosen)) chosen = now;
        });
    });
    // Fewer than 8 dp apart, so that it is no drag.
    const float border = window.node("Partly").rect.left;
    const float y = window.node("Partly").rect.centre().y;
    window.down({border - 2, y}, platform::PointerKind::mouse);
    window.frame();
    window.up({border + 2, y}, platform::PointerKind::mouse);
    window.settle();
    CHECK(!chosen);
}

TEST_CASE("the wheel scrolls what is under it, as far as there is something") {
    Long page;
    Window window(desktop_look(), std::ref(page));
    const float before = top_of(window, "Button 0");
    window.wheel({600, 400}, -2);
    CHECK(top_of(window, "Button 0") < before - 50);
    window.wheel({600, 400}, 100);
    CHECK(top_of(window, "Button 0") == before);
    window.wheel({600, 400}, -1000);
    CHECK(window.node("Button 39").visible == window.node("Button 39").rect);
    CHECK(window.node("Button 0").visible.is_empty());
}

TEST_CASE("two parts side by side scroll each for itself") {
    const auto list = [](Ui& ui, std::string_view name) {
        for (std::uint64_t i = 0; i < 40; ++i) {
            ui.scope(
                i, [&] { (void)ui.row("row", {.title = std::string(name) + std::to_string(i)}); });
        }
    };
    Window window(desktop_look(), [&](Ui& ui) {
        ui.split(
            "split", 300, [&] { list(ui, "left "); }, [&] { list(ui, "right "); });
    });
    const float right = top_of(window, "right 0");
    const float left = top_of(window, "left 0");
    window.wheel({100, 400}, -3);
    CHECK(top_of(window, "right 0") == right);
    CHECK(top_of(window, "left 0") < left);
}

TEST_CASE("what a mouse is over shows it, and a finger leaves no such trace") {
    Long page;
    Window window(desktop_look(), std::ref(page));
    const Point at = window.node("Button 1").rect.centre();
    const auto ground = [&] {
        for (const TextRun& run : window.ui.text_runs()) {
            if (run.rect.contains(at)) return run.background;
        }
        return Color{};
    };
    const Color before = ground();
    window.move(at, platform::PointerKind::mouse);
    window.frame();
    CHECK(ground() != before);
    window.down(at, platform::PointerKind::touch);
    window.up(at, platform::PointerKind::touch);
    window.settle();
    CHECK(ground() == before);
}

}  // namespace
}  // namespace evenkeel::ui
