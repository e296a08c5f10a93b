// Values that are changed in place, and rows that lead somewhere: toggle, stepper, meter, row.
#include "app/ui/kit/ui_state.h"
#include "core/words/tr.h"

#include <cmath>

namespace evenkeel::ui {

namespace {

constexpr float row_radius_dp = 12;
constexpr std::int64_t switch_ms = 120;

struct TwoLines {
    TextStyle title_style = TextStyle::body;
    std::vector<std::string_view> title;
    std::vector<std::string_view> detail;
    float height = 0;
};

TwoLines measure(const UiState& state, TextStyle title_style, std::string_view title,
                 std::string_view detail, float width) {
    TwoLines words{.title_style = title_style};
    const Face& face = state.face(title_style);
    words.title = face.wrap(title, width);
    words.height = face.line_height_px * static_cast<float>(words.title.size());
    if (detail.empty()) return words;
    const Face& small = state.face(TextStyle::caption);
    words.detail = small.wrap(detail, width);
    words.height += state.px(2) + small.line_height_px * static_cast<float>(words.detail.size());
    return words;
}

void draw(UiState& state, const TwoLines& words, const Rect& rect, Color title, Color detail,
          NodeId id) {
    state.draw_lines(words.title_style, rect, words.title, title, 0, id);
    const float down =
        state.face(words.title_style).line_height_px * static_cast<float>(words.title.size()) +
        state.px(2);
    state.draw_lines(TextStyle::caption, {rect.left, rect.top + down, rect.right, rect.bottom},
                     words.detail, detail, 0, id);
}

void draw_switch(UiState& state, NodeId id, const Rect& rect, bool on) {
    const Theme& colors = state.theme();
    const float radius = rect.height() / 2;
    const float target = on ? 1 : 0;
    const float share = state.moved(id, target, target, switch_ms);
    state.fill(rect, state.touched(id, blend(colors.sunken, colors.primary, share)), radius);
    if (!on) state.outline(rect, colors.line, radius, state.px(1.5F));
    const float knob = radius - state.edge_px(5 - 2 * share);
    const float x = rect.left + radius + (rect.width() - 2 * radius) * share;
    const float y = rect.centre().y;
    state.fill({x - knob, y - knob, x + knob, y + knob},
               blend(colors.line, colors.on_primary, share), knob);
    const float check = knob * 0.75F;
    draw_icon(state.draw, on ? Icon::check : Icon::none,
              {x - check, y - check, x + check, y + check}, colors.primary);
}

// Highlights reach a little out of the column, so that words stay in line with what is around.
Rect row_ground(const UiState& state, const Rect& rect) {
    const float out = state.px(8);
    return {rect.left - out, rect.top, rect.right + out, rect.bottom};
}

}  // namespace

bool Ui::toggle(Key key, std::string_view label, std::string_view detail, bool on) {
    UiState& state = *state_;
    const NodeId id = state.id_of(key);
    const bool phone = is_phone();
    const float switch_width = state.edge_px(phone ? 52 : 42);
    const float switch_height = state.edge_px(phone ? 30 : 24);
    const float width = state.column().width() - switch_width - state.px(16);
    const TwoLines words = measure(state, TextStyle::body, label, detail, width);
    const float height = std::max(words.height + 2 * state.px(phone ? 8 : 6), state.target_px());
    const Rect rect = state.place(height, state.column().width(), Kind::row);
    state.add_node({.id = id,
                    .role = Role::toggle,
                    .label = std::string(label),
                    .value = std::string(detail),
                    .rect = rect,
                    .focusable = true,
                    .checked = on});
    const float middle = rect.centre().y;
    draw(state, words,
         {rect.left, std::floor(middle - words.height / 2), rect.left + width, rect.bottom},
         state.theme().text, state.theme().text_muted, id);
    draw_switch(state, id,
                {rect.right - switch_width, middle - switch_height / 2, rect.right,
                 middle + switch_height / 2},
                on);
    state.focus_ring(id, rect, state.px(8));
    return state.was_activated(id);
}

std::optional<int> Ui::stepper(Key key, std::string_view label, std::string_view value,
                               bool can_decrease, bool can_increase, Tone value_tone) {
    UiState& state = *state_;
    const NodeId id = state.id_of(key);
    const float width = state.column().width();
    const bool is_wide = state.face(TextStyle::figure).tabular_width(value) > width;
    const TextStyle style = is_wide ? TextStyle::title : TextStyle::figure;
    const Face& face = state.face(style);
    const float button_width = std::max(state.px(is_phone() ? 56 : 44), state.target_px());
    const float button_height =
        std::max(state.px(state.metrics().control_height), state.target_px());
    const float value_px = face.tabular_width(value);
    const bool is_one_line = value_px + 2 * button_width + 2 * state.px(8) <= width;
    const float above = is_one_line ? 0 : face.line_height_px + state.px(8);
    const Rect all = state.place(above + std::max(button_height, face.line_height_px), width);
    const int node = state.add_node({.id = id,
                                     .role = Role::stepper,
                                     .label = std::string(label),
                                     .value = std::string(value),
                                     .rect = all});
    state.parents.push_back(node);
    const float top = all.top + above;
    const Rect less{all.left, top, all.left + button_width, top + button_height};
    const Rect more{all.right - button_width, top, all.right, top + button_height};
    const std::string name(label);
    std::optional<int> step;
    if (state.step_button(UiState::id_of(id, 0), less, Icon::minus, tr("{0}, less", name),
                          can_decrease)) {
        step = -1;
    }
    if (state.step_button(UiState::id_of(id, 1), more, Icon::plus, tr("{0}, more", name),
                          can_increase)) {
        step = 1;
    }
    state.parents.pop_back();
    const float value_y =
        is_one_line ? std::floor(less.centre().y - face.line_height_px / 2) : all.top;
    state.draw_tabular(style, {std::floor(all.centre().x - value_px / 2), value_y}, value,
                       state.tone(value_tone), id);
    return step;
}

bool UiState::step_button(NodeId id, const Rect& rect, Icon icon, const std::string& label,
                          bool is_enabled) {
    add_node({.id = id,
              .role = Role::button,
              .label = label,
              .rect = rect,
              .focusable = true,
              .disabled = !is_enabled});
    const float radius = px(row_radius_dp);
    const Color ground = is_enabled ? touched(id, background()) : background();
    if (ground != background()) fill(rect, ground, radius);
    outline(rect, is_enabled ? theme().line : theme().hairline, radius);
    const float half = px(10);
    const Point centre = rect.centre();
    draw_icon(draw, icon, {centre.x - half, centre.y - half, centre.x + half, centre.y + half},
              is_enabled ? theme().text : theme().line);
    focus_ring(id, rect, radius);
    return was_activated(id);
}

bool Ui::row(Key key, const RowContent& content) {
    UiState& state = *state_;
    const NodeId id = state.id_of(key);
    const Theme& colors = state.theme();
    const float icon_px = state.px(20);
    const float indent = content.icon == Icon::none ? 0 : icon_px + state.px(12);
    const float end_px = content.opens ? icon_px : 0;
    const float width = state.column().width() - indent - end_px;
    const TwoLines words =
        measure(state, content.detail.empty() ? TextStyle::body : TextStyle::label, content.title,
                content.detail, width);
    const Face& small = state.face(TextStyle::caption);
    const auto badge_lines = small.wrap(content.badge, width - 2 * state.px(10));
    const float badge_height =
        content.badge.empty() ? 0
                              : state.px(6) + 2 * state.px(3) +
                                    small.line_height_px * static_cast<float>(badge_lines.size());
    const float inner = words.height + badge_height;
    const float height =
        std::max({inner + 2 * state.px(is_phone() ? 12 : 8), state.target_px(), state.px(36)});
    const Rect rect = state.place(height, state.column().width(), Kind::row);
    std::string value(content.detail);
    if (!content.badge.empty()) value += (value.empty() ? "" : ", ") + std::string(content.badge);
    state.add_node({.id = id,
                    .role = Role::row,
                    .label = std::string(content.title),
                    .value = std::move(value),
                    .rect = rect,
                    .focusable = true,
                    .checked = content.chosen});
    const Color ground =
        state.touched(id, content.chosen ? colors.primary_soft : state.background());
    const Rect painted = row_ground(state, rect);
    if (ground != state.background()) state.fill(painted, ground, state.px(row_radius_dp));
    const OnBackground on(state, ground);
    const Color title = content.chosen ? colors.on_primary_soft : colors.text;
    const Color detail = content.chosen ? colors.on_primary_soft : colors.text_muted;
    const float top = std::floor(rect.centre().y - inner / 2);
    const float middle = rect.centre().y;
    draw_icon(state.draw, content.icon,
              {rect.left, middle - icon_px / 2, rect.left + icon_px, middle + icon_px / 2}, detail);
    draw(state, words, {rect.left + indent, top, rect.right - end_px, rect.bottom}, title, detail,
         id);
    if (!content.badge.empty()) {
        state.draw_badge({rect.left + indent, top + words.height + state.px(6)}, badge_lines,
                         content.badge_tone);
    }
    // The arrow fills only the middle of its square; its tip stands at the edge.
    const float end = rect.right + icon_px * 0.3F;
    draw_icon(state.draw, content.opens ? Icon::chevron_right : Icon::none,
              {end - icon_px, middle - icon_px / 2, end, middle + icon_px / 2}, detail);
    state.focus_ring(id, painted, state.px(row_radius_dp));
    return state.was_activated(id);
}

void Ui::meter(std::string_view label, float fraction, std::optional<float> mark,
               SeriesColor color) {
    UiState& state = *state_;
    const Rect rect = state.place(state.px(20), state.column().width());
    const float share = std::clamp(fraction, 0.0F, 1.0F);
    const int percent = static_cast<int>(std::lround(share * 100));
    state.add_node({.role = Role::image,
                    .label = std::string(label),
                    .value = std::to_string(percent) + " %",
                    .rect = rect});
    const float half = state.px(8) / 2;
    const float middle = rect.centre().y;
    const Rect track{rect.left, middle - half, rect.right, middle + half};
    state.fill(track, state.theme().sunken, half);
    if (share > 0) {
        const float right = std::max(track.left + 2 * half, track.left + track.width() * share);
        state.fill({track.left, track.top, right, track.bottom}, state.series(color), half);
    }
    if (!mark) return;
    const float width = state.px(2);
    const float x =
        std::floor(track.left + (track.width() - width) * std::clamp(*mark, 0.0F, 1.0F));
    state.fill({x, rect.top + state.px(1), x + width, rect.bottom - state.px(1)},
               state.theme().text, width / 2);
}

}  // namespace evenkeel::ui
