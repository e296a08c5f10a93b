// The sentences of one language, read where they lie: in a file of gettext's msgfmt that is part of
// the program.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace evenkeel {

// Which of a language's plural forms a count takes, counted from 0.
using PluralRule = std::size_t (*)(std::size_t count);

class Catalogue {
public:
    // `mo` is a whole .mo file in this machine's byte order, sorted as msgfmt does, and outlives
    // every sentence that was taken out of it. Anything else is a mistake of the build, and
    // asserts.
    Catalogue(std::string_view mo, PluralRule rule);

    // The translation of `key`, which is the English sentence, behind its context and '\4' where it
    // has one. Null where there is none. No allocation; safe from any thread.
    [[nodiscard]] const char* find(std::string_view key) const;
    // The same of a sentence with a count: `key` is its English singular.
    [[nodiscard]] const char* find(std::string_view key, std::size_t count) const;

    // All that is in it, for those who check it. Plural forms have '\0' between them, in the
    // translation and in the key. The header is the entry with the empty key.
    [[nodiscard]] std::size_t size() const { return count_; }
    [[nodiscard]] std::string_view key(std::size_t place) const;
    [[nodiscard]] std::string_view translation(std::size_t place) const;

private:
    [[nodiscard]] std::uint32_t number(std::size_t at) const;
    [[nodiscard]] std::string_view string(std::size_t table, std::size_t place) const;
    // Every plural form of it; empty where there is none.
    [[nodiscard]] std::string_view forms(std::string_view key) const;

    std::string_view mo_;
    PluralRule rule_;
    std::size_t count_ = 0;
    std::size_t keys_ = 0;          // where the table of keys begins
    std::size_t translations_ = 0;  // and that of translations
};

}  // namespace evenkeel
