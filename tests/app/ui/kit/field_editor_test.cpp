#include "app/ui/kit/field_editor.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::ui {
namespace {

using platform::KeyCode;

// Ten pixels a character, forty pixels wide.
class Field {
public:
    explicit Field(FieldKind kind, const std::string& text = {}) : editor(text, kind, 1'000) {
        lay_out();
    }
    void lay_out() {
        editor.lay_out(40, 16, [](std::uint32_t) { return 10.0F; });
    }
    bool press(KeyCode key, bool shift = false, bool control = false) {
        const bool done = editor.press({.key = key, .shift = shift, .control = control}, 2);
        lay_out();
        return done;
    }
    void command(char character) {
        editor.press({.key = KeyCode::letter, .character = character, .control = true}, 2);
        lay_out();
    }
    [[nodiscard]] std::string picture() const {
        std::string text = editor.text();
        const TextRange range = editor.model().selection();
        if (range.is_empty()) return text.insert(editor.model().caret(), "|");
        text.insert(range.end, "]");
        return text.insert(range.start, "[");
    }

    FieldEditor editor;
};

TEST_CASE("Enter ends a line and breaks lines, where Ctrl and Enter ends them") {
    Field line(FieldKind::line);
    CHECK(line.press(KeyCode::enter));
    CHECK(line.editor.text().empty());
    Field lines(FieldKind::lines);
    CHECK_FALSE(lines.press(KeyCode::enter));
    CHECK(lines.editor.text() == "\n");
    CHECK(lines.press(KeyCode::enter, false, true));
}

TEST_CASE("up and down walk over wrapped lines and keep to their column") {
    Field field(FieldKind::lines, "one two a abc");  // "one ", "two ", "a ", "abc"
    field.press(KeyCode::up);
    CHECK(field.picture() == "one two a| abc");
    field.press(KeyCode::up);
    CHECK(field.picture() == "one two| a abc");
    field.press(KeyCode::up);
    CHECK(field.picture() == "one| two a abc");
    field.press(KeyCode::up);
    CHECK(field.picture() == "|one two a abc");
    field.press(KeyCode::page_down, true);
    CHECK(field.picture() == "[one two ]a abc");
    field.press(KeyCode::down);
    field.press(KeyCode::down);
    CHECK(field.picture() == "one two a abc|");
}

TEST_CASE("Home and End go to the ends of the line that is seen") {
    Field field(FieldKind::lines, "one two");
    field.press(KeyCode::home);
    CHECK(field.picture() == "one |two");
    field.press(KeyCode::up);
    field.press(KeyCode::end);
    CHECK(field.picture() == "one| two");
    field.press(KeyCode::end, true, true);
    CHECK(field.picture() == "one[ two]");
}

TEST_CASE("copy, cut and paste go through the clipboard") {
    Field field(FieldKind::line, "good day");
    field.command('c');
    CHECK_FALSE(field.editor.take_copied());
    field.command('a');
    field.command('c');
    CHECK(field.editor.take_copied() == "good day");
    field.command('x');
    CHECK(field.editor.take_copied() == "good day");
    CHECK(field.editor.text().empty());
    field.command('z');
    CHECK(field.picture() == "[good day]");
    CHECK_FALSE(field.editor.takes_paste());
    field.command('v');
    CHECK(field.editor.takes_paste());
}

TEST_CASE("a secret shows dots and never reaches the clipboard") {
    Field field(FieldKind::secret, "ge häm");
    CHECK(field.editor.shown() == "••••••");
    field.command('a');
    field.command('c');
    CHECK_FALSE(field.editor.take_copied());
    field.command('x');
    CHECK_FALSE(field.editor.take_copied());
    CHECK(field.editor.text() == "ge häm");
    // A press between the dots is a press between the characters.
    field.editor.put_caret(5 * 3);
    CHECK(field.picture() == "ge hä|m");
    CHECK(field.editor.shown_caret() == 5 * 3);
    // Where words end is a secret too.
    field.editor.point_at(3, 1'000);
    field.editor.point_at(3, 1'100);
    CHECK(field.picture() == "[ge häm]");
}

TEST_CASE("a press sets the caret, a second one takes the word, a third one all") {
    Field field(FieldKind::line, "good day");
    field.editor.point_at(6, 10'000);
    CHECK(field.picture() == "good d|ay");
    field.editor.point_at(6, 10'300);
    CHECK(field.picture() == "good [day]");
    field.editor.point_at(6, 10'600);
    CHECK(field.picture() == "[good day]");
    field.editor.point_at(6, 20'000);
    CHECK(field.picture() == "good d|ay");
    field.editor.drag_to(2);
    CHECK(field.picture() == "go[od d]ay");
}

TEST_CASE("a composition is shown at the caret, underlined, and is not yet text") {
    Field field(FieldKind::line, "ab");
    field.press(KeyCode::left);
    field.editor.compose("xyz");
    field.lay_out();
    CHECK(field.editor.shown() == "axyzb");
    CHECK(field.editor.shown_composition() == TextRange{1, 4});
    CHECK(field.editor.shown_caret() == 4);
    CHECK(field.editor.text() == "ab");
    field.editor.type("漢");
    field.lay_out();
    CHECK(field.editor.shown() == "a漢b");
    CHECK(field.editor.shown_composition().is_empty());
}

TEST_CASE("a text that the program emptied is edited anew") {
    Field field(FieldKind::line, "sent");
    field.editor.follow("");
    field.lay_out();
    CHECK(field.picture() == "|");
    field.command('z');
    CHECK(field.picture() == "|");
}

}  // namespace
}  // namespace evenkeel::ui
