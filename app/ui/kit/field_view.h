// What stands in a text field's box: its lines, what is chosen or being composed, and the caret.
#pragma once

#include "app/ui/kit/field_editor.h"
#include "app/ui/kit/ui_state.h"

namespace evenkeel::ui {

// Where the parts of a field are.
struct FieldPlaces {
    Rect label;
    Rect box;
    Rect inner;  // where the text is
    Rect error;
    std::vector<std::string_view> label_lines;
    std::vector<std::string_view> error_lines;
    float line_px = 0;
};

// For one frame: all that is handed in outlives it.
class FieldView {
public:
    static constexpr TextStyle style = TextStyle::body;
    static constexpr float caret_dp = 2;

    FieldView(UiState& state, NodeId id, const FieldEditor& editor, const FieldPlaces& places,
              FieldKind kind)
        : state_(state), id_(id), editor_(editor), places_(places), kind_(kind) {}

    void draw_text() const;
    // Where the caret is, for drawing and for the keyboard's window of suggestions.
    [[nodiscard]] Rect caret() const;

private:
    [[nodiscard]] TextRange in_sight(TextWrap::Line line) const;
    [[nodiscard]] float x_of(std::size_t place) const;
    void draw_line(TextWrap::Line line, float y, bool is_last) const;
    [[nodiscard]] float right_of(TextWrap::Line line) const;
    [[nodiscard]] Rect sight() const;
    void draw_thumb(std::size_t first, std::size_t rows, std::size_t all) const;

    UiState& state_;
    NodeId id_;
    const FieldEditor& editor_;
    const FieldPlaces& places_;
    FieldKind kind_;
};

}  // namespace evenkeel::ui
