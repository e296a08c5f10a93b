#include "tests/app/ui/kit/window.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::ui {
namespace {

using platform::PointerKind;

void click(Window& window, Point at) {
    window.down(at, PointerKind::mouse);
    window.up(at, PointerKind::mouse);
    window.settle();
}

void type(Window& window, const std::string& text) {
    window.ui.push(platform::TextInput{text});
    window.settle();
}

// A page with an editor of four lines that holds thirty, and much below it.
struct Journal {
    std::string text;
    Window window{phone_look(), [this](Ui& ui) {
                      ui.page("page", [&] {
                          ui.field("journal", "Journal", text, {.kind = FieldKind::lines});
                          ui.space(2'000);
                          ui.text("End");
                      });
                  }};

    Journal() {
        for (int i = 0; i < 30; ++i) text += (i > 0 ? "\n" : "") + std::to_string(i);
        window.settle();
    }
    [[nodiscard]] Point first_line() const {
        const Rect box = window.node("Journal").rect;
        return {box.left + 40, box.top + 16};
    }
};

TEST_CASE("typed text goes where the pointer set the caret") {
    Journal journal;
    click(journal.window, journal.first_line());
    CHECK(journal.window.focused() == "Journal");
    type(journal.window, "x");
    CHECK(journal.text.starts_with("0x\n1\n"));
}

TEST_CASE("the wheel scrolls an editor's lines and not the page around it") {
    Journal journal;
    const float top = journal.window.node("Journal").rect.top;
    journal.window.wheel(journal.first_line(), -100);
    journal.window.settle();
    CHECK(journal.window.node("Journal").rect.top == top);
    click(journal.window, journal.first_line());
    type(journal.window, "x");
    CHECK(journal.text.find("\n26x\n") != std::string::npos);
    // Typing at a caret that was scrolled away brings it back.
    journal.window.wheel(journal.first_line(), 100);
    type(journal.window, "y");
    type(journal.window, "z");
    CHECK(journal.text.find("\n26xyz\n") != std::string::npos);
    click(journal.window, journal.first_line());
    type(journal.window, "a");
    CHECK(journal.text.starts_with("0\n"));
}

TEST_CASE("a finger that is drawn over a field scrolls and sets no caret") {
    Journal journal;
    journal.window.drag(journal.window.node("Journal").rect.centre(), -60);
    journal.window.settle();
    CHECK(journal.window.focused().empty());
    journal.window.tap("Journal");
    CHECK(journal.window.focused() == "Journal");
}

TEST_CASE("a secret's words are not in the tree") {
    std::string secret = "quiet water";
    const Window window(desktop_look(), [&](Ui& ui) {
        ui.field("secret", "Passphrase", secret, {.kind = FieldKind::secret});
    });
    CHECK(window.node("Passphrase").secret);
    CHECK(describe(window.ui.tree()).find("quiet") == std::string::npos);
}

}  // namespace
}  // namespace evenkeel::ui
