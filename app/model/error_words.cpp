#include "app/model/error_words.h"

#include "core/words/tr.h"

#include <array>
#include <optional>
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

// Sentences that begin with the name of what a person typed. The places of their numbers come
// first, that of the name is the last.
constexpr std::array about_fields = {
    tr_later("{2} has {0} characters; {1} are the most."),
    tr_later("{1} contains bytes that are no text in UTF-{0}."),
    tr_later("{2} must be from {0} to {1}."),
    tr_later("{1} must be at most {0}."),
    tr_later("{1} has more than {0} items."),
    tr_later("{0} is empty."),
};
constexpr std::size_t place_characters = 3;

// Nothing where no language has it, or the name is not known.
std::optional<std::string> field_words(Numbered parts) {
    for (const Literal& about : about_fields) {
        const std::string_view end = std::string_view(about.text).substr(place_characters);
        if (!parts.sentence.ends_with(end)) continue;
        const std::string name = parts.sentence.substr(0, parts.sentence.size() - end.size());
        std::string known = tr_known(name);
        const std::string sentence = tr(about);
        if (known == name || sentence == about.text) return std::nullopt;
        parts.numbers.push_back(std::move(known));
        parts.numbers.resize(places_max);
        return fill(sentence, {parts.numbers[0], parts.numbers[1], parts.numbers[2]});
    }
    return std::nullopt;
}

}  // namespace

std::string error_words(std::string_view english) {
    if (english.empty()) return "";
    std::string known = tr_known(english);
    if (known != english) return known;
    const Numbered parts = numbered(english);
    if (const auto about = field_words(parts)) return *about;
    if (parts.numbers.empty() || parts.numbers.size() > places_max) return known;
    const std::string sentence = tr_known(parts.sentence);
    if (sentence == parts.sentence) return known;
    std::vector<std::string> numbers = parts.numbers;
    numbers.resize(places_max);
    return fill(sentence, {numbers[0], numbers[1], numbers[2]});
}

}  // namespace evenkeel::model
