#include "app/ui/kit/field_view.h"

#include <algorithm>
#include <cmath>

namespace evenkeel::ui {

// The part of a line that is wholly in sight.
TextRange FieldView::in_sight(TextWrap::Line line) const {
    TextRange range{line.start, line.end};
    const std::string& shown = editor_.shown();
    if (kind_ == FieldKind::lines) {
        while (range.end > range.start && shown[range.end - 1] == ' ') --range.end;
        return range;
    }
    const float right = editor_.scroll_px + places_.inner.width();
    range.start = editor_.wrap().place_at(0, editor_.scroll_px);
    if (editor_.wrap().x_of(range.start) < editor_.scroll_px) {
        do ++range.start;
        while (character_start(shown, range.start) != range.start);
    }
    range.end = editor_.wrap().place_at(0, right);
    while (range.end > range.start && editor_.wrap().x_of(range.end) > right) {
        range.end = character_start(shown, range.end - 1);
    }
    return range;
}

void FieldView::draw_text() const {
    const auto& lines = editor_.wrap().lines();
    const float scroll = kind_ == FieldKind::lines ? editor_.scroll_px : 0;
    const auto first = static_cast<std::size_t>(std::lround(scroll / places_.line_px));
    const auto rows =
        static_cast<std::size_t>(std::lround(places_.inner.height() / places_.line_px));
    for (std::size_t i = first; i < std::min(lines.size(), first + rows); ++i) {
        const float y = places_.inner.top + static_cast<float>(i - first) * places_.line_px;
        draw_line(lines[i], y, i + 1 == lines.size());
    }
    if (lines.size() > rows) draw_thumb(first, rows, lines.size());
}

Rect FieldView::caret() const {
    const std::size_t place = editor_.shown_caret();
    const float left = std::floor(x_of(place));
    float top = places_.inner.top;
    if (kind_ == FieldKind::lines) {
        const auto line = static_cast<float>(editor_.wrap().line_of(place));
        top += line * places_.line_px - editor_.scroll_px;
    }
    return {left, top, left + state_.px(caret_dp), top + places_.line_px};
}

float FieldView::x_of(std::size_t place) const {
    const float scroll = kind_ == FieldKind::lines ? 0 : editor_.scroll_px;
    return places_.inner.left + editor_.wrap().x_of(place) - scroll;
}

void FieldView::draw_line(TextWrap::Line line, float y, bool is_last) const {
    const TextRange part = in_sight(line);
    const TextRange chosen = editor_.shown_selection();
    const std::size_t from = std::max(chosen.start, line.start);
    const std::size_t to = std::min(chosen.end, line.end);
    if (state_.is_focused(id_) && !chosen.is_empty() && from <= to && chosen.end > line.start) {
        // A chosen line break shows as a little more.
        const bool goes_on = chosen.end > line.end && !is_last;
        const float end = to < line.end || is_last ? x_of(to) : right_of(line);
        const Rect band{x_of(from), y, end + (goes_on ? state_.px(4) : 0), y + places_.line_px};
        state_.fill(intersect(band, sight()), state_.theme().primary_soft);
    }
    const std::string_view words =
        std::string_view(editor_.shown()).substr(part.start, part.end - part.start);
    state_.draw_line(style, {x_of(part.start), y}, words, state_.theme().text, id_);
    const TextRange composed = editor_.shown_composition();
    const std::size_t first = std::max(composed.start, part.start);
    const std::size_t last = std::min(composed.end, part.end);
    if (first >= last) return;
    const float under = y + places_.line_px - state_.px(3);
    const float end = last < line.end || is_last ? x_of(last) : right_of(line);
    state_.fill({x_of(first), under, end, under + state_.px(1)}, state_.theme().text);
}

// The end of a line that another follows is, as a place, the start of that one.
float FieldView::right_of(TextWrap::Line line) const {
    const std::string_view words =
        std::string_view(editor_.shown()).substr(line.start, line.end - line.start);
    return std::min(sight().right, x_of(line.start) + state_.face(style).width(words));
}

Rect FieldView::sight() const {
    return {places_.inner.left, places_.box.top, places_.inner.right, places_.box.bottom};
}

void FieldView::draw_thumb(std::size_t first, std::size_t rows, std::size_t all) const {
    const float width = state_.px(3);
    const Rect& inner = places_.inner;
    const float per_line = inner.height() / static_cast<float>(all);
    const float top = inner.top + per_line * static_cast<float>(first);
    const float right = places_.box.right - state_.px(4);
    state_.fill({right - width, top, right, top + per_line * static_cast<float>(rows)},
                state_.theme().line, width / 2);
}

}  // namespace evenkeel::ui
