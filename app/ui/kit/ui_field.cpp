// A text field: its label above, the text in a box, what is wrong with it below.
#include "app/ui/kit/field_view.h"

#include <algorithm>
#include <cmath>

namespace evenkeel::ui {

namespace {

constexpr float label_gap_dp = 6;
constexpr float error_gap_dp = 4;
constexpr float padding_x_dp = 12;
constexpr float padding_y_dp = 8;
constexpr float radius_dp = 8;
constexpr float width_in_flow_dp = 240;
constexpr TextStyle style = FieldView::style;

FieldPlaces place_all(UiState& state, std::string_view label, const FieldOptions& options) {
    FieldPlaces places;
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

void lay_out(UiState& state, FieldEditor& editor, const FieldPlaces& places) {
    const Face& face = state.face(style);
    // The caret stands within the box even at the end of a full line.
    const float width = places.inner.width() - state.px(FieldView::caret_dp);
    editor.lay_out(width, face.size_px,
                   [&face](std::uint32_t character) { return face.advance(character); });
}

std::size_t place_under(const UiState& state, const FieldEditor& editor, const FieldPlaces& places,
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

void take_pointer(UiState& state, NodeId id, FieldEditor& editor, const FieldPlaces& places,
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
    } else if (const auto* chosen = std::get_if<platform::TextSelection>(&event)) {
        editor.select_characters(chosen->start, chosen->end);
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
void take_scrolling(UiState& state, NodeId id, FieldEditor& editor, const FieldPlaces& places) {
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
void follow_caret(FieldEditor& editor, const FieldPlaces& places, FieldKind kind, float caret_px) {
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

void draw_box(UiState& state, NodeId id, const FieldPlaces& places, bool is_wrong) {
    const Theme& colors = state.theme();
    const float radius = state.px(radius_dp);
    state.fill(places.box, colors.sunken, radius);
    const bool is_focused = state.is_focused(id);
    const Color border = is_wrong ? colors.danger : is_focused ? colors.primary : colors.line;
    state.outline(places.box, border, radius, state.px(is_focused || is_wrong ? 2 : 1));
    state.focus_ring(id, places.box, radius);
}

std::shared_ptr<const EditedText> edited_text(const FieldEditor& editor) {
    EditedText edited{.shown = editor.shown(),
                      .caret = editor.shown_caret(),
                      .selection = editor.shown_selection(),
                      .has_lines = editor.kind() == FieldKind::lines};
    for (const TextWrap::Line& line : editor.wrap().lines()) {
        edited.line_starts.push_back(line.start);
    }
    return std::make_shared<const EditedText>(std::move(edited));
}

void register_node(UiState& state, NodeId id, std::string_view label, const FieldEditor& editor,
                   const FieldPlaces& places, const FieldOptions& options) {
    Node node{.id = id, .role = Role::text_field, .label = std::string(label), .rect = places.box};
    node.focusable = true;
    node.secret = options.kind == FieldKind::secret;
    if (!node.secret) node.value = editor.text();
    if (state.is_read_aloud) node.edited = edited_text(editor);
    state.add_node(std::move(node));
    if (options.error.empty()) return;
    state.add_node({.id = UiState::id_of(id, 1),
                    .role = Role::text,
                    .label = std::string(options.error),
                    .rect = places.error,
                    .news = 1});
}

}  // namespace

Ui::FieldResult Ui::field(Key key, std::string_view label, std::string& text,
                          const FieldOptions& options) {
    UiState& state = *state_;
    const NodeId id = state.id_of(key);
    const FieldPlaces places = place_all(state, label, options);
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
        follow_caret(editor, places, options.kind, state.px(FieldView::caret_dp));
    } else if (options.kind != FieldKind::lines) {
        editor.scroll_px = 0;  // at rest a line is read from its start
    }
    if (options.kind == FieldKind::lines) take_scrolling(state, id, editor, places);
    register_node(state, id, label, editor, places, options);

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
    if (options.takes_focus) set_focus(id);
    return result;
}

}  // namespace evenkeel::ui
