// Pictures that are not over an axis of days: dots for a week, a calendar, a span, a QR code.
#include "app/ui/kit/chart_frame.h"
#include "app/ui/kit/chart_geometry.h"
#include "app/ui/kit/pen.h"
#include "core/words/tr.h"

#include <cmath>

namespace evenkeel::ui {

namespace {

constexpr float dot_dp = 18;
constexpr float dot_step_max_dp = 44;
constexpr float cell_max_dp = 36;
constexpr float cell_gap_dp = 4;
constexpr int shades = 5;
constexpr float band_dp = 12;
constexpr float qr_max_dp = 300;
constexpr std::array<std::string_view, 7> weekdays{"M", "T", "W", "T", "F", "S", "S"};

std::string say(DotState dot) {
    static constexpr std::array words{tr_later("kept"), tr_later("partly"), tr_later("not kept"),
                                      tr_later("did not apply"), no_entry};
    return tr(words.at(static_cast<std::size_t>(dot)));
}

void draw_dot(UiState& state, DotState dot, const Rect& square) {
    const Theme& colors = state.theme();
    Pen pen(state.draw, square, colors.primary);
    Pen muted(state.draw, square, colors.text_muted);
    constexpr Point middle{12, 12};
    switch (dot) {
        case DotState::kept:
            pen.dot(middle, 10);
            break;
        case DotState::partly:
            pen.circle(middle, 9);
            pen.half_dot(middle, 9);
            break;
        case DotState::broken:
            muted.line({{5, 12}, {19, 12}});
            break;
        case DotState::not_applicable:
            muted.dot(middle, 2.4F);
            break;
        case DotState::blank:
            Pen(state.draw, square, colors.line, state.px(1)).dashed_circle(middle, 9);
            break;
    }
}

Color shade(const UiState& state, int step) {
    // The lightest still differs from an empty cell, which has only its border.
    static constexpr std::array<float, shades> shares{0.18F, 0.36F, 0.56F, 0.78F, 1.0F};
    return blend(state.background(), state.theme().primary,
                 shares.at(static_cast<std::size_t>(step - 1)));
}

void draw_cell(UiState& state, const Rect& cell, const std::optional<float>& value, float high) {
    const float radius = state.px(4);
    if (value) {
        state.fill(cell, shade(state, shade_of(*value, high, shades)), radius);
    } else {
        state.outline(cell, state.theme().hairline, radius);
    }
}

void draw_shade_key(UiState& state, NodeId id, Point at, float cell) {
    const Face& small = state.face(TextStyle::caption);
    const Color words = state.theme().text_muted;
    const float gap = state.px(cell_gap_dp);
    const std::string_view less = tr_as("scale", "less");
    const std::string_view more = tr_as("scale", "more");
    const float words_px = small.width(less) + small.width(more) + 3 * gap;
    const float room = (state.column().width() - words_px) / shades - gap;
    const float side = std::floor(std::min({cell, small.line_height_px, room}));
    float x = at.x + state.draw_line(TextStyle::caption, at, less, words, id) + 2 * gap;
    for (int step = 1; step <= shades; ++step) {
        const float top = std::floor(at.y + (small.line_height_px - side) / 2);
        state.fill({x, top, x + side, top + side}, shade(state, step), state.px(4));
        x += side + gap;
    }
    state.draw_line(TextStyle::caption, {std::floor(x + gap), at.y}, more, words, id);
}

}  // namespace

void Ui::dot_strip(const DotStrip& strip) {
    UiState& state = *state_;
    const Face& small = state.face(TextStyle::caption);
    const auto count = static_cast<float>(std::max<std::size_t>(1, strip.days.size()));
    const float width = state.column().width();
    const float step = std::floor(std::min(state.px(dot_step_max_dp), width / count));
    const float dot = std::floor(std::min(state.px(dot_dp), step * 0.7F));
    const float labels_px =
        strip.day_labels.empty() ? 0 : small.line_height_px + state.px(cell_gap_dp);
    const Rect body = draw_chart_words(state, {.title = strip.title, .sentence = strip.sentence},
                                       labels_px + dot);
    const NodeId id = chart_id(state, strip.title);
    std::vector<float> centres;
    std::vector<float> widths;
    for (std::size_t i = 0; i < strip.days.size(); ++i) {
        const float centre = std::floor(body.left + step * (static_cast<float>(i) + 0.5F));
        const float left = centre - std::floor(dot / 2);
        draw_dot(state, strip.days[i], {left, body.bottom - dot, left + dot, body.bottom});
        if (i >= strip.day_labels.size()) continue;
        centres.push_back(centre);
        widths.push_back(small.width(strip.day_labels[i]));
    }
    for (const LabelPlace& place : thin_out(centres, widths, body.left, body.right, state.px(2))) {
        state.draw_line(TextStyle::caption, {place.start, body.top}, strip.day_labels[place.index],
                        state.theme().text_muted, id);
    }
    add_chart_days(state, id, body, strip.names, strip.days.size(),
                   [&](std::size_t day) { return say(strip.days[day]); });
}

void Ui::heat_calendar(const HeatCalendar& calendar) {
    UiState& state = *state_;
    const Face& small = state.face(TextStyle::caption);
    const float gap = state.px(cell_gap_dp);
    const float cell =
        std::floor(std::min(state.px(cell_max_dp), (state.column().width() + gap) / 7 - gap));
    const std::size_t weeks = (calendar.values.size() + 6) / 7;
    const float rows_px = static_cast<float>(weeks) * (cell + gap);
    const float line = small.line_height_px;
    const Rect body =
        draw_chart_words(state, {.title = calendar.title, .sentence = calendar.sentence},
                         line + gap + rows_px + gap + line);
    const NodeId id = chart_id(state, calendar.title);
    for (std::size_t day = 0; day < weekdays.size(); ++day) {
        const float centre = body.left + static_cast<float>(day) * (cell + gap) + cell / 2;
        const float left = std::floor(centre - small.width(weekdays.at(day)) / 2);
        state.draw_line(TextStyle::caption, {left, body.top}, weekdays.at(day),
                        state.theme().text_muted, id);
    }
    for (std::size_t i = 0; i < calendar.values.size(); ++i) {
        const float left = body.left + static_cast<float>(i % 7) * (cell + gap);
        const float top = body.top + line + gap + static_cast<float>(i / 7) * (cell + gap);
        draw_cell(state, {left, top, left + cell, top + cell}, calendar.values[i], calendar.high);
    }
    draw_shade_key(state, id, {body.left, body.bottom - line}, cell);
}

void Ui::range_band(const RangeBand& band) {
    UiState& state = *state_;
    const Theme& colors = state.theme();
    const Face& small = state.face(TextStyle::caption);
    const float thick = state.px(band_dp);
    const float over = state.px(4);  // what the middle's mark stands out
    const Rect body = draw_chart_words(state, {.title = band.title, .sentence = band.sentence},
                                       2 * over + thick + small.line_height_px);
    const NodeId id = chart_id(state, band.title);
    const auto x_of = [&](float share) {
        return std::floor(body.left + std::clamp(share, 0.0F, 1.0F) * body.width() + 0.5F);
    };
    const float top = body.top + over;
    state.fill({body.left, top, body.right, top + thick}, colors.sunken, thick / 2);
    const Rect span{x_of(band.low), top, std::max(x_of(band.high), x_of(band.low) + thick),
                    top + thick};
    state.fill(span, colors.primary_soft, thick / 2);
    state.outline(span, colors.primary, thick / 2, state.px(1));
    const float half = state.px(2);
    const float middle = std::clamp(x_of(band.middle), body.left + half, body.right - half);
    state.fill({middle - half, body.top, middle + half, top + thick + over}, colors.primary, half);
    const float words_top = body.bottom - small.line_height_px;
    state.draw_line(TextStyle::caption, {body.left, words_top}, "0 %", colors.text_muted, id);
    constexpr std::string_view all = "100 %";
    state.draw_line(TextStyle::caption, {std::floor(body.right - small.width(all)), words_top}, all,
                    colors.text_muted, id);
}

void Ui::qr_code(std::string_view label, std::span<const bool> modules, std::size_t width) {
    UiState& state = *state_;
    if (width == 0) return;
    const float size = std::min(state.column().width(), state.look.display_scale * qr_max_dp);
    const Rect place = state.place(size, size);
    const ModuleGrid grid =
        module_grid({place.left, place.top, place.right, place.top + size}, width);
    constexpr Color white{255, 255, 255};
    constexpr Color black{0, 0, 0};
    state.add_node({.id = mix(state.scopes.back(), label),
                    .role = Role::image,
                    .label = std::string(label),
                    .rect = grid.card});
    state.fill(grid.card, white);
    for (std::size_t row = 0; row * width < modules.size(); ++row) {
        const float top = grid.origin.y + static_cast<float>(row) * grid.module_px;
        for (std::size_t from = 0; from < width;) {
            std::size_t to = from;
            while (to < width && modules[row * width + to]) ++to;
            if (to > from) {
                state.fill(
                    {grid.origin.x + static_cast<float>(from) * grid.module_px, top,
                     grid.origin.x + static_cast<float>(to) * grid.module_px, top + grid.module_px},
                    black);
            }
            from = to + 1;
        }
    }
}

}  // namespace evenkeel::ui
