// Words: headings, texts, pairs, states.
#include "app/ui/kit/ui_state.h"

#include <cmath>

namespace evenkeel::ui {

namespace {

constexpr float icon_dp = 20;
constexpr float icon_gap_dp = 8;
constexpr float pair_gap_dp = 16;
constexpr float badge_padding_dp = 10;
constexpr float badge_inset_dp = 3;

struct Soft {
    Color fill;
    Color words;
};

// The tinted ground of a tone, and what is written on it.
Soft soft(const UiState& state, Tone tone) {
    const Theme& colors = state.theme();
    switch (tone) {
        case Tone::primary:
        case Tone::positive:
            return {colors.primary_soft, colors.on_primary_soft};
        case Tone::accent:
            return {colors.accent_soft, colors.on_accent_soft};
        case Tone::caution:
            return {colors.caution_soft, colors.on_caution_soft};
        case Tone::danger:
            return {colors.danger_soft, colors.on_danger_soft};
        case Tone::normal:
        case Tone::info:
        case Tone::muted:
            return {colors.sunken, colors.text};
    }
    return {colors.sunken, colors.text};
}

struct Words {
    TextStyle style = TextStyle::body;
    Color color;
    Role role = Role::text;
    int level = 0;
    std::uint64_t news = 0;
};

// Wrapped over the width of the column, or within it in a flow.
void draw_words(UiState& state, std::string_view text, const Words& words) {
    const Face& face = state.face(words.style);
    const auto lines = face.wrap(text, state.column().width());
    float width = 0;
    for (const std::string_view line : lines) width = std::max(width, face.width(line));
    const float height = face.line_height_px * static_cast<float>(lines.size());
    Rect rect = state.place(height, width, Kind::words);
    rect.right = rect.left + width;
    state.add_node({.role = words.role,
                    .label = std::string(text),
                    .rect = rect,
                    .level = words.level,
                    .news = words.news});
    state.draw_lines(words.style, rect, lines, words.color);
}

// An icon and words beside it, wrapped; the icon stands at the first line.
void draw_with_icon(UiState& state, const Rect& rect, Icon icon, Color icon_color,
                    const std::vector<std::string_view>& lines, TextStyle style, Color color) {
    const Face& face = state.face(style);
    const float size = state.px(icon_dp);
    const float middle = rect.top + face.line_height_px / 2;
    const float indent = icon == Icon::none ? 0 : size + state.px(icon_gap_dp);
    draw_icon(state.draw, icon, {rect.left, middle - size / 2, rect.left + size, middle + size / 2},
              icon_color);
    state.draw_lines(style, {rect.left + indent, rect.top, rect.right, rect.bottom}, lines, color);
}

std::vector<std::string_view> wrap_with_icon(const UiState& state, Icon icon, TextStyle style,
                                             std::string_view text, float width) {
    const float indent = icon == Icon::none ? 0 : state.px(icon_dp) + state.px(icon_gap_dp);
    return state.face(style).wrap(text, width - indent);
}

}  // namespace

void Ui::heading(std::string_view text, int level) {
    const TextStyle style = level <= 1   ? TextStyle::display
                            : level == 2 ? TextStyle::title
                                         : TextStyle::label;
    draw_words(
        *state_, text,
        {.style = style, .color = state_->theme().text, .role = Role::heading, .level = level});
}

void Ui::text(std::string_view text, TextStyle style, Tone tone) {
    draw_words(*state_, text, {.style = style, .color = state_->tone(tone)});
}

void Ui::notice(std::string_view text) {
    draw_words(*state_, text,
               {.style = TextStyle::body, .color = state_->tone(Tone::normal), .news = 1});
}

void Ui::pair(std::string_view left, std::string_view right, Tone right_tone) {
    UiState& state = *state_;
    const Face& strong = state.face(TextStyle::label);
    const Face& plain = state.face(TextStyle::body);
    const float width = state.column().width();
    const float right_px = plain.width(right);
    const bool is_beside = strong.width(left) + right_px + state.px(pair_gap_dp) <= width;
    const auto left_lines = strong.wrap(left, width);
    const auto right_lines = plain.wrap(right, width);
    const float left_height = strong.line_height_px * static_cast<float>(left_lines.size());
    const float right_height = plain.line_height_px * static_cast<float>(right_lines.size());
    const Rect rect =
        state.place(is_beside ? std::max(left_height, right_height) : left_height + right_height,
                    width, Kind::words);
    state.add_node({.role = Role::text,
                    .label = std::string(left),
                    .value = std::string(right),
                    .rect = rect});
    state.draw_lines(TextStyle::label, rect, left_lines, state.theme().text);
    const Rect rest{rect.left, is_beside ? rect.top : rect.top + left_height, rect.right,
                    rect.bottom};
    state.draw_lines(TextStyle::body, rest, right_lines, state.tone(right_tone),
                     is_beside ? 1.0F : 0.0F);
}

void Ui::status(Icon icon, std::string_view text, Tone tone) {
    UiState& state = *state_;
    const TextStyle style = TextStyle::caption;
    const auto lines = wrap_with_icon(state, icon, style, text, state.column().width());
    const float height = state.face(style).line_height_px * static_cast<float>(lines.size());
    const Rect rect = state.place(std::max(height, state.px(icon_dp)), state.column().width());
    state.add_node({.role = Role::status, .label = std::string(text), .rect = rect});
    const float down = std::max(0.0F, (rect.height() - height) / 2);
    const Color color = state.tone(tone);
    draw_with_icon(state, {rect.left, rect.top + down, rect.right, rect.bottom}, icon,
                   tone == Tone::muted ? state.theme().primary : color, lines, style, color);
}

void Ui::badge(std::string_view text, Tone tone) {
    UiState& state = *state_;
    const Face& face = state.face(TextStyle::caption);
    const float around = 2 * state.px(badge_padding_dp);
    const auto lines = face.wrap(text, state.column().width() - around);
    float width = 0;
    for (const std::string_view line : lines) width = std::max(width, face.width(line));
    const float height =
        face.line_height_px * static_cast<float>(lines.size()) + 2 * state.px(badge_inset_dp);
    Rect rect = state.place(height, width + around, Kind::words);
    rect.right = rect.left + width + around;
    state.add_node({.role = Role::status, .label = std::string(text), .rect = rect});
    state.draw_badge({rect.left, rect.top}, lines, tone);
}

void UiState::draw_badge(Point at, std::span<const std::string_view> lines, Tone tone) {
    const Face& letters = face(TextStyle::caption);
    const float padding = px(badge_padding_dp);
    const float inset = px(badge_inset_dp);
    float width = 0;
    for (const std::string_view line : lines) width = std::max(width, letters.width(line));
    const float height = letters.line_height_px * static_cast<float>(lines.size());
    const Rect rect{at.x, at.y, at.x + std::ceil(width) + 2 * padding, at.y + height + 2 * inset};
    const Soft colors = soft(*this, tone);
    fill(rect, colors.fill, letters.line_height_px / 2 + inset);
    const OnBackground on(*this, colors.fill);
    draw_lines(TextStyle::caption, {rect.left + padding, rect.top + inset, rect.right, rect.bottom},
               lines, colors.words);
}

void UiState::draw_dot(Point centre) {
    const float radius = edge_px(4);
    draw->AddCircleFilled(to_imgui(centre), radius, to_imgui(theme().accent));
}

void Ui::banner(Icon icon, std::string_view text, Tone tone) {
    UiState& state = *state_;
    const float padding = state.px(14);
    const TextStyle style = TextStyle::body;
    const auto lines =
        wrap_with_icon(state, icon, style, text, state.column().width() - 2 * padding);
    const float height = state.face(style).line_height_px * static_cast<float>(lines.size());
    const Rect rect = state.place(height + 2 * padding, state.column().width());
    const Soft colors = soft(state, tone);
    state.add_node({.role = Role::status, .label = std::string(text), .rect = rect, .news = 1});
    state.fill(rect, colors.fill, state.px(12));
    const OnBackground on(state, colors.fill);
    draw_with_icon(
        state,
        {rect.left + padding, rect.top + padding, rect.right - padding, rect.bottom - padding},
        icon, colors.words, lines, style, colors.words);
}

}  // namespace evenkeel::ui
