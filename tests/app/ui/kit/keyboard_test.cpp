#include "app/ui/kit/imgui_compat.h"
#include "tests/app/ui/kit/window.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::ui {
namespace {

using platform::KeyCode;

constexpr std::string_view answers[] = {"Kept", "Partly", "Not today"};

// One of each kind of control.
struct Form {
    int first = 0;
    int steps = 0;
    int letters = 0;
    bool on = false;
    bool went_back = false;
    bool can_less = true;
    std::optional<std::size_t> answer;

    void operator()(Ui& ui) {
        ui.page("page", [&] {
            if (ui.head("Form", "Back") == Ui::HeadPress::back) went_back = true;
            if (ui.button("first", "First")) ++first;
            (void)ui.disabled_button("off", "Off", "because");
            if (auto chosen = ui.segmented("answer", "Answer", answers, answer)) answer = chosen;
            if (auto step = ui.stepper("time", "Time", "1 h", can_less, true)) steps += *step;
            if (ui.toggle("on", "On", "", on)) on = !on;
            if (ui.shortcut('j')) ++letters;
            if (ui.shortcut('j')) ++letters;  // only the first who asks gets it
        });
    }
};

TEST_CASE("Tab walks through all that can be pressed, in reading order, and round") {
    Form form;
    Window window(desktop_look(), std::ref(form));
    std::vector<std::string> order;
    for (int i = 0; i < 9; ++i) {
        window.key(KeyCode::tab);
        order.push_back(window.focused());
    }
    CHECK(order == std::vector<std::string>{"Back", "First", "Kept", "Partly", "Not today",
                                            "Time, less", "Time, more", "On", "Back"});
    window.key(KeyCode::tab, true);
    CHECK(window.focused() == "On");
}

TEST_CASE("the ring is drawn after keys, and not after a press") {
    Form form;
    Window window(desktop_look(), std::ref(form));
    const auto drawn = [&] { return window.ui.draw_data()->TotalVtxCount; };
    window.tap("First");
    const int without = drawn();
    CHECK(window.focused() == "First");
    window.ui.set_focus(window.node("On").id);
    window.settle();
    CHECK(drawn() == without);
    window.key(KeyCode::tab, true);
    const int with = drawn();
    CHECK(with > without);
    window.tap("First");
    CHECK(drawn() == without);
}

TEST_CASE("Enter and Space press what has the focus") {
    Form form;
    Window window(desktop_look(), std::ref(form));
    window.ui.set_focus(window.node("First").id);
    window.key(KeyCode::enter);
    CHECK(form.first == 1);
    window.key(KeyCode::space);
    CHECK(form.first == 2);
    window.ui.set_focus(window.node("On").id);
    window.key(KeyCode::space);
    CHECK(form.on);
}

TEST_CASE("arrows move among choices without choosing, Enter chooses") {
    Form form;
    Window window(desktop_look(), std::ref(form));
    window.ui.set_focus(window.node("Kept").id);
    window.key(KeyCode::right);
    CHECK(window.focused() == "Partly");
    window.key(KeyCode::down);
    CHECK(window.focused() == "Not today");
    window.key(KeyCode::right);
    CHECK(window.focused() == "Not today");
    window.key(KeyCode::left);
    CHECK(!form.answer);
    window.key(KeyCode::enter);
    CHECK(form.answer == 1);
    CHECK(window.node("Partly").checked);
}

TEST_CASE("arrows turn a stepper, as far as it goes") {
    Form form;
    Window window(desktop_look(), std::ref(form));
    window.ui.set_focus(window.node("Time, more").id);
    window.key(KeyCode::right);
    window.key(KeyCode::up);
    CHECK(form.steps == 2);
    window.key(KeyCode::down);
    CHECK(form.steps == 1);
    form.can_less = false;
    window.settle();
    window.key(KeyCode::left);
    CHECK(form.steps == 1);
}

TEST_CASE("arrows move through the rows of a list") {
    Window window(desktop_look(), [](Ui& ui) {
        ui.page("page", [&] {
            for (std::uint64_t i = 0; i < 3; ++i) {
                ui.scope(i, [&] { (void)ui.row("row", {.title = "Row " + std::to_string(i)}); });
            }
        });
    });
    window.key(KeyCode::tab);
    window.key(KeyCode::down);
    window.key(KeyCode::down);
    CHECK(window.focused() == "Row 2");
    window.key(KeyCode::up);
    CHECK(window.focused() == "Row 1");
}

TEST_CASE("Escape is the way back") {
    Form form;
    Window window(desktop_look(), std::ref(form));
    window.key(KeyCode::escape);
    CHECK(form.went_back);
}

TEST_CASE("who goes back stands where they left, who comes another way at the start") {
    enum class Page { list, detail } page = Page::list;
    Window window(desktop_look(), [&](Ui& ui) {
        if (ui.shortcut('1')) page = Page::list;
        if (page == Page::list) {
            ui.page("list", [&] {
                (void)ui.button("first", "First");
                if (ui.button("open", "Open")) page = Page::detail;
            });
            return;
        }
        ui.page("detail", [&] {
            if (ui.head("Detail", "Back") == Ui::HeadPress::back) page = Page::list;
        });
    });
    const auto open = [&] {
        while (window.focused() != "Open") window.key(KeyCode::tab);
        window.key(KeyCode::enter);
        REQUIRE(window.has("Back"));
        CHECK(window.focused().empty());
    };
    open();
    window.key(KeyCode::escape);
    CHECK(window.focused() == "Open");
    open();
    window.key(KeyCode::tab);
    window.key(KeyCode::enter);
    CHECK(window.focused() == "Open");
    open();
    window.letter('1');
    REQUIRE(window.has("First"));
    CHECK(window.focused().empty());
}

TEST_CASE("a letter is the screen's, once") {
    Form form;
    Window window(desktop_look(), std::ref(form));
    window.letter('j');
    CHECK(form.letters == 1);
    window.letter('j', true);
    window.letter('k');
    CHECK(form.letters == 1);
}

TEST_CASE("a letter typed into a field is the field's") {
    int letters = 0;
    std::string text;
    Window window(desktop_look(), [&](Ui& ui) {
        ui.page("page", [&] {
            (void)ui.field("field", "Words", text);
            if (ui.shortcut('j')) ++letters;
        });
    });
    window.tap("Words");
    CHECK(window.ui.wants_text());
    window.letter('j');
    window.ui.push(platform::TextInput{"j"});
    window.settle();
    CHECK(text == "j");
    CHECK(letters == 0);
    window.key(KeyCode::tab);
    CHECK(window.focused() == "Words");  // alone on the page: round to itself
}

TEST_CASE("Escape leaves a text before it leaves the page") {
    std::string text;
    bool went_back = false;
    Window window(desktop_look(), [&](Ui& ui) {
        ui.page("page", [&] {
            if (ui.head("Title", "Back") == Ui::HeadPress::back) went_back = true;
            (void)ui.field("field", "Words", text);
        });
    });
    window.tap("Words");
    window.key(KeyCode::escape);
    CHECK(!window.ui.wants_text());
    CHECK(!went_back);
    window.key(KeyCode::escape);
    CHECK(went_back);
}

TEST_CASE("a field of a phone comes out from under the keyboard, on pages and in sheets") {
    std::string text;
    bool open = false;
    Window window(phone_look(), [&](Ui& ui) {
        ui.page("page", [&] {
            for (int i = 0; i < 24; ++i) ui.text("Line " + std::to_string(i));
            (void)ui.field("field", "Words", text);
        });
        if (open) {
            (void)ui.sheet("sheet", "A sheet", [&] { (void)ui.field("field", "More", text); });
        }
    });
    window.wheel({195, 400}, -100);
    window.tap("Words");
    CHECK(window.node("Words").rect.bottom <= 844 / 2);
    CHECK(window.node("Words").rect.top >= 0);
    window.ui.set_focus(0);
    open = true;
    window.settle();
    CHECK(window.node("More").rect.top > 844 / 2);
    window.tap("More");
    CHECK(window.node("More").rect.bottom <= 844 / 2);
}

TEST_CASE("what gets the focus by a key comes into view") {
    Window window(phone_look(), [](Ui& ui) {
        ui.page("page", [&] {
            for (std::uint64_t i = 0; i < 40; ++i) {
                ui.scope(i, [&] { (void)ui.button("b", "Button " + std::to_string(i)); });
            }
        });
    });
    window.key(KeyCode::tab, true);
    CHECK(window.focused() == "Button 39");
    CHECK(window.node("Button 39").visible == window.node("Button 39").rect);
    window.key(KeyCode::tab);
    CHECK(window.focused() == "Button 0");
    CHECK(window.node("Button 0").visible == window.node("Button 0").rect);
    window.key(KeyCode::page_down);
    CHECK(window.node("Button 0").visible.is_empty());
    window.key(KeyCode::home);
    CHECK(window.node("Button 0").visible == window.node("Button 0").rect);
}

TEST_CASE("a screen reader presses by the same path") {
    Form form;
    Window window(desktop_look(), std::ref(form));
    window.ui.activate(window.node("First").id);
    window.ui.activate(window.node("On").id);
    window.settle();
    CHECK(form.first == 1);
    CHECK(form.on);
    window.ui.activate(window.node("Off").id);
    window.ui.activate(12345);
    form.can_less = false;
    window.settle();
    window.ui.activate(window.node("Time, less").id);
    window.settle();
    CHECK(form.first == 1);
    CHECK(form.steps == 0);
}

}  // namespace
}  // namespace evenkeel::ui
