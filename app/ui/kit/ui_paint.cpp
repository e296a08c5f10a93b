// How the kit draws: fills, borders, rings and words, with each run of words written down.
#include "app/ui/kit/ui_state.h"
#include "core/base/characters.h"

#include <cmath>

namespace evenkeel::ui {

namespace {

constexpr float ring_gap_dp = 2;
constexpr float ring_dp = 2;

bool is_out_of_sight(const UiState& state, const Rect& rect) {
    return intersect(rect, state.clips.back()).is_empty();
}

void record(UiState& state, const Rect& rect, Color color, const Face& face, NodeId node) {
    state.runs.push_back({.rect = rect,
                          .clip = state.clips.back(),
                          .color = color,
                          .background = state.background(),
                          .size_px = face.size_px,
                          .layer = state.draw_layer,
                          .node = node});
}

void draw_words(UiState& state, const Face& face, Point at, std::string_view text, Color color) {
    // The letters stand in the middle of their line.
    const float top = std::floor(at.y + (face.line_height_px - face.size_px) / 2 + 0.5F);
    state.draw->AddText(face.font, face.size_px, {std::floor(at.x + 0.5F), top}, to_imgui(color),
                        text.data(), text.data() + text.size());
}

}  // namespace

Color UiState::tone(Tone tone) const {
    const Theme& colors = theme();
    switch (tone) {
        case Tone::normal:
            return colors.text;
        case Tone::muted:
            return colors.text_muted;
        case Tone::primary:
            return colors.primary;
        case Tone::accent:
            return colors.accent;
        case Tone::info:
            return colors.info;
        case Tone::positive:
            return colors.positive;
        case Tone::caution:
            return colors.caution;
        case Tone::danger:
            return colors.danger;
    }
    return colors.text;
}

Color UiState::series(SeriesColor color) const {
    const Theme& colors = theme();
    switch (color) {
        case SeriesColor::mood:
            return colors.mood;
        case SeriesColor::screen_time:
            return colors.screen_time;
        case SeriesColor::third:
            return colors.third_series;
        case SeriesColor::fourth:
            return colors.fourth_series;
    }
    return colors.mood;
}

Color UiState::touched(NodeId id, Color color) const {
    if (is_pressed(id)) return blend(color, theme().text, 0.14F);
    if (is_hovered(id)) return blend(color, theme().text, 0.05F);
    return color;
}

void UiState::set_draw_layer(int number, bool behind) {
    draw_layer = std::min(number, draw_layers - 1);
    channels.SetCurrentChannel(draw, draw_layer * 2 + (behind ? 0 : 1));
}

void UiState::push_clip(const Rect& rect) {
    Rect inner = clips.empty() ? rect : intersect(rect, clips.back());
    inner.right = std::max(inner.left, inner.right);
    inner.bottom = std::max(inner.top, inner.bottom);
    clips.push_back(inner);
    draw->PushClipRect({inner.left, inner.top}, {inner.right, inner.bottom});
}

void UiState::pop_clip() {
    clips.pop_back();
    draw->PopClipRect();
}

void UiState::draw_cards(std::size_t from) {
    const int layer_before = draw_layer;
    set_draw_layer(layer_before, true);
    for (std::size_t i = from; i < cards.size(); ++i) {
        fill(cards[i].rect, cards[i].color, cards[i].radius);
        if (cards[i].border != cards[i].color) {
            outline(cards[i].rect, cards[i].border, cards[i].radius, px(1));
        }
    }
    cards.resize(from);
    set_draw_layer(layer_before);
}

void UiState::fill(const Rect& rect, Color color, float radius_px) {
    if (is_out_of_sight(*this, rect)) return;
    draw->AddRectFilled({rect.left, rect.top}, {rect.right, rect.bottom}, to_imgui(color),
                        radius_px);
}

void UiState::outline(const Rect& rect, Color color, float radius_px, float stroke_px) {
    if (is_out_of_sight(*this, rect)) return;
    const float stroke = stroke_px > 0 ? stroke_px : px(1);
    // The stroke lies within the rectangle; AddRect itself insets by half a pixel.
    const float inset = (stroke - 1) / 2;
    draw->AddRect({rect.left + inset, rect.top + inset}, {rect.right - inset, rect.bottom - inset},
                  to_imgui(color), std::max(0.0F, radius_px - inset), 0, stroke);
}

void UiState::focus_ring(NodeId id, const Rect& rect, float radius_px) {
    if (!shows_focus || !is_focused(id)) return;
    const float out = px(ring_gap_dp) + px(ring_dp);
    outline({rect.left - out, rect.top - out, rect.right + out, rect.bottom + out}, theme().focus,
            radius_px + out, px(ring_dp));
}

float UiState::draw_line(TextStyle style, Point at, std::string_view text, Color color,
                         NodeId node) {
    const Face& letters = face(style);
    const float width = letters.width(text);
    const Rect rect{at.x, at.y, at.x + width, at.y + letters.line_height_px};
    if (text.empty()) return 0;
    if (fonts.needs(text)) ask_frames(2);
    record(*this, rect, color, letters, node);
    if (!is_out_of_sight(*this, rect)) draw_words(*this, letters, at, text, color);
    return width;
}

float UiState::draw_tabular(TextStyle style, Point at, std::string_view text, Color color,
                            NodeId node) {
    const Face& letters = face(style);
    const float width = letters.tabular_width(text);
    const Rect rect{at.x, at.y, at.x + width, at.y + letters.line_height_px};
    if (text.empty()) return 0;
    if (fonts.needs(text)) ask_frames(2);
    record(*this, rect, color, letters, node);
    float x = at.x;
    for (std::size_t start = 0; start < text.size();) {
        std::size_t end = start;
        if (!next_code_point(text, end)) ++end;
        const std::string_view character = text.substr(start, end - start);
        const bool is_digit = character[0] >= '0' && character[0] <= '9';
        const float own = letters.width(character);
        const float cell = is_digit ? letters.digit_px : own;
        if (!is_out_of_sight(*this, rect)) {
            draw_words(*this, letters, {x + (cell - own) / 2, at.y}, character, color);
        }
        x += cell;
        start = end;
    }
    return width;
}

void UiState::draw_lines(TextStyle style, const Rect& rect, std::span<const std::string_view> lines,
                         Color color, float align, NodeId node) {
    const Face& letters = face(style);
    float y = rect.top;
    for (const std::string_view line : lines) {
        const float x = rect.left + (rect.width() - letters.width(line)) * align;
        draw_line(style, {align > 0 ? std::floor(x) : rect.left, y}, line, color, node);
        y += letters.line_height_px;
    }
}

}  // namespace evenkeel::ui
