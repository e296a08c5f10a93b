#include "app/ui/kit/text_model.h"

#include "core/base/characters.h"

#include <algorithm>
#include <utility>

namespace evenkeel::ui {

namespace {

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

std::size_t next_place(std::string_view text, std::size_t place) {
    if (place >= text.size()) return text.size();
    do ++place;
    while (place < text.size() && is_continuation(text[place]));
    return place;
}

std::size_t previous_place(std::string_view text, std::size_t place) {
    return place == 0 ? 0 : character_start(text, place - 1);
}

enum class Kind { blank, word, sign };

Kind kind_at(std::string_view text, std::size_t place) {
    const char byte = text[place];
    if (byte == ' ' || byte == '\n') return Kind::blank;
    const bool is_ascii = static_cast<unsigned char>(byte) < 0x80;
    const bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= '0' && byte <= '9') || byte == '_' || byte == '\'';
    return !is_ascii || is_letter ? Kind::word : Kind::sign;
}

// At most `characters_max` characters, without what cannot be shown.
std::string cleaned(std::string_view text, TextBreaks breaks, std::size_t characters_max) {
    std::string result;
    while (true) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string line(text.substr(0, end));
        std::replace(line.begin(), line.end(), '\t', ' ');
        line = display_text(line, characters_max);
        characters_max -= character_count(line);
        result += line;
        if (end == text.size() || characters_max == 0) return result;
        result += breaks == TextBreaks::kept ? '\n' : ' ';
        --characters_max;
        text.remove_prefix(end + 1);
    }
}

}  // namespace

std::size_t character_count(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return !is_continuation(byte); }));
}

std::size_t character_start(std::string_view text, std::size_t place) {
    if (place >= text.size()) return text.size();
    while (place > 0 && is_continuation(text[place])) --place;
    return place;
}

TextModel::TextModel(std::string text, std::size_t characters_max, TextBreaks breaks)
    : now_{.text = std::move(text)}, characters_max_(characters_max), breaks_(breaks) {
    now_.caret = now_.anchor = now_.text.size();
}

TextRange TextModel::selection() const {
    return {std::min(now_.caret, now_.anchor), std::max(now_.caret, now_.anchor)};
}

std::string TextModel::selected() const {
    const TextRange range = selection();
    return now_.text.substr(range.start, range.end - range.start);
}

void TextModel::begin(Edit edit) {
    if (edit == Edit::other || edit != last_edit_ || !selection().is_empty()) {
        if (done_.size() == edit_steps_max) done_.erase(done_.begin());
        done_.push_back(now_);
    }
    undone_.clear();
    last_edit_ = edit;
}

void TextModel::replace_selection(std::string_view text, Edit edit) {
    const TextRange range = selection();
    const std::size_t kept = character_count(now_.text) - character_count(selected());
    const std::size_t room = characters_max_ > kept ? characters_max_ - kept : 0;
    const std::string clean = cleaned(text, breaks_, room);
    if (clean.empty() && range.is_empty()) return;
    begin(edit);
    now_.text.replace(range.start, range.end - range.start, clean);
    now_.caret = now_.anchor = range.start + clean.size();
}

void TextModel::insert(std::string_view text) {
    // A word is a step: the blank after it begins the next one.
    if (text == " " || text == "\n") last_edit_ = Edit::none;
    replace_selection(text, Edit::typing);
}

void TextModel::paste(std::string_view text) { replace_selection(text, Edit::other); }

void TextModel::erase(std::size_t from, std::size_t to) {
    if (!selection().is_empty()) return replace_selection({}, Edit::other);
    if (from == to) return;
    begin(Edit::erasing);
    now_.text.erase(from, to - from);
    now_.caret = now_.anchor = from;
}

void TextModel::erase_before(Reach reach) { erase(before(now_.caret, reach), now_.caret); }
void TextModel::erase_after(Reach reach) { erase(now_.caret, after(now_.caret, reach)); }

std::string TextModel::cut() {
    std::string text = selected();
    if (!text.empty()) replace_selection({}, Edit::other);
    return text;
}

std::size_t TextModel::before(std::size_t place, Reach reach) const {
    if (reach == Reach::all) return 0;
    if (reach == Reach::character) return previous_place(now_.text, place);
    const auto kind = [&] { return kind_at(now_.text, previous_place(now_.text, place)); };
    while (place > 0 && kind() == Kind::blank) place = previous_place(now_.text, place);
    if (place == 0) return 0;
    const Kind word = kind();
    while (place > 0 && kind() == word) place = previous_place(now_.text, place);
    return place;
}

std::size_t TextModel::after(std::size_t place, Reach reach) const {
    const std::size_t end = now_.text.size();
    if (reach == Reach::all) return end;
    if (reach == Reach::character) return next_place(now_.text, place);
    while (place < end && kind_at(now_.text, place) == Kind::blank) {
        place = next_place(now_.text, place);
    }
    if (place == end) return end;
    const Kind word = kind_at(now_.text, place);
    while (place < end && kind_at(now_.text, place) == word) place = next_place(now_.text, place);
    return place;
}

void TextModel::move_back(Reach reach, Selecting selecting) {
    const TextRange range = selection();
    const bool leaves = selecting == Selecting::no && !range.is_empty();
    move_to(leaves && reach == Reach::character ? range.start : before(now_.caret, reach),
            selecting);
}

void TextModel::move_on(Reach reach, Selecting selecting) {
    const TextRange range = selection();
    const bool leaves = selecting == Selecting::no && !range.is_empty();
    move_to(leaves && reach == Reach::character ? range.end : after(now_.caret, reach), selecting);
}

void TextModel::move_to(std::size_t place, Selecting selecting) {
    now_.caret = character_start(now_.text, place);
    if (selecting == Selecting::no) now_.anchor = now_.caret;
    last_edit_ = Edit::none;
}

void TextModel::select(TextRange range) {
    move_to(range.start, Selecting::no);
    move_to(range.end, Selecting::yes);
}

TextRange TextModel::word_at(std::size_t place) const {
    if (now_.text.empty()) return {};
    place = character_start(now_.text, place);
    if (place == now_.text.size()) place = previous_place(now_.text, place);
    const Kind kind = kind_at(now_.text, place);
    TextRange range{place, place};
    while (range.start > 0) {
        const std::size_t previous = previous_place(now_.text, range.start);
        if (kind_at(now_.text, previous) != kind) break;
        range.start = previous;
    }
    while (range.end < now_.text.size() && kind_at(now_.text, range.end) == kind) {
        range.end = next_place(now_.text, range.end);
    }
    return range;
}

bool TextModel::undo() {
    if (done_.empty()) return false;
    undone_.push_back(std::exchange(now_, std::move(done_.back())));
    done_.pop_back();
    last_edit_ = Edit::none;
    return true;
}

bool TextModel::redo() {
    if (undone_.empty()) return false;
    done_.push_back(std::exchange(now_, std::move(undone_.back())));
    undone_.pop_back();
    last_edit_ = Edit::none;
    return true;
}

void TextModel::compose(std::string_view text) {
    composition_ = cleaned(text, TextBreaks::none, characters_max_);
}

}  // namespace evenkeel::ui
