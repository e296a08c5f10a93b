// A text field: its label above, the text in a box, what is wrong with it below.
#include "app/ui/kit/field_editor.h"
#include "app/ui/kit/ui_state.h"

#include <algorithm>
#include <cmath>

namespace evenkeel::ui {

namespace {

constexpr float label_gap_dp = 6;
constexpr float error_gap_dp = 4;
constexpr float padding_x_dp = 12;
constexpr float padding_y_dp = 8;
constexpr float radius_dp = 8;
constexpr float caret_dp = 2;
constexpr float width_in_flow_dp = 240;
constexpr TextStyle style = TextStyle::body;

struct Places {
    Rect label;
    Rect box;
    Rect inner;  // where the text is
    Rect error;
    std::vector<std::string_view> label_lines;
    std::vector<std::string_view> error_lines;
    float line_px = 0;
};

Places place_all(UiState& state, std::string_view label, const FieldOptions& options) {
    Places places;
    places.line_px = state.face(style).line_height_px;
    const bool flows = state.column().flows;
    const float width = flows ? std::min(state.px(width_in_flow_dp), state.column().width())
                              : state.column().width();
    const Face& label_face = state.face(TextStyle::label);
    const Face& error_face = state.face(TextStyle::caption);
    places.label_lines = label_face.wrap(label, width);
    const float label_px =
        label_face.line_height_px * static_cast<float>(places.label_lines.size());
    float error_px = 0;
    if (!options.error.empty()) {
        places.error_lines = error_face.wrap(options.error, width);
        error_px = state.px(error_gap_dp) +
                   error_face.line_height_px * static_cast<float>(places.error_lines.size());
    }
    const auto rows = static_cast<float>(options.kind == FieldKind::lines ? options.rows : 1);
    const float box_px =
        std::max(state.target_px(), rows * places.line_px + 2 * state.px(padding_y_dp));
    const float gap = state.px(label_gap_dp);
    const Rect all = state.place(label_px + gap + box_px + error_px, width);
    places.label = {all.left, all.top, all.right, all.top + label_px};
    places.box = {all.left, places.label.bottom + gap, all.right,
                  places.label.bottom + gap + box_px};
    places.error = {all.left, places.box.bottom + state.px(error_gap_dp), all.right, all.bottom};
    const float inset = std::floor((box_px - rows * places.line_px) / 2);
    places.inner = {places.box.left + state.px(padding_x_dp), places.box.top + inset,
                    places.box.right - state.px(padding_x_dp),
                    places.box.top + inset + rows * places.line_px};
    return places;
}

FieldEditor& editor_of(UiState& state, NodeId id, const std::string& text,
                       const FieldOptions& options) {
    std::shared_ptr<void>& kept = state.memory(id);
    // A passphrase that is shown or hidden is edited anew.
    if (!kept || static_cast<FieldEditor*>(kept.get())->kind() != options.kind) {
        kept = std::make_shared<FieldEditor>(text, options.kind, options.characters_max);
    }
    auto& editor = *static_cast<FieldEditor*>(kept.get());
    editor.follow(text);
    return editor;
}

void lay_out(UiState& state, FieldEditor& editor, const Places& places) {
    const Face& face = state.face(style);
    // The caret stands within the box even at the end of a full line.
    const float width = places.inner.width() - state.px(caret_dp);
    editor.lay_out(width, face.size_px,
                   [&face](std::uint32_t character) { return face.advance(character); });
}

std::size_t place_under(const UiState& state, const FieldEditor& editor, const Places& places,
                        FieldKind kind) {
    const Point at = state.pointer.position;
    if (kind != FieldKind::lines) {
        return editor.wrap().place_at(0, at.x - places.inner.left + editor.scroll_px);
    }
    const float row = std::floor((at.y - places.inner.top + editor.scroll_px) / places.line_px);
    const auto last = static_cast<float>(editor.wrap().lines().size() - 1);
    const auto line = static_cast<std::size_t>(std::clamp(row, 0.0F, last));
    return editor.wrap().place_at(line, at.x - places.inner.left);
}

void take_pointer(UiState& state, NodeId id, FieldEditor& editor, const Places& places,
                  FieldKind kind) {
    const Pointer& pointer = state.pointer;
    const bool is_mouse = pointer.kind == platform::PointerKind::mouse;
    const bool holds = is_mouse && pointer.is_down && pointer.pressed == id;
    if (holds && pointer.went_down) {
        editor.point_at(place_under(state, editor, places, kind), state.now_ms);
    } else if (holds && pointer.is_dragging) {
        editor.drag_to(place_under(state, editor, places, kind));
    } else if (!is_mouse && state.was_activated(id) && places.box.contains(pointer.position)) {
        editor.put_caret(place_under(state, editor, places, kind));
    }
}

// True if the person is done.
bool take_keys(UiState& state, FieldEditor& editor, const FieldOptions& options) {
    if (!state.input.for_field) return false;
    const platform::InputEvent event = *std::exchange(state.input.for_field, std::nullopt);
    bool submitted = false;
    if (const auto* key = std::get_if<platform::KeyPress>(&event)) {
        submitted = editor.press(*key, options.rows);
    } else if (const auto* typed = std::get_if<platform::TextInput>(&event)) {
        editor.type(typed->text);
    } else if (const auto* composed = std::get_if<platform::Composition>(&event)) {
        editor.compose(composed->text);
    }
    const Clipboard& clipboard = state.clipboard;
    if (const auto copied = editor.take_copied(); copied && clipboard.write) {
        clipboard.write(clipboard.context, *copied);
    }
    if (editor.takes_paste() && clipboard.read) editor.paste(clipboard.read(clipboard.context));
    return submitted;
}

// Lines that do not fit are an area that wheel and finger scroll, like a page; the caret pulls it
// along when it moves.
void take_scrolling(UiState& state, NodeId id, FieldEditor& editor, const Places& places) {
    const float all = static_cast<float>(editor.wrap().lines().size()) * places.line_px;
    const float hidden = all - places.inner.height();
    if (hidden <= 0) {
        editor.scroll_px = 0;
        return;
    }
    ScrollArea& area = state.areas[id];
    area.id = id;
    area.viewport = intersect(places.box, state.clips.back());
    area.content_height = area.viewport.height() + hidden;
    area.layer = state.layer;
    area.frame = state.frame_number;
    if (editor.takes_caret_move(state.is_focused(id))) {
        area.offset = editor.scroll_px;
        area.velocity = 0;
    } else {
        // By whole lines, so that none is cut.
        area.offset = std::clamp(area.offset, 0.0F, hidden);
        editor.scroll_px = std::round(area.offset / places.line_px) * places.line_px;
    }
}

// Scrolls no further than the caret asks for; downwards by whole lines, so that none is cut.
void follow_caret(FieldEditor& editor, const Places& places, FieldKind kind, float caret_px) {
    const std::size_t caret = editor.shown_caret();
    const float x = editor.wrap().x_of(caret);
    if (kind != FieldKind::lines) {
        const float width = places.inner.width() - caret_px;
        const float end = editor.wrap().x_of(editor.shown().size());
        editor.scroll_px = std::clamp(editor.scroll_px, x - width, x);
        editor.scroll_px = std::max(0.0F, std::min(editor.scroll_px, end - width));
        return;
    }
    const float top = static_cast<float>(editor.wrap().line_of(caret)) * places.line_px;
    const float height = places.inner.height();
    const float all = static_cast<float>(editor.wrap().lines().size()) * places.line_px;
    editor.scroll_px = std::clamp(editor.scroll_px, top + places.line_px - height, top);
    editor.scroll_px = std::max(0.0F, std::min(editor.scroll_px, all - height));
}

// The part of a line that is wholly in sight.
TextRange in_sight(const FieldEditor& editor, TextWrap::Line line, const Places& places,
                   FieldKind kind) {
    TextRange range{line.start, line.end};
    const std::string& shown = editor.shown();
    if (kind == FieldKind::lines) {
        while (range.end > range.start && shown[range.end - 1] == ' ') --range.end;
        return range;
    }
    const float right = editor.scroll_px + places.inner.width();
    range.start = editor.wrap().place_at(0, editor.scroll_px);
    if (editor.wrap().x_of(range.start) < editor.scroll_px) {
        do ++range.start;
        while (character_start(shown, range.start) != range.start);
    }
    range.end = editor.wrap().place_at(0, right);
    while (range.end > range.start && editor.wrap().x_of(range.end) > right) {
        range.end = character_start(shown, range.end - 1);
    }
    return range;
}

class FieldView {
public:
    FieldView(UiState& state, NodeId id, const FieldEditor& editor, const Places& places,
              FieldKind kind)
        : state_(state), id_(id), editor_(editor), places_(places), kind_(kind) {}

    void draw_text() const {
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

    // Where the caret is, for drawing and for the keyboard's window of suggestions.
    [[nodiscard]] Rect caret() const {
        const std::size_t place = editor_.shown_caret();
        const float left = std::floor(x_of(place));
        float top = places_.inner.top;
        if (kind_ == FieldKind::lines) {
            const auto line = static_cast<float>(editor_.wrap().line_of(place));
            top += line * places_.line_px - editor_.scroll_px;
        }
        return {left, top, left + state_.px(caret_dp), top + places_.line_px};
    }

private:
    [[nodiscard]] float x_of(std::size_t place) const {
        const float scroll = kind_ == FieldKind::lines ? 0 : editor_.scroll_px;
        return places_.inner.left + editor_.wrap().x_of(place) - scroll;
    }

    void draw_line(TextWrap::Line line, float y, bool is_last) const {
        const TextRange part = in_sight(editor_, line, places_, kind_);
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
    [[nodiscard]] float right_of(TextWrap::Line line) const {
        const std::string_view words =
            std::string_view(editor_.shown()).substr(line.start, line.end - line.start);
        return std::min(sight().right, x_of(line.start) + state_.face(style).width(words));
    }

    [[nodiscard]] Rect sight() const {
        return {places_.inner.left, places_.box.top, places_.inner.right, places_.box.bottom};
    }

    void draw_thumb(std::size_t first, std::size_t rows, std::size_t all) const {
        const float width = state_.px(3);
        const Rect& inner = places_.inner;
        const float per_line = inner.height() / static_cast<float>(all);
        const float top = inner.top + per_line * static_cast<float>(first);
        const float right = places_.box.right - state_.px(4);
        state_.fill({right - width, top, right, top + per_line * static_cast<float>(rows)},
                    state_.theme().line, width / 2);
    }

    UiState& state_;
    NodeId id_;
    const FieldEditor& editor_;
    const Places& places_;
    FieldKind kind_;
};

void draw_box(UiState& state, NodeId id, const Places& places, bool is_wrong) {
    const Theme& colors = state.theme();
    const float radius = state.px(radius_dp);
    state.fill(places.box, colors.sunken, radius);
    const bool is_focused = state.is_focused(id);
    const Color border = is_wrong ? colors.danger : is_focused ? colors.primary : colors.line;
    state.outline(places.box, border, radius, state.px(is_focused || is_wrong ? 2 : 1));
    state.focus_ring(id, places.box, radius);
}

void register_node(UiState& state, NodeId id, std::string_view label, const std::string& text,
                   const Places& places, const FieldOptions& options) {
    Node node{.id = id, .role = Role::text_field, .label = std::string(label), .rect = places.box};
    node.focusable = true;
    node.secret = options.kind == FieldKind::secret;
    if (!node.secret) node.value = text;
    state.add_node(std::move(node));
    if (options.error.empty()) return;
    state.add_node({.id = UiState::id_of(id, 1),
                    .role = Role::text,
                    .label = std::string(options.error),
                    .rect = places.error});
}

}  // namespace

Ui::FieldResult Ui::field(Key key, std::string_view label, std::string& text,
                          const FieldOptions& options) {
    UiState& state = *state_;
    const NodeId id = state.id_of(key);
    const Places places = place_all(state, label, options);
    FieldEditor& editor = editor_of(state, id, text, options);
    lay_out(state, editor, places);
    FieldResult result;
    take_pointer(state, id, editor, places, options.kind);
    const bool is_focused = state.is_focused(id);
    if (is_focused) result.submitted = take_keys(state, editor, options);
    result.changed = editor.text() != text;
    text = editor.text();
    lay_out(state, editor, places);
    if (is_focused) {
        follow_caret(editor, places, options.kind, state.px(caret_dp));
    } else if (options.kind != FieldKind::lines) {
        editor.scroll_px = 0;  // at rest a line is read from its start
    }
    if (options.kind == FieldKind::lines) take_scrolling(state, id, editor, places);
    register_node(state, id, label, text, places, options);

    state.draw_lines(TextStyle::label, places.label, places.label_lines, state.theme().text, 0, id);
    draw_box(state, id, places, !options.error.empty());
    state.draw_lines(TextStyle::caption, places.error, places.error_lines, state.theme().danger, 0,
                     UiState::id_of(id, 1));
    const OnBackground on(state, state.theme().sunken);
    const FieldView view(state, id, editor, places, options.kind);
    if (editor.shown().empty()) {
        const auto hint = state.face(style).wrap(options.hint, places.inner.width());
        const std::size_t rows =
            options.kind == FieldKind::lines ? static_cast<std::size_t>(options.rows) : 1;
        state.draw_lines(style, places.inner, std::span(hint).first(std::min(rows, hint.size())),
                         state.theme().text_muted, 0, id);
    }
    view.draw_text();
    if (is_focused) {
        state.fill(view.caret(), state.theme().primary);
        state.text_place = view.caret();
    }
    return result;
}

}  // namespace evenkeel::ui
