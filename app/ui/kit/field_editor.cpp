#include "app/ui/kit/field_editor.h"

#include "core/base/characters.h"

#include <algorithm>
#include <utility>

namespace evenkeel::ui {

namespace {

constexpr std::string_view dot = "\xE2\x80\xA2";
constexpr std::int64_t double_press_ms = 400;
// A line never wraps.
constexpr float endless_px = 1e9F;

TextBreaks breaks_of(FieldKind kind) {
    return kind == FieldKind::lines ? TextBreaks::kept : TextBreaks::none;
}

Reach reach_of(const platform::KeyPress& key) {
    return key.control ? Reach::word : Reach::character;
}

}  // namespace

FieldEditor::FieldEditor(const std::string& text, FieldKind kind, std::size_t characters_max)
    : model_(text, characters_max, breaks_of(kind)), kind_(kind), characters_max_(characters_max) {}

void FieldEditor::follow(const std::string& text) {
    if (text == model_.text()) return;
    model_ = TextModel(text, characters_max_, breaks_of(kind_));
    scroll_px = 0;
}

std::size_t FieldEditor::to_shown(std::size_t place) const {
    if (kind_ != FieldKind::secret) return place;
    return character_count(std::string_view(model_.text()).substr(0, place)) * dot.size();
}

std::size_t FieldEditor::from_shown(std::size_t place) const {
    const std::size_t composed = model_.composition().size();
    const std::size_t caret = to_shown(model_.caret());
    if (composed > 0 && place > caret) place = std::max(caret, place - composed);
    if (kind_ != FieldKind::secret) return place;
    std::size_t real = 0;
    for (std::size_t i = 0; i < place / dot.size() && real < model_.text().size(); ++i) {
        do ++real;
        while (real < model_.text().size() && character_start(model_.text(), real) != real);
    }
    return real;
}

void FieldEditor::lay_out(float width_px, float size_px, AdvanceOf advance) {
    std::string shown;
    if (kind_ == FieldKind::secret) {
        for (std::size_t i = character_count(model_.text()); i > 0; --i) shown += dot;
    } else {
        shown = model_.text();
    }
    shown.insert(to_shown(model_.caret()), model_.composition());
    if (shown == shown_ && width_px == width_px_ && size_px == size_px_) return;
    shown_ = std::move(shown);
    width_px_ = width_px;
    size_px_ = size_px;
    wrap_ = TextWrap(shown_, kind_ == FieldKind::lines ? width_px : endless_px, advance);
}

std::size_t FieldEditor::shown_caret() const {
    return to_shown(model_.caret()) + model_.composition().size();
}

TextRange FieldEditor::shown_selection() const {
    if (!model_.composition().empty()) return {};
    return {to_shown(model_.selection().start), to_shown(model_.selection().end)};
}

TextRange FieldEditor::shown_composition() const {
    const std::size_t start = to_shown(model_.caret());
    return {start, start + model_.composition().size()};
}

void FieldEditor::type(std::string_view text) {
    model_.compose({});
    model_.insert(text);
    goal_x_.reset();
}

bool FieldEditor::press(const platform::KeyPress& key, int rows) {
    using platform::KeyCode;
    const Selecting selecting = key.shift ? Selecting::yes : Selecting::no;
    if (key.key != KeyCode::up && key.key != KeyCode::down) goal_x_.reset();
    switch (key.key) {
        case KeyCode::enter:
            if (kind_ != FieldKind::lines || key.control) return true;
            model_.insert("\n");
            break;
        case KeyCode::left:
            model_.move_back(reach_of(key), selecting);
            break;
        case KeyCode::right:
            model_.move_on(reach_of(key), selecting);
            break;
        case KeyCode::up:
            move_by_lines(-1, selecting);
            break;
        case KeyCode::down:
            move_by_lines(1, selecting);
            break;
        case KeyCode::page_up:
            move_by_lines(-rows, selecting);
            break;
        case KeyCode::page_down:
            move_by_lines(rows, selecting);
            break;
        case KeyCode::home:
        case KeyCode::end: {
            const bool to_end = key.key == KeyCode::end;
            if (!key.control) {
                move_in_line(to_end, selecting);
            } else if (to_end) {
                model_.move_on(Reach::all, selecting);
            } else {
                model_.move_back(Reach::all, selecting);
            }
            break;
        }
        case KeyCode::backspace:
            model_.erase_before(reach_of(key));
            break;
        case KeyCode::del:
            model_.erase_after(reach_of(key));
            break;
        case KeyCode::letter:
            if (key.control) command(key.character, key.shift);
            break;
        default:
            break;
    }
    return false;
}

void FieldEditor::command(char character, bool shift) {
    // What dots stand for is not given to the clipboard.
    const bool may_copy = kind_ != FieldKind::secret && !model_.selection().is_empty();
    switch (character) {
        case 'a':
            model_.select_all();
            break;
        case 'c':
            if (may_copy) copied_ = model_.selected();
            break;
        case 'x':
            if (may_copy) copied_ = model_.cut();
            break;
        case 'v':
            wants_paste_ = true;
            break;
        case 'y':
            model_.redo();
            break;
        case 'z':
            shift ? model_.redo() : model_.undo();
            break;
        default:
            break;
    }
}

void FieldEditor::move_by_lines(int lines, Selecting selecting) {
    const std::size_t place = to_shown(model_.caret());
    const auto line = static_cast<int>(wrap_.line_of(place));
    const int target = line + lines;
    if (!goal_x_) goal_x_ = wrap_.x_of(place);
    if (target < 0) return model_.move_back(Reach::all, selecting);
    const auto last = static_cast<int>(wrap_.lines().size()) - 1;
    if (line == last && lines > 0) return model_.move_on(Reach::all, selecting);
    const auto wanted = static_cast<std::size_t>(std::min(target, last));
    model_.move_to(from_shown(wrap_.place_at(wanted, *goal_x_)), selecting);
}

void FieldEditor::move_in_line(bool to_end, Selecting selecting) {
    const std::size_t line = wrap_.line_of(to_shown(model_.caret()));
    model_.move_to(from_shown(wrap_.place_at(line, to_end ? endless_px : 0)), selecting);
}

void FieldEditor::point_at(std::size_t shown_place, std::int64_t now_ms) {
    const bool again = now_ms - pressed_ms_ <= double_press_ms && shown_place == pressed_at_;
    presses_ = again && presses_ > 0 ? presses_ % 3 + 1 : 1;
    pressed_ms_ = now_ms;
    pressed_at_ = shown_place;
    goal_x_.reset();
    if (presses_ == 2 && kind_ != FieldKind::secret) {
        model_.select(model_.word_at(from_shown(shown_place)));
    } else if (presses_ > 1) {
        model_.select_all();
    } else {
        model_.move_to(from_shown(shown_place), Selecting::no);
    }
}

void FieldEditor::drag_to(std::size_t shown_place) {
    if (presses_ == 1) model_.move_to(from_shown(shown_place), Selecting::yes);
}

void FieldEditor::put_caret(std::size_t shown_place) {
    presses_ = 0;
    model_.move_to(from_shown(shown_place), Selecting::no);
}

void FieldEditor::select_characters(int start, int end) {
    const auto place = [this](int characters) {
        const auto count = static_cast<std::size_t>(std::max(0, characters));
        return from_shown(first_characters(shown_, count).size());
    };
    goal_x_.reset();
    model_.select({place(start), place(end)});
}

std::optional<std::string> FieldEditor::take_copied() { return std::exchange(copied_, {}); }

bool FieldEditor::takes_caret_move(bool is_focused) {
    const bool stood = shown_caret() == followed_caret_ && width_px_ == followed_width_px_ &&
                       (followed_focus_ || !is_focused);
    followed_caret_ = shown_caret();
    followed_width_px_ = width_px_;
    followed_focus_ = is_focused;
    return !stood;
}

bool FieldEditor::takes_paste() { return std::exchange(wants_paste_, false); }

}  // namespace evenkeel::ui
