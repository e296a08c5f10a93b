#include "core/words/tr.h"

#include "core/base/assert.h"

#include <array>
#include <atomic>

// Linked in from the .mo files that the build makes of assets/strings, by CMakeLists.txt.
extern "C" {
extern const char evenkeel_words_de[];
extern const char evenkeel_words_de_end[];
extern const char evenkeel_words_es[];
extern const char evenkeel_words_es_end[];
extern const char evenkeel_words_fr[];
extern const char evenkeel_words_fr_end[];
}

namespace evenkeel {

namespace {

struct Name {
    std::string_view code;
    std::string_view own;
};
constexpr std::array<Name, language_count> names = {Name{"en", "English"}, Name{"de", "Deutsch"},
                                                    Name{"es", "Español"}, Name{"fr", "Français"}};

std::atomic<const Catalogue*> current = nullptr;

// The rules of the Unicode CLDR for whole numbers below a million; French counts zero as one.
std::size_t one_or_other(std::size_t count) { return count == 1 ? 0 : 1; }
std::size_t up_to_one_or_other(std::size_t count) { return count <= 1 ? 0 : 1; }

std::string_view between(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

const char* translated(const std::string_view key, const char* english) {
    const Catalogue* const catalogue = current.load(std::memory_order_acquire);
    const char* const found = catalogue == nullptr ? nullptr : catalogue->find(key);
    return found == nullptr ? english : found;
}

}  // namespace

Language language_of(std::string_view locale) {
    const auto found = language_named(locale.substr(0, locale.find_first_of("_-.@")));
    return found.value_or(Language::english);
}

std::string_view code_of(Language language) {
    return names.at(static_cast<std::size_t>(language)).code;
}

std::optional<Language> language_named(std::string_view code) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names.at(i).code == code) return static_cast<Language>(i);
    }
    return std::nullopt;
}

std::string_view own_name(Language language) {
    return names.at(static_cast<std::size_t>(language)).own;
}

const Catalogue& catalogue_of(Language language) {
    static const Catalogue german(between(evenkeel_words_de, evenkeel_words_de_end), one_or_other);
    static const Catalogue spanish(between(evenkeel_words_es, evenkeel_words_es_end), one_or_other);
    static const Catalogue french(between(evenkeel_words_fr, evenkeel_words_fr_end),
                                  up_to_one_or_other);
    ASSERT(language != Language::english);
    if (language == Language::german) return german;
    return language == Language::spanish ? spanish : french;
}

void speak(const Catalogue* catalogue) { current.store(catalogue, std::memory_order_release); }

void speak(Language language) {
    speak(language == Language::english ? nullptr : &catalogue_of(language));
}

Language spoken() {
    const Catalogue* const catalogue = current.load(std::memory_order_acquire);
    for (const Language language : {Language::german, Language::spanish, Language::french}) {
        if (catalogue == &catalogue_of(language)) return language;
    }
    return Language::english;
}

const char* tr(Literal english) { return translated(english.text, english.text); }

const char* tr_as(Literal context, Literal english) {
    return translated(std::string(context.text) + '\4' + english.text, english.text);
}

std::string tr_known(std::string_view english) {
    const Catalogue* const catalogue = current.load(std::memory_order_acquire);
    const char* const found = catalogue == nullptr ? nullptr : catalogue->find(english);
    return found == nullptr ? std::string(english) : found;
}

const char* plural(Literal one, Literal many, std::size_t count) {
    const Catalogue* const catalogue = current.load(std::memory_order_acquire);
    const char* const found = catalogue == nullptr ? nullptr : catalogue->find(one.text, count);
    if (found != nullptr) return found;
    return count == 1 ? one.text : many.text;
}

std::string fill(std::string_view sentence, std::initializer_list<Filling> fillings) {
    std::string filled;
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        const bool is_place = sentence[at] == '{' && at + 2 < sentence.size() &&
                              sentence[at + 1] >= '0' && sentence[at + 1] <= '9' &&
                              sentence[at + 2] == '}';
        const auto place = is_place ? static_cast<std::size_t>(sentence[at + 1] - '0') : 0;
        if (!is_place || place >= fillings.size()) {
            filled += sentence[at];
            continue;
        }
        filled += (fillings.begin() + place)->text();
        at += 2;
    }
    return filled;
}

}  // namespace evenkeel
