// Buttons, icon buttons, chips, and the title line of a screen.
#include "app/ui/kit/ui_state.h"

#include <cmath>

namespace evenkeel::ui {

namespace {

constexpr float radius_dp = 12;
constexpr float padding_dp = 16;
constexpr float icon_dp = 20;
constexpr float icon_gap_dp = 8;
constexpr float desktop_width_min_dp = 96;

struct Paint {
    Color fill;
    Color words;
    Color border;  // the same as `fill`: none
};

Paint paint(const UiState& state, ButtonStyle style) {
    const Theme& colors = state.theme();
    const Color ground = state.background();
    switch (style) {
        case ButtonStyle::primary:
            return {colors.primary, colors.on_primary, colors.primary};
        case ButtonStyle::secondary:
            return {ground, colors.text, colors.line};
        case ButtonStyle::quiet:
            return {ground, colors.primary, ground};
        case ButtonStyle::danger:
            return {ground, colors.danger, colors.danger};
    }
    return {ground, colors.text, colors.line};
}

struct Content {
    std::vector<std::string_view> lines;
    float words_px = 0;
    float indent = 0;  // what an icon takes
    float height = 0;
};

Content measure(const UiState& state, std::string_view label, Icon icon, float width_max) {
    const Face& face = state.face(TextStyle::label);
    Content size;
    size.indent = icon == Icon::none ? 0 : state.px(icon_dp) + state.px(icon_gap_dp);
    size.lines = face.wrap(label, width_max - size.indent - 2 * state.px(padding_dp));
    for (const std::string_view line : size.lines) {
        size.words_px = std::max(size.words_px, face.width(line));
    }
    const float words_height = face.line_height_px * static_cast<float>(size.lines.size());
    size.height = std::max({words_height + 2 * state.px(8),
                            state.px(state.metrics().control_height), state.target_px()});
    return size;
}

Rect place_button(UiState& state, const Content& size) {
    const float natural = std::ceil(
        std::max(size.words_px + size.indent + 2 * state.px(padding_dp), state.target_px()));
    const Column& column = state.column();
    const bool fills = state.look.form == FormFactor::phone;
    const float width = std::min(
        column.width(), fills ? natural : std::max(natural, state.px(desktop_width_min_dp)));
    Rect rect = state.place(size.height, width);
    // On a wide window a button as wide as the page would look like a bar.
    if (!fills) rect.right = rect.left + width;
    return rect;
}

void draw_face_of(UiState& state, const Rect& rect, const Content& size, Icon icon, Color color,
                  NodeId id) {
    const Face& face = state.face(TextStyle::label);
    const float left = std::floor(rect.centre().x - (size.words_px + size.indent) / 2);
    const float icon_px = state.px(icon_dp);
    const float middle = rect.centre().y;
    draw_icon(state.draw, icon, {left, middle - icon_px / 2, left + icon_px, middle + icon_px / 2},
              color);
    const float words_height = face.line_height_px * static_cast<float>(size.lines.size());
    const float top = std::floor(middle - words_height / 2);
    state.draw_lines(TextStyle::label,
                     {left + size.indent, top, left + size.indent + size.words_px, rect.bottom},
                     size.lines, color, size.lines.size() > 1 ? 0.5F : 0.0F, id);
}

bool draw_chip(UiState& state, NodeId id, Role role, std::string_view label, bool chosen) {
    const Face& face = state.face(TextStyle::body);
    const float padding = state.px(14);
    const float check = chosen ? state.px(16) + state.px(6) : 0;
    const auto lines = face.wrap(label, state.column().width() - 2 * padding - check);
    float words_px = 0;
    for (const std::string_view line : lines) words_px = std::max(words_px, face.width(line));
    const float words_height = face.line_height_px * static_cast<float>(lines.size());
    const float drawn = std::max(words_height + 2 * state.px(6), state.px(32));
    const float height = std::max(drawn, state.target_px());
    const float width = std::max(std::ceil(words_px + check + 2 * padding), state.target_px());
    // Its target is higher than what is drawn: lines of chips need no more distance.
    state.column().line_gap = std::max(0.0F, state.px(8) - (height - drawn));
    Rect target = state.place(height, width);
    target.right = target.left + width;
    state.add_node({.id = id,
                    .role = role,
                    .label = std::string(label),
                    .rect = target,
                    .focusable = true,
                    .checked = chosen});
    const float inset = std::floor((height - drawn) / 2);
    const Rect rect{target.left, target.top + inset, target.right, target.top + inset + drawn};
    const float radius = std::min(drawn, state.px(36)) / 2;
    const Theme& colors = state.theme();
    const Color ground = state.touched(id, chosen ? colors.primary_soft : state.background());
    if (ground != state.background()) state.fill(rect, ground, radius);
    state.outline(rect, chosen ? colors.primary : colors.line, radius);
    const OnBackground on(state, ground);
    const Color words = chosen ? colors.on_primary_soft : colors.text;
    const float left = std::floor(rect.centre().x - (words_px + check) / 2);
    const float half = state.px(16) / 2;
    draw_icon(state.draw, chosen ? Icon::check : Icon::none,
              {left, rect.centre().y - half, left + 2 * half, rect.centre().y + half}, words);
    state.draw_lines(TextStyle::body,
                     {left + check, std::floor(rect.centre().y - words_height / 2),
                      left + check + words_px, rect.bottom},
                     lines, words, 0, id);
    state.focus_ring(id, rect, radius);
    return state.was_activated(id);
}

}  // namespace

bool Ui::button(Key key, std::string_view label, ButtonStyle style, Icon icon) {
    UiState& state = *state_;
    const NodeId id = state.id_of(key);
    const Content size = measure(state, label, icon, state.column().width());
    const Rect rect = place_button(state, size);
    state.add_node({.id = id,
                    .role = Role::button,
                    .label = std::string(label),
                    .rect = rect,
                    .focusable = true});
    const Paint colors = paint(state, style);
    const Color ground = state.touched(id, colors.fill);
    const float radius = state.px(radius_dp);
    if (ground != state.background()) state.fill(rect, ground, radius);
    if (colors.border != colors.fill) state.outline(rect, colors.border, radius);
    {
        const OnBackground on(state, ground);
        draw_face_of(state, rect, size, icon, colors.words, id);
    }
    state.focus_ring(id, rect, radius);
    return state.was_activated(id);
}

bool Ui::disabled_button(Key key, std::string_view label, std::string_view why) {
    UiState& state = *state_;
    const NodeId id = state.id_of(key);
    const Content size = measure(state, label, Icon::none, state.column().width());
    const Rect rect = place_button(state, size);
    state.add_node({.id = id,
                    .role = Role::button,
                    .label = std::string(label),
                    .value = std::string(why),
                    .rect = rect,
                    .focusable = true,
                    .disabled = true});
    state.fill(rect, state.theme().sunken, state.px(radius_dp));
    {
        const OnBackground on(state, state.theme().sunken);
        draw_face_of(state, rect, size, Icon::none, state.theme().text_muted, id);
    }
    if (!why.empty()) {
        state.column().next_gap = state.px(4);
        text(why, TextStyle::caption, Tone::muted);
    }
    return false;
}

bool Ui::icon_button(Key key, Icon icon, std::string_view label) {
    UiState& state = *state_;
    const float size = state.target_px();
    Rect rect = state.place(size, size);
    rect.right = rect.left + size;
    return state.icon_button_at(state.id_of(key), rect, icon, label);
}

bool UiState::icon_button_at(NodeId id, const Rect& rect, Icon icon, std::string_view label) {
    add_node({.id = id,
              .role = Role::button,
              .label = std::string(label),
              .rect = rect,
              .focusable = true});
    const float radius = rect.width() / 2;
    const Color ground = touched(id, background());
    if (ground != background()) fill(rect, ground, radius);
    const float half = px(look.form == FormFactor::phone ? 12 : 10);
    const Point centre = rect.centre();
    draw_icon(draw, icon, {centre.x - half, centre.y - half, centre.x + half, centre.y + half},
              theme().text);
    const float inset = px(4);  // so that the ring stays near its control
    focus_ring(id, {rect.left + inset, rect.top + inset, rect.right - inset, rect.bottom - inset},
               radius);
    return was_activated(id);
}

Ui::HeadPress Ui::head(std::string_view title, std::string_view back_label, Icon action,
                       std::string_view action_label) {
    UiState& state = *state_;
    const float target = state.target_px();
    const bool has_back = !back_label.empty();
    const bool has_action = action != Icon::none;
    // Pictures stand at the margins; their targets reach out of them.
    const float out = state.edge_px(12);
    const float indent = has_back ? target - out : 0;
    const float end = has_action ? target : 0;
    const float width = state.column().width() - indent - end;
    // Smaller before a word is broken, as on a narrow phone with large text.
    const bool fits = state.face(TextStyle::display).widest_word(title) <= width;
    const TextStyle style = fits ? TextStyle::display : TextStyle::title;
    const Face& face = state.face(style);
    const auto lines = face.wrap(title, width);
    const float words_height = face.line_height_px * static_cast<float>(lines.size());
    // The first line is level with the pictures.
    const float down =
        has_back || has_action ? std::max(0.0F, std::floor((target - face.line_height_px) / 2)) : 0;
    const Rect rect = state.place(words_height + 2 * down, state.column().width(), Kind::words);
    HeadPress press = HeadPress::none;
    if (has_back) {
        state.back_button = state.id_of("head back");
        const float left = rect.left - out;
        if (state.icon_button_at(state.back_button,
                                 {left, rect.top, left + target, rect.top + target},
                                 Icon::chevron_left, back_label)) {
            press = HeadPress::back;
        }
    }
    const Rect words{rect.left + indent, rect.top + down, rect.right - end, rect.bottom - down};
    state.add_node({.role = Role::heading, .label = std::string(title), .rect = words, .level = 1});
    state.draw_lines(style, words, lines, state.theme().text);
    if (has_action) {
        const float right = rect.right + out;
        if (state.icon_button_at(state.id_of("head action"),
                                 {right - target, rect.top, right, rect.top + target}, action,
                                 action_label)) {
            press = HeadPress::action;
        }
    }
    return press;
}

bool Ui::chip(Key key, std::string_view label, bool chosen) {
    return draw_chip(*state_, state_->id_of(key), Role::choice, label, chosen);
}

bool Ui::check_chip(Key key, std::string_view label, bool on) {
    return draw_chip(*state_, state_->id_of(key), Role::toggle, label, on);
}

bool Ui::offer_chip(Key key, std::string_view label) {
    return draw_chip(*state_, state_->id_of(key), Role::button, label, false);
}

}  // namespace evenkeel::ui
