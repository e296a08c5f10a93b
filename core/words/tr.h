// What the program says, in the language of the person who reads it.
//
// The English sentence in the code is the key. assets/strings has the others, and the build stops
// where one is missing. What is stored, signed, exported or logged is never made here: it would
// read differently on another device.
#pragma once

#include "core/base/result.h"
#include "core/words/catalogue.h"

#include <concepts>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace evenkeel {

enum class Language { english, german, spanish, french };
constexpr std::size_t language_count = 4;

// Of a locale as "de_AT.UTF-8"; English where its language is none of these.
Language language_of(std::string_view locale);
// "en", "de", "es", "fr", as a setting is kept; nothing for another word.
std::string_view code_of(Language language);
std::optional<Language> language_named(std::string_view code);
// As its readers write it: "English", "Deutsch", "Español", "Français".
std::string_view own_name(Language language);

// What `tr` says from now on, in every thread. It begins with English.
void speak(Language language);
[[nodiscard]] Language spoken();
// The sentences of a language but English, which has none.
const Catalogue& catalogue_of(Language language);
// Another catalogue for a while, as a test's. Null: English. It outlives all that `tr` returned.
void speak(const Catalogue* catalogue);

// ---- Sentences. What is returned is as long as the program; safe from any thread.

const char* tr(Literal english);
// The same English with two meanings: `context` tells translators, and the program, which.
const char* tr_as(Literal context, Literal english);
// A sentence that is taken up now and said later, by `tr`, as in a table of constants.
consteval Literal tr_later(const char* english) { return {english}; }
consteval Literal tr_later_as(const char* /*context*/, const char* english) { return {english}; }
// A sentence that was kept in English and is only now known, as the name of a step that can be
// taken back. As it is where no language has it.
std::string tr_known(std::string_view english);

// What stands in a place of a sentence: words as they are, or a whole number.
class Filling {
public:
    Filling(std::string_view text) : text_(text) {}    // NOLINT: implicit on purpose
    Filling(const std::string& text) : text_(text) {}  // NOLINT
    Filling(const char* text) : text_(text) {}         // NOLINT
    template <std::integral Number>
    Filling(Number number) : text_(std::to_string(number)) {}  // NOLINT
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
};

// Puts the fillings into the places {0}, {1} and so on, wherever a language has them. No sentence
// is put together from parts by `+`: other languages have another order.
std::string fill(std::string_view sentence, std::initializer_list<Filling> fillings);

// "{0} of {1}": a sentence with places.
template <typename... Fillings>
requires(sizeof...(Fillings) > 0) std::string tr(Literal english, const Fillings&... fillings) {
    return fill(tr(english), {Filling(fillings)...});
}
template <typename... Fillings>
requires(sizeof...(Fillings) > 0) std::string
    tr_as(Literal context, Literal english, const Fillings&... fillings) {
    return fill(tr_as(context, english), {Filling(fillings)...});
}

// "{0} day", "{0} days": by this language's own rule. {0} is the count.
const char* plural(Literal one, Literal many, std::size_t count);
template <typename... Fillings>
std::string tr_n(Literal one, Literal many, std::size_t count, const Fillings&... fillings) {
    return fill(plural(one, many, count), {Filling(count), Filling(fillings)...});
}

}  // namespace evenkeel
