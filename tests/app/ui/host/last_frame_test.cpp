#include "app/ui/host/last_frame.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::ui {
namespace {

void show(Ui& ui, std::string_view words) {
    ui.frame(1'000, [&] { ui.page("page", [&] { ui.text(words); }); });
}

TEST_CASE("a frame that looks like the last one needs no drawing") {
    Ui ui({.width_px = 400, .height_px = 300});
    LastFrame last;
    show(ui, "Good");
    CHECK(last.changed(ui));
    show(ui, "Good");
    CHECK_FALSE(last.changed(ui));
    show(ui, "Okay");
    CHECK(last.changed(ui));
}

TEST_CASE("what the window lost, or shows in another size or theme, is drawn again") {
    Ui ui({.width_px = 400, .height_px = 300});
    LastFrame last;
    show(ui, "Good");
    CHECK(last.changed(ui));
    last.forget();
    CHECK(last.changed(ui));
    ui.set_look({.theme = ThemeKind::dark, .width_px = 400, .height_px = 300});
    show(ui, "Good");
    CHECK(last.changed(ui));
    ui.set_look({.theme = ThemeKind::dark, .width_px = 400, .height_px = 301});
    show(ui, "Good");
    CHECK(last.changed(ui));
}

}  // namespace
}  // namespace evenkeel::ui
