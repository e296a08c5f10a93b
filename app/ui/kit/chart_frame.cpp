#include "app/ui/kit/chart_frame.h"

#include <algorithm>
#include <cmath>

namespace evenkeel::ui {

namespace {

constexpr float gap_dp = 8;
constexpr float dash_dp = 5;
constexpr float dash_gap_dp = 4;
constexpr float sample_dp = 23;  // three dashes

}  // namespace

// A chart is shown once in a place, so its title is name enough; titles are literals of screens.
NodeId chart_id(const UiState& state, std::string_view title) {
    return mix(state.scopes.back(), title);
}

void add_chart_days(UiState& state, NodeId chart, const Rect& body, const DayNames& names,
                    std::size_t days, Body<std::string(std::size_t)> say) {
    if (!state.is_read_aloud || names.name == nullptr || days == 0) return;
    auto& nodes = state.tree.nodes;
    const auto found = std::find_if(nodes.rbegin(), nodes.rend(),
                                    [chart](const Node& node) { return node.id == chart; });
    state.parents.push_back(static_cast<int>(nodes.rend() - found) - 1);
    const float width = body.width() / static_cast<float>(days);
    for (std::size_t i = 0; i < days; ++i) {
        const float left = body.left + width * static_cast<float>(i);
        state.add_node({.id = UiState::id_of(chart, i),
                        .role = Role::item,
                        .label = names.name(names.first + static_cast<std::int32_t>(i)),
                        .value = say(i),
                        .rect = {left, body.top, left + width, body.bottom}});
    }
    state.parents.pop_back();
}

void draw_dashes(UiState& state, Point from, float to_x, Color color) {
    const float thick = state.px(2);
    const float top = std::floor(from.y - thick / 2 + 0.5F);
    const float step = state.px(dash_dp) + state.px(dash_gap_dp);
    for (float x = std::floor(from.x); x < to_x; x += step) {
        state.fill({x, top, std::min(to_x, x + state.px(dash_dp)), top + thick}, color);
    }
}

Rect draw_chart_words(UiState& state, const ChartWords& words, float body_px) {
    const float width = state.column().width();
    const Face& title_face = state.face(TextStyle::label);
    const Face& small = state.face(TextStyle::caption);
    const auto titles = title_face.wrap(words.title, width);
    const auto sentences = words.sentence.empty() ? std::vector<std::string_view>{}
                                                  : small.wrap(words.sentence, width);
    const float sample = state.px(sample_dp) + state.px(gap_dp);
    const float dashed_width = words.dashed.empty() ? 0 : sample + small.width(words.dashed);
    const bool is_beside =
        titles.size() == 1 &&
        title_face.width(titles.front()) + state.px(2 * gap_dp) + dashed_width <= width;
    const float title_px = title_face.line_height_px * static_cast<float>(titles.size());
    const float dashed_px = words.dashed.empty() || is_beside ? 0 : small.line_height_px;
    const float sentence_px = small.line_height_px * static_cast<float>(sentences.size());
    const Rect all = state.place(title_px + sentence_px + dashed_px + state.px(gap_dp) + body_px);

    const NodeId id = chart_id(state, words.title);
    // Who listens has no other way to it than Tab, which also brings it into view.
    state.add_node({.id = id,
                    .role = Role::chart,
                    .label = std::string(words.title),
                    .value = std::string(words.sentence),
                    .rect = all,
                    .focusable = state.is_read_aloud});
    const Theme& colors = state.theme();
    state.draw_lines(TextStyle::label, {all.left, all.top, all.right, all.top + title_px}, titles,
                     colors.text, 0, id);
    const float sentence_top = all.top + title_px;
    state.draw_lines(TextStyle::caption,
                     {all.left, sentence_top, all.right, sentence_top + sentence_px}, sentences,
                     colors.text_muted, 0, id);
    if (!words.dashed.empty()) {
        const float left = is_beside ? all.right - dashed_width : all.left;
        const float top = is_beside ? std::floor(all.top + (title_px - small.line_height_px) / 2)
                                    : sentence_top + sentence_px;
        const float middle = top + small.line_height_px / 2;
        draw_dashes(state, {left, middle}, left + state.px(sample_dp), colors.text);
        state.draw_line(TextStyle::caption, {left + sample, top}, words.dashed, colors.text, id);
    }
    return {all.left, all.bottom - body_px, all.right, all.bottom};
}

}  // namespace evenkeel::ui
