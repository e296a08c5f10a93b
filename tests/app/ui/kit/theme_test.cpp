#include "app/ui/kit/theme.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

namespace evenkeel::ui {
namespace {

constexpr double text_least = 4.5;     // WCAG 2.2, 1.4.3
constexpr double graphic_least = 3.0;  // WCAG 2.2, 1.4.11

TEST_CASE("contrast is counted as WCAG counts it") {
    const Color black{0, 0, 0};
    const Color white{255, 255, 255};
    CHECK_THAT(contrast(black, white), Catch::Matchers::WithinAbs(21.0, 1e-9));
    CHECK_THAT(contrast(white, black), Catch::Matchers::WithinAbs(21.0, 1e-9));
    CHECK_THAT(contrast({0x77, 0x77, 0x77}, white), Catch::Matchers::WithinAbs(4.48, 0.005));
    CHECK_THAT(contrast(white, white), Catch::Matchers::WithinAbs(1.0, 1e-9));
}

TEST_CASE("every text token can be read on every ground it may stand on") {
    for (const ThemeKind kind : {ThemeKind::light, ThemeKind::dark}) {
        const Theme& colors = theme(kind);
        CAPTURE(kind == ThemeKind::dark);
        for (const Color ground : {colors.canvas, colors.surface, colors.sunken}) {
            CHECK(contrast(colors.text, ground) >= text_least);
            CHECK(contrast(colors.text_muted, ground) >= text_least);
        }
        for (const Color ground : {colors.canvas, colors.surface}) {
            for (const Color words : {colors.primary, colors.accent, colors.info, colors.positive,
                                      colors.caution, colors.danger}) {
                CHECK(contrast(words, ground) >= text_least);
            }
        }
        CHECK(contrast(colors.on_primary, colors.primary) >= text_least);
        CHECK(contrast(colors.on_primary_soft, colors.primary_soft) >= text_least);
        CHECK(contrast(colors.on_accent_soft, colors.accent_soft) >= text_least);
        CHECK(contrast(colors.on_caution_soft, colors.caution_soft) >= text_least);
        CHECK(contrast(colors.on_danger_soft, colors.danger_soft) >= text_least);
    }
}

TEST_CASE("borders, rings and plots stand out from what is around them") {
    for (const ThemeKind kind : {ThemeKind::light, ThemeKind::dark}) {
        const Theme& colors = theme(kind);
        CAPTURE(kind == ThemeKind::dark);
        for (const Color ground : {colors.canvas, colors.surface, colors.sunken}) {
            CHECK(contrast(colors.line, ground) >= graphic_least);
            CHECK(contrast(colors.focus, ground) >= graphic_least);
        }
        for (const Color ground : {colors.canvas, colors.surface}) {
            for (const Color series :
                 {colors.mood, colors.screen_time, colors.third_series, colors.fourth_series}) {
                CHECK(contrast(series, ground) >= graphic_least);
            }
        }
    }
}

TEST_CASE("no type is smaller than 12 dp, and phones have the larger targets") {
    for (const FormFactor form : {FormFactor::phone, FormFactor::desktop}) {
        const Metrics& sizes = metrics(form);
        for (const float size :
             {sizes.display, sizes.title, sizes.body, sizes.caption, sizes.figure}) {
            CHECK(size >= 12);
        }
        CHECK(sizes.control_height >= sizes.target_min);
    }
    CHECK(metrics(FormFactor::phone).target_min == 48);
    CHECK(metrics(FormFactor::desktop).target_min == 32);
}

}  // namespace
}  // namespace evenkeel::ui
