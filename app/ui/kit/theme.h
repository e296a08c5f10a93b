// "Quiet Paper": the colours, sizes and type of all screens, by meaning. Values from section 9 of
// the design's experience.md; their contrast is computed by a test.
#pragma once

#include <cstdint>

namespace evenkeel::ui {

struct Color {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    std::uint8_t alpha = 255;
    friend bool operator==(const Color&, const Color&) = default;
};
// WCAG 2.2 contrast ratio of two opaque colours, 1..21.
double contrast(Color one, Color other);
// `share` of the way from one colour to the other, 0..1.
Color blend(Color from, Color to, float share);

enum class ThemeKind { light, dark };

struct Theme {
    ThemeKind kind = ThemeKind::light;
    Color canvas, surface, sunken;
    Color hairline, line;
    Color text, text_muted;
    Color primary, on_primary, primary_soft, on_primary_soft;
    Color accent, accent_soft, on_accent_soft;
    Color info, positive;
    Color caution, caution_soft, on_caution_soft;
    Color danger, danger_soft, on_danger_soft;
    Color focus;
    Color mood, screen_time, third_series, fourth_series;  // plots
};
const Theme& theme(ThemeKind kind);

// What text means. `muted` is the second level; the others are used sparingly.
enum class Tone { normal, muted, primary, accent, info, positive, caution, danger };
enum class TextStyle { display, title, body, label, caption, figure };

// dp. Phones and desktops differ in type and target sizes, not in colours.
enum class FormFactor { phone, desktop };
struct Metrics {
    float display, title, body, caption, figure;  // type sizes; label is body in semibold
    float target_min;                             // smallest height and width of a control
    float margin;                                 // of a screen
    float control_height;
};
const Metrics& metrics(FormFactor form);

}  // namespace evenkeel::ui
