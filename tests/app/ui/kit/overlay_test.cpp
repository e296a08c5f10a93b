#include "app/ui/kit/imgui_compat.h"
#include "tests/app/ui/kit/window.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::ui {
namespace {

using platform::KeyCode;

// A page that opens a sheet, from which a second one opens.
struct Page {
    bool open = false;
    bool second = false;
    int behind = 0;
    int inside = 0;

    void operator()(Ui& ui) {
        ui.page("page", [&] {
            if (ui.button("open", "Open")) open = true;
            if (ui.button("behind", "Behind")) ++behind;
        });
        if (open && ui.sheet("sheet", "A sheet", [&] {
                if (ui.button("inside", "Inside")) ++inside;
                if (ui.button("more", "More")) second = true;
            })) {
            open = false;
        }
        if (second && ui.sheet("second", "On top", [&] { ui.text("Words"); })) second = false;
    }
};

TEST_CASE("a sheet takes all input") {
    for (const Look& look : {phone_look(), desktop_look()}) {
        Page page;
        Window window(look, std::ref(page));
        const Point behind = window.node("Behind").rect.centre();
        window.tap("Open");
        window.tap("Inside");
        CHECK(page.inside == 1);
        window.ui.activate(window.node("Behind").id);
        window.settle();
        for (int i = 0; i < 8; ++i) {
            window.key(KeyCode::tab);
            CHECK(window.focused() != "Behind");
            CHECK(window.focused() != "Open");
        }
        window.down(behind);
        window.up(behind);
        window.settle();
        CHECK(page.behind == 0);
    }
}

// Where in the order of drawing a colour comes last.
int last_drawn(const Window& window, ImU32 color) {
    int last = -1;
    int at = 0;
    const ImDrawList* list = window.ui.draw_data()->CmdLists[0];
    for (const ImDrawIdx index : list->IdxBuffer) {
        if (list->VtxBuffer[index].col == color) last = at;
        ++at;
    }
    return last;
}

TEST_CASE("a card in a sheet lies upon the sheet") {
    Window window(phone_look(), [](Ui& ui) {
        ui.page("page", [&] { ui.text("Page"); });
        (void)ui.sheet("sheet", "A sheet", [&] { ui.card([&] { ui.text("In a card"); }); });
    });
    const Color hairline = theme(ThemeKind::light).hairline;
    const ImU32 border = IM_COL32(hairline.red, hairline.green, hairline.blue, 255);
    const ImU32 dim = IM_COL32(0x10, 0x18, 0x18, 110);
    REQUIRE(last_drawn(window, dim) >= 0);
    CHECK(last_drawn(window, border) > last_drawn(window, dim));
}

TEST_CASE("the page behind a sheet does not scroll") {
    bool open = false;
    Window window(desktop_look(), [&](Ui& ui) {
        ui.page("page", [&] {
            for (int i = 0; i < 60; ++i) ui.text("Line " + std::to_string(i));
        });
        if (open) (void)ui.sheet("sheet", "A sheet", [&] { ui.text("Words"); });
    });
    open = true;
    window.settle();
    const float before = window.node("Line 0").rect.top;
    window.wheel({20, 400}, -5);
    window.key(KeyCode::page_down);
    CHECK(window.node("Line 0").rect.top == before);
    open = false;
    window.settle();
    window.wheel({200, 400}, -5);
    CHECK(window.node("Line 0").rect.top < before);
}

TEST_CASE("Escape, the cross and a press outside close the uppermost sheet") {
    Page page;
    Window window(desktop_look(), std::ref(page));
    window.tap("Open");
    window.tap("More");
    CHECK(page.second);
    window.key(KeyCode::escape);
    CHECK(!page.second);
    CHECK(page.open);
    window.key(KeyCode::escape);
    CHECK(!page.open);

    window.tap("Open");
    window.tap("Close");
    CHECK(!page.open);

    window.tap("Open");
    const Rect sheet = window.node("A sheet").rect;
    window.down({sheet.left + 5, sheet.top + 5});
    window.up({sheet.left + 5, sheet.top + 5});
    window.settle();
    CHECK(page.open);
    // A drag is no press, outside either.
    window.drag({sheet.left - 50, sheet.top}, 60);
    window.settle();
    CHECK(page.open);
    window.down({sheet.left - 5, sheet.top});
    window.up({sheet.left - 5, sheet.top});
    window.settle();
    CHECK(!page.open);
}

TEST_CASE("the focus goes into a sheet and comes back to where it was") {
    Page page;
    Window window(desktop_look(), std::ref(page));
    window.key(KeyCode::tab);
    window.key(KeyCode::enter);
    REQUIRE(page.open);
    CHECK(window.focused() == "Close");
    window.key(KeyCode::escape);
    CHECK(window.focused() == "Open");
}

TEST_CASE("a sheet is as high as what is in it, and scrolls where that is too much") {
    int lines = 3;
    Window window(phone_look(), [&](Ui& ui) {
        ui.page("page", [&] { ui.text("Page"); });
        (void)ui.sheet("sheet", "A sheet", [&] {
            for (int i = 0; i < lines; ++i) ui.text("Line " + std::to_string(i));
        });
    });
    const Rect small = window.node("A sheet").rect;
    CHECK(window.node("Line 2").rect.bottom < small.bottom);
    CHECK(small.bottom == 844);
    lines = 100;
    window.settle();
    const Rect large = window.node("A sheet").rect;
    CHECK(large.top > 40);
    CHECK(large.top < small.top);
    window.wheel(large.centre(), -1000);
    window.settle();
    CHECK(!window.node("Line 99").visible.is_empty());
}

TEST_CASE("a toast covers nothing and its action can be pressed") {
    bool shown = true;
    int undone = 0;
    Window window(phone_look(), [&](Ui& ui) {
        const TabItem items[] = {{Icon::today, "Today"}, {Icon::shield, "Sharing"}};
        (void)ui.navigation("nav", items, 0);
        ui.page("page", [&] {
            for (std::uint64_t i = 0; i < 30; ++i) {
                ui.scope(i, [&] { (void)ui.button("b", "Button " + std::to_string(i)); });
            }
        });
        if (shown && ui.toast("saved", 1, "Saved.", "Undo")) ++undone;
    });
    const Rect toast = window.node("Saved.").rect;
    CHECK(toast.bottom <= window.node("Today").rect.top);
    for (const Node& node : window.ui.tree().nodes) {
        if (node.role != Role::button || node.label == "Undo") continue;
        CHECK(intersect(node.visible, toast).is_empty());
    }
    CHECK(window.node("Undo").value == "Saved.");
    window.tap("Undo");
    CHECK(undone == 1);
    shown = false;
    window.settle();
    CHECK(!window.has("Saved."));
}

}  // namespace
}  // namespace evenkeel::ui
