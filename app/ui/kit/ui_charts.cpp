// Charts over days: a line of self-ratings, bars of minutes. Days without a value stay empty and
// are shaded, so that charts below each other show the same missing days.
#include "app/ui/kit/chart_frame.h"
#include "app/ui/kit/chart_geometry.h"
#include "core/words/tr.h"

#include <cmath>

namespace evenkeel::ui {

namespace {

constexpr float plot_height_dp = 116;
constexpr float gutter_dp = 40;  // of value labels; the same in all charts, so that days line up
constexpr float label_gap_dp = 6;
constexpr float tick_gap_dp = 12;
constexpr float bar_max_dp = 22;
constexpr float bar_radius_dp = 4;
constexpr float line_dp = 2;
// More days than this are too close for markers with a rim.
constexpr std::size_t roomy_days_max = 45;
constexpr std::size_t named_gaps_max = 3;

struct Frame {
    NodeId id = 0;
    Plot plot;
    Rect body;
};

Frame begin(UiState& state, const ChartWords& words, const ValueAxis& values, const DayAxis& days) {
    const Face& small = state.face(TextStyle::caption);
    // Room above for the names of gaps, and for half of the topmost value's label.
    const float above = small.line_height_px;
    const float below = days.ticks.empty() ? std::floor(small.line_height_px / 2)
                                           : state.px(label_gap_dp) + small.line_height_px;
    const float plot_px = state.look.display_scale * plot_height_dp;
    Frame frame;
    frame.id = chart_id(state, words.title);
    frame.body = draw_chart_words(state, words, std::floor(above + plot_px + below));
    float gutter = state.px(gutter_dp);
    for (const ValueAxis::Tick& tick : values.ticks) {
        gutter = std::max(gutter, small.width(tick.label) + state.px(label_gap_dp));
    }
    frame.plot = {.area = {frame.body.left + std::ceil(gutter), frame.body.top + above,
                           frame.body.right, frame.body.bottom - below},
                  .days = std::max<std::size_t>(1, days.days),
                  .low = values.low,
                  .high = values.high};
    return frame;
}

void draw_value_ticks(UiState& state, const Frame& frame, const ValueAxis& axis) {
    const Face& small = state.face(TextStyle::caption);
    std::vector<float> centres;
    for (const ValueAxis::Tick& tick : axis.ticks) {
        const float y = std::floor(frame.plot.y_of(tick.value) + 0.5F);
        state.fill({frame.plot.area.left, y, frame.plot.area.right, y + state.px(1)},
                   state.theme().hairline);
        centres.push_back(y);
    }
    // From the top down, so that the order of the given ticks does not matter.
    std::vector<std::size_t> order(centres.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return centres[a] > centres[b]; });
    std::vector<float> upwards;
    for (const std::size_t i : order) upwards.push_back(-centres[i]);
    const std::vector<float> heights(centres.size(), small.line_height_px);
    const float far = frame.body.bottom + small.line_height_px;
    for (const LabelPlace& place : thin_out(upwards, heights, -far, far, 0)) {
        const std::string& label = axis.ticks[order[place.index]].label;
        const float top = centres[order[place.index]] - std::floor(small.line_height_px / 2);
        const float right = frame.plot.area.left - state.px(label_gap_dp);
        state.draw_line(TextStyle::caption, {std::floor(right - small.width(label)), top}, label,
                        state.theme().text_muted, frame.id);
    }
}

void draw_day_ticks(UiState& state, const Frame& frame, const DayAxis& axis) {
    const Face& small = state.face(TextStyle::caption);
    std::vector<float> centres;
    std::vector<float> widths;
    for (const DayAxis::Tick& tick : axis.ticks) {
        centres.push_back(frame.plot.x_of(tick.day));
        widths.push_back(small.width(tick.label));
    }
    const float top = frame.plot.area.bottom + state.px(label_gap_dp);
    // Not left of the plot, where the lowest value has its label.
    for (const LabelPlace& place :
         thin_out(centres, widths, frame.plot.area.left, frame.body.right, state.px(tick_gap_dp))) {
        state.draw_line(TextStyle::caption, {place.start, top}, axis.ticks[place.index].label,
                        state.theme().text_muted, frame.id);
    }
}

void shade_gaps(UiState& state, const Frame& frame, const DaySeries& values) {
    for (const Rect& gap : gaps(values, frame.plot)) {
        state.fill({std::floor(gap.left + 0.5F), gap.top, std::floor(gap.right + 0.5F), gap.bottom},
                   state.theme().sunken);
    }
}

// Above the plot, where no value can be, and right of the topmost value's label.
void name_gaps(UiState& state, const Frame& frame, const DaySeries& values) {
    const std::vector<Rect> all = gaps(values, frame.plot);
    if (all.size() > named_gaps_max) return;
    const Face& small = state.face(TextStyle::caption);
    std::vector<float> centres;
    for (const Rect& gap : all) centres.push_back(gap.centre().x);
    const std::vector<float> widths(all.size(), small.width(tr(no_entry)));
    for (const LabelPlace& place :
         thin_out(centres, widths, frame.plot.area.left, frame.body.right, state.px(tick_gap_dp))) {
        state.draw_line(TextStyle::caption, {place.start, frame.body.top}, tr(no_entry),
                        state.theme().text_muted, frame.id);
    }
}

// Series differ in shape too, for whoever does not see the colours.
void draw_marker(UiState& state, Point at, SeriesColor series, float radius, Color color) {
    const ImVec2 centre = to_imgui(at);
    const float side = radius * 0.9F;
    switch (series) {
        case SeriesColor::third:
            state.draw->AddRectFilled({at.x - side, at.y - side}, {at.x + side, at.y + side},
                                      to_imgui(color), radius / 4);
            return;
        case SeriesColor::fourth: {
            const float reach = radius * 1.25F;
            state.draw->AddQuadFilled({at.x, at.y - reach}, {at.x + reach, at.y},
                                      {at.x, at.y + reach}, {at.x - reach, at.y}, to_imgui(color));
            return;
        }
        default:
            state.draw->AddCircleFilled(centre, radius, to_imgui(color), 24);
    }
}

void draw_runs(UiState& state, const Frame& frame, const LineChart& chart) {
    if (intersect(frame.body, state.clips.back()).is_empty()) return;
    const bool is_roomy = frame.plot.days <= roomy_days_max;
    const float radius = state.px(is_roomy ? 4 : 2);
    const float stroke = state.look.display_scale * line_dp;
    const Color color = state.series(chart.color);
    for (const std::vector<Point>& run : line_runs(chart.values, frame.plot)) {
        for (const Point point : run) state.draw->PathLineTo(to_imgui(point));
        state.draw->PathStroke(to_imgui(color), 0, std::max(1.5F, stroke));
        for (const Point point : run) {
            if (is_roomy) {
                draw_marker(state, point, chart.color, radius + state.px(1), state.background());
            }
            draw_marker(state, point, chart.color, radius, color);
        }
    }
}

void draw_bars(UiState& state, const Frame& frame, const BarChart& chart) {
    if (intersect(frame.body, state.clips.back()).is_empty()) return;
    const Color color = state.series(chart.color);
    for (const Rect& bar : bars(chart.values, frame.plot, state.px(bar_max_dp), state.px(2))) {
        const float radius = std::min({state.px(bar_radius_dp), bar.width() / 3, bar.height() / 2});
        state.draw->AddRectFilled({bar.left, bar.top}, {bar.right, bar.bottom}, to_imgui(color),
                                  radius, ImDrawFlags_RoundCornersTop);
    }
}

void add_days(UiState& state, const Frame& frame, const DaySeries& values, const ValueAxis& axis,
              const DayNames& names) {
    if (axis.say == nullptr) return;
    const auto say = [&](std::size_t day) {
        return values[day] ? axis.say(*values[day]) : std::string(tr(no_entry));
    };
    add_chart_days(state, frame.id, frame.body, names, values.size(), say);
}

}  // namespace

void Ui::line_chart(const LineChart& chart, const DayAxis& axis) {
    UiState& state = *state_;
    const Frame frame =
        begin(state, {.title = chart.title, .sentence = chart.sentence}, chart.axis, axis);
    shade_gaps(state, frame, chart.values);
    draw_value_ticks(state, frame, chart.axis);
    name_gaps(state, frame, chart.values);
    draw_runs(state, frame, chart);
    draw_day_ticks(state, frame, axis);
    add_days(state, frame, chart.values, chart.axis, axis.names);
}

void Ui::bar_chart(const BarChart& chart, const DayAxis& axis) {
    UiState& state = *state_;
    const std::string_view dashed = chart.goal ? chart.goal_label : std::string_view{};
    const Frame frame =
        begin(state, {.title = chart.title, .sentence = chart.sentence, .dashed = dashed},
              chart.axis, axis);
    shade_gaps(state, frame, chart.values);
    draw_value_ticks(state, frame, chart.axis);
    draw_bars(state, frame, chart);
    if (chart.goal) {
        const Point from{frame.plot.area.left, frame.plot.y_of(*chart.goal)};
        draw_dashes(state, from, frame.plot.area.right, state.theme().text);
    }
    draw_day_ticks(state, frame, axis);
    add_days(state, frame, chart.values, chart.axis, axis.names);
}

}  // namespace evenkeel::ui
