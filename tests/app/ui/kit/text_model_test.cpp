#include "app/ui/kit/text_model.h"

#include "core/base/characters.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <random>

namespace evenkeel::ui {
namespace {

TextModel line(std::string text = {}, std::size_t characters_max = 1'000) {
    return {std::move(text), characters_max, TextBreaks::none};
}

// The text with | at the caret and [ ] around what is selected.
std::string picture(const TextModel& model) {
    std::string text = model.text();
    const TextRange range = model.selection();
    if (range.is_empty()) return text.insert(model.caret(), "|");
    text.insert(range.end, "]");
    return text.insert(range.start, "[");
}

bool is_whole(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (!next_code_point(text, at)) return false;
    }
    return true;
}

TEST_CASE("typing puts characters at the caret") {
    TextModel model = line("Mo day");
    model.move_to(2, Selecting::no);
    model.insert("n");
    CHECK(picture(model) == "Mon| day");
}

TEST_CASE("typing replaces what is selected") {
    TextModel model = line("good bad day");
    model.select({5, 8});
    CHECK(picture(model) == "good [bad] day");
    model.insert("ok");
    CHECK(picture(model) == "good ok| day");
}

TEST_CASE("a character of several bytes is one character") {
    TextModel model = line("früh");
    model.move_back(Reach::character, Selecting::no);
    model.move_back(Reach::character, Selecting::yes);
    CHECK(picture(model) == "fr[ü]h");
    model.erase_before(Reach::character);
    CHECK(picture(model) == "fr|h");
    model.erase_after(Reach::character);
    CHECK(picture(model) == "fr|");
    model.move_to(0, Selecting::no);
    model.insert("ä");
    model.move_to(1, Selecting::no);
    CHECK(picture(model) == "|äfr");
}

TEST_CASE("words are walked over, and erased, one by one") {
    TextModel model = line("the phone, in bed");
    model.move_back(Reach::word, Selecting::no);
    CHECK(picture(model) == "the phone, in |bed");
    model.move_back(Reach::word, Selecting::no);
    model.move_back(Reach::word, Selecting::no);
    CHECK(picture(model) == "the phone|, in bed");
    model.move_back(Reach::word, Selecting::yes);
    CHECK(picture(model) == "the [phone], in bed");
    model.move_on(Reach::word, Selecting::no);
    CHECK(picture(model) == "the phone|, in bed");
    model.erase_before(Reach::word);
    CHECK(picture(model) == "the |, in bed");
    model.erase_after(Reach::all);
    CHECK(picture(model) == "the |");
}

TEST_CASE("an arrow leaves the selection at the side it points to") {
    TextModel model = line("one two");
    model.select({1, 5});
    model.move_back(Reach::character, Selecting::no);
    CHECK(picture(model) == "o|ne two");
    model.select({1, 5});
    model.move_on(Reach::character, Selecting::no);
    CHECK(picture(model) == "one t|wo");
}

TEST_CASE("a double press takes the word under it") {
    const TextModel model = line("no phone-free evening");
    CHECK(model.word_at(4) == TextRange{3, 8});
    CHECK(model.word_at(8) == TextRange{8, 9});
    CHECK(model.word_at(21) == TextRange{14, 21});
    CHECK(line().word_at(0) == TextRange{});
}

TEST_CASE("undo takes back a word at a time, and redo brings it again") {
    TextModel model = line();
    for (const char* typed : {"g", "o", "o", "d", " ", "d", "a", "y"}) model.insert(typed);
    CHECK(model.undo());
    CHECK(picture(model) == "good|");
    CHECK(model.undo());
    CHECK(picture(model) == "|");
    CHECK_FALSE(model.undo());
    CHECK(model.redo());
    CHECK(model.redo());
    CHECK(picture(model) == "good day|");
    CHECK_FALSE(model.redo());
}

TEST_CASE("each text that is pasted is a step of its own") {
    TextModel model = line();
    model.paste("one");
    model.paste("two");
    CHECK(model.undo());
    CHECK(picture(model) == "one|");
}

TEST_CASE("what was undone is gone when something else is typed") {
    TextModel model = line("a");
    model.insert("b");
    model.undo();
    model.insert("c");
    CHECK_FALSE(model.redo());
    CHECK(model.text() == "ac");
}

TEST_CASE("cut takes the selection out and hands it over") {
    TextModel model = line("sleep well");
    model.select({5, 10});
    CHECK(model.cut() == " well");
    CHECK(picture(model) == "sleep|");
    CHECK(model.cut().empty());
    model.undo();
    CHECK(picture(model) == "sleep[ well]");
}

TEST_CASE("a text never grows beyond its limit, counted in characters") {
    TextModel model = line({}, 5);
    model.paste("äöüäöü");
    CHECK(model.text() == "äöüäö");
    model.insert("x");
    CHECK(model.text() == "äöüäö");
    model.select({0, 2});
    model.insert("xyz");
    CHECK(model.text() == "xöüäö");
}

TEST_CASE("a line takes no line breaks and lines keep them") {
    TextModel one = line();
    one.paste("a\nb\r\nc\td");
    CHECK(one.text() == "a b c d");
    TextModel many({}, 1'000, TextBreaks::kept);
    many.paste("a\nb\r\n\nc");
    CHECK(many.text() == "a\nb\n\nc");
}

TEST_CASE("broken bytes and control characters do not get in") {
    TextModel model = line();
    model.paste("a\xFF\x01\xC3z\xE2\x80\xAE");
    CHECK(model.text() == "az");
}

TEST_CASE("an unfinished composition is no part of the text") {
    TextModel model = line("ka");
    model.compose("nji");
    CHECK(model.text() == "ka");
    CHECK(model.composition() == "nji");
    model.compose({});
    CHECK_FALSE(model.undo());
}

struct Editing {
    std::mt19937 random;
    TextModel model;

    std::size_t number(std::size_t below) {
        return std::uniform_int_distribution<std::size_t>(0, below - 1)(random);
    }
    Reach reach() { return static_cast<Reach>(number(2)); }
    Selecting selecting() { return static_cast<Selecting>(number(2)); }

    void do_something() {
        static constexpr std::array<const char*, 8> words{"a",  " ",     "ß", "日",
                                                          "\n", "don't", "—", "😀"};
        switch (number(11)) {
            case 0:
            case 1:
            case 2:
                return model.insert(words.at(number(words.size())));
            case 3:
                return model.paste("two wörds\nhere");
            case 4:
                return model.erase_before(reach());
            case 5:
                return model.erase_after(reach());
            case 6:
                return model.move_back(reach(), selecting());
            case 7:
                return model.move_on(reach(), selecting());
            case 8:
                return model.move_to(number(40), selecting());
            case 9:
                return model.select(model.word_at(number(40)));
            default:
                static_cast<void>(model.cut());
        }
    }
};

TEST_CASE("whatever is done, the caret stays between characters and undo leads back") {
    const unsigned seed = std::random_device{}();
    INFO("seed " << seed);
    Editing editing{.random = std::mt19937(seed), .model = line()};
    const std::string start = "Größe 日本 and more";
    for (int round = 0; round < 400; ++round) {
        const TextBreaks breaks = round % 2 == 0 ? TextBreaks::none : TextBreaks::kept;
        const std::size_t limit = 20 + editing.number(40);
        editing.model = TextModel(start, limit, breaks);
        for (int i = 0; i < 150; ++i) {
            editing.do_something();
            const TextModel& model = editing.model;
            REQUIRE(character_start(model.text(), model.caret()) == model.caret());
            const TextRange range = model.selection();
            REQUIRE(character_start(model.text(), range.start) == range.start);
            REQUIRE(range.end <= model.text().size());
            REQUIRE(is_whole(model.text()));
            REQUIRE(character_count(model.text()) <= limit);
            if (breaks == TextBreaks::none) REQUIRE(model.text().find('\n') == std::string::npos);
        }
        const std::string finished = editing.model.text();
        int steps = 0;
        while (editing.model.undo()) ++steps;
        REQUIRE(editing.model.text() == start);
        while (steps-- > 0) REQUIRE(editing.model.redo());
        REQUIRE(editing.model.text() == finished);
    }
}

}  // namespace
}  // namespace evenkeel::ui
