#include "app/model/error_words.h"

#include "core/words/tr.h"

#include <vector>

namespace evenkeel::model {

namespace {

constexpr std::size_t places_max = 3;

bool is_digit(char character) { return character >= '0' && character <= '9'; }

// "Row 12 of the file" is "Row {0} of the file" and 12.
struct Numbered {
    std::string sentence;
    std::vector<std::string> numbers;
};

Numbered numbered(std::string_view english) {
    Numbered found;
    for (std::size_t at = 0; at < english.size();) {
        std::size_t end = at;
        while (end < english.size() && is_digit(english[end])) ++end;
        if (end == at) {
            found.sentence += english[at++];
            continue;
        }
        found.sentence += "{" + std::to_string(found.numbers.size()) + "}";
        found.numbers.emplace_back(english.substr(at, end - at));
        at = end;
    }
    return found;
}

}  // namespace

std::string error_words(std::string_view english) {
    if (english.empty()) return "";
    std::string known = tr_known(english);
    if (known != english) return known;
    const Numbered parts = numbered(english);
    if (parts.numbers.empty() || parts.numbers.size() > places_max) return known;
    const std::string sentence = tr_known(parts.sentence);
    if (sentence == parts.sentence) return known;
    std::vector<std::string> numbers = parts.numbers;
    numbers.resize(places_max);
    return fill(sentence, {numbers[0], numbers[1], numbers[2]});
}

}  // namespace evenkeel::model
