// The rules of form that every question of the library keeps.
#include "app/model/prompts.h"

#include "core/base/limits.h"
#include "core/domain/text.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <string>

namespace evenkeel::test {
namespace {

using model::Prompt;
using model::prompts;

// In lower case, with one blank before and after each word and no marks.
std::string spoken(std::string_view text) {
    std::string words = " ";
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        if (std::isalpha(byte) != 0) {
            words += static_cast<char>(std::tolower(byte));
        } else if (words.back() != ' ') {
            words += ' ';
        }
    }
    return words;
}

TEST_CASE("The library has enough questions, and each theme has some to choose from") {
    CHECK(prompts().size() >= 60);
    CHECK(model::prompt_themes().size() >= 10);
    const std::set<std::string_view> themes(model::prompt_themes().begin(),
                                            model::prompt_themes().end());
    CHECK(themes.size() == model::prompt_themes().size());  // none is begun twice
    for (const std::string_view theme : themes) {
        INFO(theme);
        const auto count = std::ranges::count(prompts(), theme, &Prompt::theme);
        CHECK(count >= 5);
    }
}

TEST_CASE("Each question is one short sentence, asked once") {
    constexpr std::size_t characters_max = 100;  // two lines of a phone, and a title of a page
    static_assert(characters_max <= limits::title_characters_max);
    std::set<std::string> asked;
    for (const Prompt& prompt : prompts()) {
        INFO(prompt.question);
        const auto characters = count_characters(prompt.question);
        REQUIRE(characters.has_value());
        CHECK(*characters >= 20);
        CHECK(*characters <= characters_max);
        CHECK(prompt.question.ends_with('?'));
        CHECK(std::ranges::count(prompt.question, '?') == 1);
        CHECK(prompt.question.find_first_of("!;|\"") == std::string_view::npos);
        CHECK(asked.insert(spoken(prompt.question)).second);
    }
}

TEST_CASE("Each question is open: none can be answered by yes or no") {
    constexpr std::array openings = {" what ", " when ", " where ", " which ",
                                     " who ",  " how ",  " if "};
    for (const Prompt& prompt : prompts()) {
        INFO(prompt.question);
        const std::string words = spoken(prompt.question);
        CHECK(std::ranges::any_of(openings,
                                  [&](const char* opening) { return words.starts_with(opening); }));
    }
}

TEST_CASE("No question names an illness, blames, commands or presumes harm") {
    // Beginnings of words. "Why" asks for a justification; "should" and "must" are not questions.
    constexpr std::array unwanted = {
        "abus",   "addict",  "always",  "anxi",  "bad",     "blam",     "compuls", "crisis",
        "cure",   "danger",  "depress", "detox", "diagnos", "disorder", "fail",    "fault",
        "guilt",  "harm",    "hurt",    "ill",   "lazy",    "must",     "never",   "obsess",
        "panic",  "problem", "relapse", "shame", "should",  "sick",     "suicid",  "symptom",
        "therap", "toxic",   "trauma",  "treat", "waste",   "weak",     "why",     "wrong"};
    for (const Prompt& prompt : prompts()) {
        INFO(prompt.question);
        const std::string words = spoken(prompt.question);
        for (const char* word : unwanted) {
            INFO(word);
            CHECK(words.find(std::string(" ") + word) == std::string::npos);
        }
    }
}

}  // namespace
}  // namespace evenkeel::test
