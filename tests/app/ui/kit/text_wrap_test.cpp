#include "app/ui/kit/text_wrap.h"

#include "app/ui/kit/text_model.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <cmath>
#include <random>

namespace evenkeel::ui {
namespace {

// Every character is ten wide, an i five.
float advance(std::uint32_t character) { return character == 'i' ? 5 : 10; }

TextWrap wrapped(std::string_view text, float width) {
    return {text, width, [](std::uint32_t character) { return advance(character); }};
}

// Lines one below the other; a dot stands for a blank at an end.
std::string picture(std::string_view text, float width) {
    std::string lines;
    const TextWrap wrap = wrapped(text, width);
    for (const TextWrap::Line& line : wrap.lines()) {
        std::string words(text.substr(line.start, line.end - line.start));
        if (words.ends_with(' ')) words.back() = '.';
        lines += words + "\n";
    }
    return lines;
}

TEST_CASE("a line is broken after the last blank that leaves its words inside") {
    CHECK(picture("one two three", 80) == "one two.\nthree\n");
    CHECK(picture("one two three", 70) == "one two.\nthree\n");
    CHECK(picture("one two three", 69) == "one.\ntwo.\nthree\n");
}

TEST_CASE("a word wider than the field is broken inside") {
    CHECK(picture("unbreakable", 40) == "unbr\neaka\nble\n");
    CHECK(picture("a unbreakable", 40) == "a.\nunbr\neaka\nble\n");
}

TEST_CASE("line breaks are kept, an empty line too") {
    CHECK(picture("one\n\ntwo", 100) == "one\n\ntwo\n");
    CHECK(picture("one\n", 100) == "one\n\n");
    CHECK(picture("", 100) == "\n");
}

TEST_CASE("the place between two lines belongs to the second") {
    const TextWrap wrap = wrapped("one two", 40);
    CHECK(wrap.line_of(3) == 0);
    CHECK(wrap.line_of(4) == 1);
    CHECK(wrap.x_of(4) == 0);
    CHECK(wrap.x_of(7) == 30);
}

TEST_CASE("a press finds the nearest place in its line") {
    const TextWrap wrap = wrapped("one two", 40);
    CHECK(wrap.place_at(0, -50) == 0);
    CHECK(wrap.place_at(0, 14) == 1);
    CHECK(wrap.place_at(0, 16) == 2);
    // Past the end: before the blank at which the line was broken, so that it stays in this line.
    CHECK(wrap.place_at(0, 500) == 3);
    CHECK(wrap.place_at(1, 500) == 7);
}

TEST_CASE("a press never lands inside a character of several bytes") {
    const TextWrap wrap = wrapped("aüb", 100);
    CHECK(wrap.place_at(0, 14) == 1);
    CHECK(wrap.place_at(0, 18) == 3);
}

TEST_CASE("lines hold every character of any text once, and fit") {
    const unsigned seed = std::random_device{}();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    static constexpr std::array<const char*, 8> parts{"a", "i", " ", "  ", "ü", "日", "\n", "word"};
    for (int round = 0; round < 2'000; ++round) {
        std::string text;
        const auto length = random() % 40;
        for (unsigned i = 0; i < length; ++i) text += parts.at(random() % parts.size());
        const auto width = static_cast<float>(10 + random() % 90);
        const TextWrap wrap = wrapped(text, width);
        std::size_t at = 0;
        for (std::size_t i = 0; i < wrap.lines().size(); ++i) {
            const auto [start, end] = wrap.lines()[i];
            REQUIRE(start == at);
            REQUIRE(character_start(text, end) == end);
            at = end < text.size() && text[end] == '\n' ? end + 1 : end;
            std::size_t words_end = end;
            while (words_end > start && text[words_end - 1] == ' ') --words_end;
            float x = 0;
            for (std::size_t place = start; place < words_end; ++place) {
                if (character_start(text, place) != place) continue;
                REQUIRE(wrap.line_of(place) == i);
                REQUIRE(wrap.x_of(place) == x);
                x += advance(static_cast<unsigned char>(text[place]));
            }
            REQUIRE(x <= width);
        }
        REQUIRE(at == text.size());
    }
}

}  // namespace
}  // namespace evenkeel::ui
