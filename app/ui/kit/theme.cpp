#include "app/ui/kit/theme.h"

#include <algorithm>
#include <cmath>

namespace evenkeel::ui {

namespace {

constexpr Color rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8 & 0xFF),
            static_cast<std::uint8_t>(hex & 0xFF)};
}

constexpr Theme light = {
    .kind = ThemeKind::light,
    .canvas = rgb(0xF7F5F1),
    .surface = rgb(0xFFFFFF),
    .sunken = rgb(0xEFEBE4),
    .hairline = rgb(0xDDD6CB),
    .line = rgb(0x857C70),
    .text = rgb(0x1F2B2A),
    .text_muted = rgb(0x55615F),
    .primary = rgb(0x2B6B65),
    .on_primary = rgb(0xFFFFFF),
    .primary_soft = rgb(0xD6E9E5),
    .on_primary_soft = rgb(0x123F3B),
    .accent = rgb(0x655899),
    .accent_soft = rgb(0xE8E3F4),
    .on_accent_soft = rgb(0x372C63),
    .info = rgb(0x2A5F8A),
    .positive = rgb(0x2F6B4A),
    .caution = rgb(0x7E5200),
    .caution_soft = rgb(0xF7E8CB),
    .on_caution_soft = rgb(0x4F3300),
    .danger = rgb(0x9C372A),
    .danger_soft = rgb(0xF9E0DB),
    .on_danger_soft = rgb(0x6B1F15),
    .focus = rgb(0x1D55B8),
    .mood = rgb(0x0F4F38),
    .screen_time = rgb(0xC4701F),
    .third_series = rgb(0x5C87B2),
    .fourth_series = rgb(0x5B1A6B),
};

constexpr Theme dark = {
    .kind = ThemeKind::dark,
    .canvas = rgb(0x131919),
    .surface = rgb(0x1B2323),
    .sunken = rgb(0x242E2E),
    .hairline = rgb(0x334040),
    .line = rgb(0x80908D),
    .text = rgb(0xE7ECEA),
    .text_muted = rgb(0xA8B5B2),
    .primary = rgb(0x7BC5BA),
    .on_primary = rgb(0x052E2A),
    .primary_soft = rgb(0x1E4843),
    .on_primary_soft = rgb(0xC2E9E2),
    .accent = rgb(0xB9AEE8),
    .accent_soft = rgb(0x37305A),
    .on_accent_soft = rgb(0xE3DDFA),
    .info = rgb(0x8EBFE9),
    .positive = rgb(0x8DCBA4),
    .caution = rgb(0xE9C076),
    .caution_soft = rgb(0x4A3714),
    .on_caution_soft = rgb(0xFBE6BF),
    .danger = rgb(0xF29C8D),
    .danger_soft = rgb(0x5A231B),
    .on_danger_soft = rgb(0xFFDAD3),
    .focus = rgb(0x9CC4FF),
    .mood = rgb(0x86E8BE),
    .screen_time = rgb(0xC07A2C),
    .third_series = rgb(0x4F83BC),
    .fourth_series = rgb(0xF2C4EF),
};

// Relative luminance as WCAG 2.2 defines it.
double luminance(Color color) {
    const auto linear = [](std::uint8_t channel) {
        const double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

}  // namespace

double contrast(Color one, Color other) {
    const double first = luminance(one) + 0.05;
    const double second = luminance(other) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

Color blend(Color from, Color to, float share) {
    const auto channel = [share](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(
            std::lround(static_cast<float>(a) * (1 - share) + static_cast<float>(b) * share));
    };
    return {channel(from.red, to.red), channel(from.green, to.green), channel(from.blue, to.blue),
            channel(from.alpha, to.alpha)};
}

const Theme& theme(ThemeKind kind) { return kind == ThemeKind::light ? light : dark; }

const Metrics& metrics(FormFactor form) {
    static constexpr Metrics phone = {.display = 28,
                                      .title = 20,
                                      .body = 16,
                                      .caption = 13,
                                      .figure = 28,
                                      .target_min = 48,
                                      .margin = 16,
                                      .control_height = 48};
    static constexpr Metrics desktop = {.display = 24,
                                        .title = 18,
                                        .body = 14,
                                        .caption = 12.5,
                                        .figure = 18,
                                        .target_min = 32,
                                        .margin = 24,
                                        .control_height = 36};
    return form == FormFactor::phone ? phone : desktop;
}

}  // namespace evenkeel::ui
