// Valid values out of thin air, for every field of every kind, as this version of the program
// writes them and as a newer one might.
#pragma once

#include "core/base/bytes.h"
#include "core/base/time.h"

#include <optional>
#include <random>
#include <vector>

namespace evenkeel::test {

// A newer program writes all that this one does, more fields of each kind, and one kind more.
enum class Version { this_one, newer };
constexpr std::uint32_t newer_kind = 40;

class Chance {
public:
    explicit Chance(std::uint64_t seed) : engine_(seed) {}
    std::uint32_t below(std::uint32_t limit) {
        return static_cast<std::uint32_t>(engine_() % limit);
    }
    bool percent(std::uint32_t percent) { return below(100) < percent; }
    template <typename T>
    const T& one_of(const std::vector<T>& items) {
        return items[below(static_cast<std::uint32_t>(items.size()))];
    }
    template <typename T>
    void shuffle(std::vector<T>& items) {
        std::shuffle(items.begin(), items.end(), engine_);
    }

private:
    std::mt19937_64 engine_;
};

class Invention {
public:
    explicit Invention(Chance& chance) : chance_(chance) {}

    // Any kind that a program of this version knows.
    std::uint32_t kind(Version version);
    // Any value of the field, its tag included. Words in it start with `mark`, and no two are
    // alike.
    Bytes value(std::uint32_t kind, std::uint32_t field, char mark, Instant now);
    std::string words(char mark) { return mark + std::to_string(++words_); }

private:
    Bytes newer_value(std::uint32_t field, char mark);
    Chance& chance_;
    std::uint32_t words_ = 0;
};

// The fields of a kind that a program of this version knows, ascending.
std::vector<std::uint32_t> known_fields(std::uint32_t kind, Version version);
// Whether a person writes the field at length; a newer program has one such field more.
bool is_text(std::uint32_t kind, std::uint32_t field);
// The mark of the words in these bytes; none if they hold no words.
std::optional<char> mark_in(std::uint32_t kind, std::uint32_t field, ByteView value);

}  // namespace evenkeel::test
