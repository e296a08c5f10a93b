// What happens to a text while it is edited: caret, selection, undo. No drawing, no keys, no clock.
// Places are byte offsets that always lie between characters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace evenkeel::ui {

// Older steps are forgotten: a person goes back a thought or two, and each step keeps the text.
constexpr std::size_t edit_steps_max = 200;

struct TextRange {
    std::size_t start = 0;
    std::size_t end = 0;
    [[nodiscard]] bool is_empty() const { return start == end; }
    friend bool operator==(const TextRange&, const TextRange&) = default;
};

enum class TextBreaks { none, kept };  // none: a line break that is typed or pasted becomes a space
enum class Reach { character, word, all };
enum class Selecting { no, yes };  // yes: what lies between stays or becomes selected

class TextModel {
public:
    TextModel(std::string text, std::size_t characters_max, TextBreaks breaks);

    [[nodiscard]] const std::string& text() const { return now_.text; }
    [[nodiscard]] std::size_t caret() const { return now_.caret; }
    [[nodiscard]] TextRange selection() const;
    [[nodiscard]] std::string selected() const;

    // All of these put the text in place of the selection, and leave nothing selected.
    void insert(std::string_view text);  // typed: joins what was typed just before, for undo
    void paste(std::string_view text);   // one undo step of its own
    void erase_before(Reach reach);
    void erase_after(Reach reach);
    std::string cut();

    void move_back(Reach reach, Selecting selecting);
    void move_on(Reach reach, Selecting selecting);
    // Moved to the nearest place between characters that is not after `place`.
    void move_to(std::size_t place, Selecting selecting);
    void select(TextRange range);
    void select_all() { select({0, now_.text.size()}); }
    // The word at a place, or the blanks or signs there.
    [[nodiscard]] TextRange word_at(std::size_t place) const;

    bool undo();  // false: nothing to go back to
    bool redo();

    // The unfinished text of an input method. It is shown at the caret and no part of `text`.
    void compose(std::string_view text);
    [[nodiscard]] const std::string& composition() const { return composition_; }

private:
    struct State {
        std::string text;
        std::size_t caret = 0;
        std::size_t anchor = 0;  // the other end of the selection
    };
    enum class Edit { none, typing, erasing, other };

    [[nodiscard]] std::size_t before(std::size_t place, Reach reach) const;
    [[nodiscard]] std::size_t after(std::size_t place, Reach reach) const;
    void begin(Edit edit);  // a step of undo, unless it continues the one before
    void replace_selection(std::string_view text, Edit edit);
    void erase(std::size_t from, std::size_t to);

    State now_;
    std::vector<State> done_;
    std::vector<State> undone_;
    Edit last_edit_ = Edit::none;
    std::size_t characters_max_;
    TextBreaks breaks_;
    std::string composition_;
};

// How many characters a text has; broken bytes count as one each.
std::size_t character_count(std::string_view text);
// The nearest place between characters at or before `place`.
std::size_t character_start(std::string_view text, std::size_t place);

}  // namespace evenkeel::ui
