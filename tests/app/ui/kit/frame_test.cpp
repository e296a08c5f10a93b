#include "app/ui/kit/imgui_compat.h"
#include "tests/app/ui/kit/window.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::ui {
namespace {

void small_page(Ui& ui) {
    ui.page("page", [&] {
        ui.heading("Title", 1);
        ui.card([&] { (void)ui.button("go", "Go"); });
    });
}

TEST_CASE("an idle window asks for no frame") {
    Window window(phone_look(), small_page);
    CHECK(!window.ui.next_frame_ms());
}

TEST_CASE("after an event three frames are drawn, and then none") {
    Window window(phone_look(), small_page);
    window.ui.push(platform::Woken{});
    int frames = 0;
    while (window.ui.next_frame_ms() == 0 && frames < 10) {
        window.frame();
        ++frames;
    }
    CHECK(frames == 3);
}

TEST_CASE("a screen is drawn again when it asked for it, and only then") {
    std::optional<std::int64_t> wanted;
    Window window(phone_look(), [&](Ui& ui) {
        small_page(ui);
        if (wanted && ui.now_ms() < *wanted) {
            ui.draw_again_at(*wanted + 500);
            ui.draw_again_at(*wanted);
            ui.draw_again_at(*wanted + 500);
        }
    });
    wanted = window.now_ms() + 10'000;
    window.ui.push(platform::Woken{});
    window.settle();
    CHECK(window.ui.next_frame_ms() == wanted);
    window.frame(10'000);
    CHECK(!window.ui.next_frame_ms());
}

TEST_CASE("the same screen is the same triangles, a thousand frames on") {
    Window window(phone_look(), small_page);
    const int vertices = window.ui.draw_data()->TotalVtxCount;
    const int indices = window.ui.draw_data()->TotalIdxCount;
    const std::size_t runs = window.ui.text_runs().size();
    for (int i = 0; i < 1'000; ++i) window.frame();
    CHECK(window.ui.draw_data()->TotalVtxCount == vertices);
    CHECK(window.ui.draw_data()->TotalIdxCount == indices);
    CHECK(window.ui.text_runs().size() == runs);
}

TEST_CASE("names of controls do not depend on what they are called") {
    std::string label = "One";
    Window window(phone_look(), [&](Ui& ui) {
        ui.page("page", [&] {
            (void)ui.button("go", label);
            ui.scope(7, [&] { (void)ui.button("go", "In a scope"); });
            ui.scope(8, [&] { (void)ui.button("go", "In another"); });
        });
    });
    const NodeId before = window.node("One").id;
    label = "Two";
    window.settle();
    CHECK(window.node("Two").id == before);
    CHECK(window.node("In a scope").id != before);
    CHECK(window.node("In a scope").id != window.node("In another").id);
}

TEST_CASE("letters are built again for another size, and for a script met for the first time") {
    std::string name = "Anna";
    Window window(phone_look(), [&](Ui& ui) { ui.page("page", [&] { ui.text(name); }); });
    const auto version = [&] { return window.ui.font_texture().version; };
    const auto first = version();
    REQUIRE(window.ui.font_texture().alpha != nullptr);
    window.settle();
    CHECK(version() == first);
    const float latin = window.ui.text_runs()[0].rect.width();
    name = "\xD0\x90\xD0\xBD\xD0\xBD\xD0\xB0";  // the same in Cyrillic
    window.settle();
    CHECK(version() == first + 1);
    CHECK(window.ui.text_runs()[0].rect.width() < latin * 1.5F);
    Look larger = phone_look();
    larger.text_size = 1.5;
    window.ui.set_look(larger);
    CHECK(version() == first + 2);
}

TEST_CASE("a letter that only a changing figure has is there two frames later") {
    std::string value = "3 h";
    Window window(phone_look(), [&](Ui& ui) {
        ui.page("page", [&] { (void)ui.stepper("step", "Time", value, true, true); });
    });
    window.settle();
    const auto before = window.ui.font_texture().version;
    value = "3\xC2\xBD h";  // three and a half
    window.settle();
    CHECK(window.ui.font_texture().version == before + 1);
}

TEST_CASE("however long it is used, each script is built once and the texture stays as it is") {
    std::string text = "Anna";
    Window window(phone_look(), [&](Ui& ui) { ui.page("page", [&] { ui.text(text); }); });
    const auto first = window.ui.font_texture().version;
    constexpr std::uint32_t two_bytes = 0x80, none_after = 0x530;  // to the end of Cyrillic
    std::uint64_t after_a_round = 0;
    for (std::uint32_t round = 0; round < 2; ++round) {
        for (std::uint32_t character = two_bytes; character < none_after; ++character) {
            text = {static_cast<char>(0xC0 | character >> 6),
                    static_cast<char>(0x80 | (character & 0x3F))};
            window.settle();
        }
        if (round == 0) after_a_round = window.ui.font_texture().version;
    }
    CHECK(after_a_round <= first + 4);
    CHECK(window.ui.font_texture().version == after_a_round);
}

TEST_CASE("motion ends by itself, and is not there for who does not want it") {
    for (const bool reduced : {false, true}) {
        CAPTURE(reduced);
        Look look = phone_look();
        look.reduced_motion = reduced;
        bool on = false;
        bool open = false;
        Window window(look, [&](Ui& ui) {
            ui.page("page", [&] { (void)ui.toggle("on", "On", "", on); });
            if (open) (void)ui.sheet("sheet", "A sheet", [&] { ui.text("Words"); });
        });
        for (bool* change : {&on, &open}) {
            *change = true;
            window.ui.push(platform::Woken{});
            int frames = 0;
            while (window.ui.next_frame_ms() == 0 && frames < 100) {
                window.frame();
                ++frames;
            }
            CHECK((frames > 3) == !reduced);
            CHECK(frames < 16);
        }
        CHECK(window.node("A sheet").rect.bottom == 844);
    }
}

TEST_CASE("two windows do not disturb each other") {
    bool has_more = false;
    Window one(phone_look(), [&](Ui& ui) {
        small_page(ui);
        if (has_more) (void)ui.toast("toast", 1, "Saved.", "Undo");
    });
    Window two(desktop_look(), [](Ui& ui) { ui.page("page", [&] { ui.text("Only words"); }); });
    const int before_one = one.ui.draw_data()->TotalVtxCount;
    const int before_two = two.ui.draw_data()->TotalVtxCount;
    has_more = true;
    one.frame();
    CHECK(one.ui.draw_data()->TotalVtxCount > before_one);
    CHECK(two.ui.draw_data()->TotalVtxCount == before_two);
    CHECK(one.ui.draw_data()->DisplaySize.x == 390);
    CHECK(two.ui.draw_data()->DisplaySize.x == 1280);
    CHECK(!two.has("Go"));
}

}  // namespace
}  // namespace evenkeel::ui
