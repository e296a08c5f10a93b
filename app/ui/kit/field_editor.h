// What a text field keeps between frames, and what keys and pointer do to it. Places of the shown
// text are places of the text itself, unless dots stand for it or something is being composed.
#pragma once

#include "app/ui/kit/geometry.h"
#include "app/ui/kit/text_model.h"
#include "app/ui/kit/text_wrap.h"
#include "app/ui/kit/ui.h"

#include <optional>
#include <string>

namespace evenkeel::ui {

class FieldEditor {
public:
    FieldEditor(const std::string& text, FieldKind kind, std::size_t characters_max);

    // The text was changed by the program, as when a message was sent: edited from its end.
    void follow(const std::string& text);
    [[nodiscard]] const std::string& text() const { return model_.text(); }
    [[nodiscard]] const TextModel& model() const { return model_; }
    [[nodiscard]] FieldKind kind() const { return kind_; }

    // Call after each change and before `wrap` is read. Cheap when nothing changed.
    void lay_out(float width_px, float size_px, AdvanceOf advance);
    [[nodiscard]] const std::string& shown() const { return shown_; }
    [[nodiscard]] const TextWrap& wrap() const { return wrap_; }
    [[nodiscard]] std::size_t shown_caret() const;
    [[nodiscard]] TextRange shown_selection() const;
    [[nodiscard]] TextRange shown_composition() const;

    // True if the key means that the field is done: Enter in a line, Ctrl+Enter in lines.
    bool press(const platform::KeyPress& key, int rows);
    void type(std::string_view text);
    void compose(std::string_view text) { model_.compose(text); }

    // The person pressed at `shown_place`; soon after the last press at the same place it takes the
    // word, and then all.
    void point_at(std::size_t shown_place, std::int64_t now_ms);
    void drag_to(std::size_t shown_place);
    void put_caret(std::size_t shown_place);

    // Of the shown text, as a screen reader counts; the caret goes to `end`.
    void select_characters(int start, int end);

    // What the clipboard should hold now, once.
    [[nodiscard]] std::optional<std::string> take_copied();
    // Ctrl+V was pressed: `paste` is wanted.
    [[nodiscard]] bool takes_paste();
    void paste(std::string_view text) { model_.paste(text); }

    // True if the caret is elsewhere than at the last call, or is seen again.
    [[nodiscard]] bool takes_caret_move(bool is_focused);

    float scroll_px = 0;  // across in a line, downwards in lines

private:
    void command(char character, bool shift);
    void move_by_lines(int lines, Selecting selecting);
    void move_in_line(bool to_end, Selecting selecting);
    [[nodiscard]] std::size_t to_shown(std::size_t place) const;
    [[nodiscard]] std::size_t from_shown(std::size_t place) const;

    TextModel model_;
    FieldKind kind_;
    std::size_t characters_max_;
    std::string shown_;
    TextWrap wrap_;
    float width_px_ = -1;
    float size_px_ = -1;
    std::optional<float> goal_x_;  // kept while the caret moves over shorter lines
    std::optional<std::string> copied_;
    bool wants_paste_ = false;
    std::size_t followed_caret_ = 0;
    float followed_width_px_ = 0;
    bool followed_focus_ = false;
    std::int64_t pressed_ms_ = 0;
    std::size_t pressed_at_ = 0;
    int presses_ = 0;
};

}  // namespace evenkeel::ui
