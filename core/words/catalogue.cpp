#include "core/words/catalogue.h"

#include "core/base/assert.h"

#include <cstring>

namespace evenkeel {

namespace {

// The GNU gettext manual, "The Format of GNU MO Files": seven numbers, two of which say where the
// tables are; each line of a table is a length without the closing '\0', and a place.
constexpr std::uint32_t magic = 0x950412de;
constexpr std::size_t header_bytes = 28;
constexpr std::size_t count_at = 8;
constexpr std::size_t keys_at = 12;
constexpr std::size_t translations_at = 16;
constexpr std::size_t line_bytes = 8;

// Of several forms the first.
std::string_view first_of(std::string_view forms) { return forms.substr(0, forms.find('\0')); }

}  // namespace

Catalogue::Catalogue(std::string_view mo, PluralRule rule) : mo_(mo), rule_(rule) {
    ASSERT(mo_.size() >= header_bytes && number(0) == magic);
    count_ = number(count_at);
    keys_ = number(keys_at);
    translations_ = number(translations_at);
}

std::uint32_t Catalogue::number(std::size_t at) const {
    std::uint32_t value = 0;
    ASSERT(at + sizeof value <= mo_.size());
    std::memcpy(&value, mo_.data() + at, sizeof value);
    return value;
}

std::string_view Catalogue::string(std::size_t table, std::size_t place) const {
    const std::size_t length = number(table + place * line_bytes);
    const std::size_t at = number(table + place * line_bytes + sizeof(std::uint32_t));
    ASSERT(at + length < mo_.size() && mo_[at + length] == '\0');
    return mo_.substr(at, length);
}

std::string_view Catalogue::key(std::size_t place) const { return string(keys_, place); }
std::string_view Catalogue::translation(std::size_t place) const {
    return string(translations_, place);
}

std::string_view Catalogue::forms(std::string_view wanted) const {
    std::size_t first = 0;
    std::size_t last = count_;
    while (first < last) {
        const std::size_t middle = first + (last - first) / 2;
        const std::string_view found = first_of(key(middle));
        if (found == wanted) return translation(middle);
        if (found < wanted) {
            first = middle + 1;
        } else {
            last = middle;
        }
    }
    return {};
}

const char* Catalogue::find(std::string_view key) const {
    const std::string_view found = forms(key);
    return found.empty() ? nullptr : found.data();
}

const char* Catalogue::find(std::string_view key, std::size_t count) const {
    std::string_view rest = forms(key);
    if (rest.empty()) return nullptr;
    for (std::size_t form = rule_(count); form > 0; --form) {
        const std::size_t end = rest.find('\0');
        ASSERT(end != std::string_view::npos);
        rest.remove_prefix(end + 1);
    }
    return rest.data();
}

}  // namespace evenkeel
