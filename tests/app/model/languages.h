// Sentences in other languages, and what of them was left in English.
#pragma once

#include "core/words/tr.h"
#include "tests/app/ui/screens/pseudo.h"

namespace evenkeel::test {

// English again for the next story, however this one ends.
struct Spoken {
    explicit Spoken(Language language) { speak(language); }
    explicit Spoken(const Catalogue& catalogue) { speak(&catalogue); }
    ~Spoken() { speak(Language::english); }
    Spoken(const Spoken&) = delete;
    Spoken& operator=(const Spoken&) = delete;
};

// In the made-up language every vowel of a sentence has an accent, so one without was never
// translated. Names that a story fills in have no vowels; "min" is the same in every language.
inline bool has_english(std::string text) {
    for (std::size_t at = text.find(" min"); at != std::string::npos; at = text.find(" min")) {
        text.erase(at, 4);
    }
    return text.find_first_of("aeiouAEIOU") != std::string::npos;
}

}  // namespace evenkeel::test
