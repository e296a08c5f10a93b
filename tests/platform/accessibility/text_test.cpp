#include "platform/accessibility_text.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::platform::accessible {
namespace {

std::string unit(const Text& text, int place, Unit kind) {
    return characters(text.content, unit_at(text, place, kind));
}

const Text note{.content = "Slept well. Up at 7!  Then\nwalked over the hill",
                .line_starts = {0, 12, 27, 34},
                .has_lines = true};

TEST_CASE("a text is counted and cut by letters, not bytes") {
    const std::string text = "na\xC3\xAFve \xF0\x9F\x98\x80!";
    CHECK(character_count(text) == 8);
    CHECK(characters(text, {2, 3}) == "\xC3\xAF");
    CHECK(characters(text, {6, 99}) == "\xF0\x9F\x98\x80!");
    CHECK(characters(text, {-3, 2}) == "na");
    CHECK(characters(text, {5, 2}).empty());
    CHECK(character_at(text, 6) == 0x1F600);
    CHECK(character_at(text, 8) == 0);
}

TEST_CASE("bytes that are no text count as one letter each") {
    CHECK(character_count("a\xFF\xFE") == 3);
    CHECK(character_at("a\xFF", 1) == 0xFFFD);
}

TEST_CASE("a word is read with the blanks after it, from anywhere within") {
    for (const int place : {0, 3, 5}) CHECK(unit(note, place, Unit::word) == "Slept ");
    CHECK(unit(note, 6, Unit::word) == "well. ");
    CHECK(unit(note, 20, Unit::word) == "7!  ");
    CHECK(unit(note, 26, Unit::word) == "Then\n");
    CHECK(unit(note, 99, Unit::word) == "hill");
}

TEST_CASE("a sentence ends with its stop or its line") {
    CHECK(unit(note, 3, Unit::sentence) == "Slept well. ");
    CHECK(unit(note, 12, Unit::sentence) == "Up at 7!  ");
    CHECK(unit(note, 24, Unit::sentence) == "Then\n");
    CHECK(unit(note, 40, Unit::sentence) == "walked over the hill");
}

TEST_CASE("lines are those a person sees, paragraphs those they wrote") {
    CHECK(unit(note, 13, Unit::line) == "Up at 7!  Then\n");
    CHECK(unit(note, 27, Unit::line) == "walked ");
    CHECK(unit(note, 47, Unit::line) == "over the hill");
    CHECK(unit(note, 13, Unit::paragraph) == "Slept well. Up at 7!  Then\n");
    CHECK(unit(note, 30, Unit::paragraph) == "walked over the hill");
}

TEST_CASE("after the last line break there is an empty line") {
    const Text text{.content = "one\n", .line_starts = {0, 4}, .has_lines = true};
    CHECK(unit_at(text, 4, Unit::line) == Range{4, 4});
    CHECK(unit_at(text, 4, Unit::word) == Range{4, 4});
    CHECK(unit(text, 3, Unit::line) == "one\n");
}

TEST_CASE("in an empty text every unit is empty") {
    for (const Unit kind :
         {Unit::character, Unit::word, Unit::sentence, Unit::line, Unit::paragraph}) {
        CHECK(unit_at({}, 0, kind) == Range{0, 0});
        CHECK(unit_at({}, 5, kind) == Range{0, 0});
    }
}

TEST_CASE("what changed between two texts is what their common ends leave") {
    const Edit edit = edit_between("one two three", "one 2 three");
    CHECK(edit.removed == Range{4, 7});
    CHECK(edit.inserted == Range{4, 5});
    const Edit none = edit_between("same", "same");
    CHECK(none.removed.length() == 0);
    CHECK(none.inserted.length() == 0);
}

}  // namespace
}  // namespace evenkeel::platform::accessible
