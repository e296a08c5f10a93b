#include "tests/app/ui/screens/pseudo.h"

#include "core/base/files.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <cstring>
#include <map>
#include <utility>
#include <vector>

namespace evenkeel::test {

namespace {

constexpr std::size_t longer_percent = 30;
constexpr std::array<std::pair<char, const char*>, 10> accents = {
    std::pair{'a', "à"}, {'e', "è"}, {'i', "ï"}, {'o', "ò"}, {'u', "ü"},
    {'A', "Â"},          {'E', "Ê"}, {'I', "Î"}, {'O', "Ô"}, {'U', "Û"}};

const char* accented(char letter) {
    for (const auto& [plain, with_accent] : accents) {
        if (plain == letter) return with_accent;
    }
    return nullptr;
}

void append_number(std::string& bytes, std::size_t number) {
    const auto value = static_cast<std::uint32_t>(number);
    std::array<char, sizeof value> in_order{};
    std::memcpy(in_order.data(), &value, sizeof value);
    bytes.append(in_order.data(), in_order.size());
}

// As msgfmt writes it, without a table of hashes.
std::string mo_file(const std::map<std::string, std::string>& sentences) {
    constexpr std::size_t header_bytes = 28;
    constexpr std::size_t line_bytes = 8;
    std::string file;
    const std::size_t tables = header_bytes + 2 * line_bytes * sentences.size();
    for (const std::size_t number :
         {std::size_t{0x950412de}, std::size_t{0}, sentences.size(), header_bytes,
          header_bytes + line_bytes * sentences.size(), std::size_t{0}, tables}) {
        append_number(file, number);
    }
    std::string texts;
    const auto add = [&](const std::string& text) {
        append_number(file, text.size());
        append_number(file, tables + texts.size());
        texts += text + '\0';
    };
    for (const auto& [key, sentence] : sentences) add(key);
    for (const auto& [key, sentence] : sentences) add(sentence);
    return file + texts;
}

std::string all_forms(std::string_view english) {
    const auto end = english.find('\0');
    if (end == std::string_view::npos) return pseudo(english);
    return pseudo(english.substr(0, end)) + '\0' + pseudo(english.substr(end + 1));
}

}  // namespace

std::string pseudo(std::string_view english) {
    std::size_t to_add = (english.size() * longer_percent + 99) / 100;
    std::string text = "[";
    for (const char letter : english) {
        const char* const with_accent = accented(letter);
        if (with_accent == nullptr) {
            text += letter;
            continue;
        }
        text += with_accent;
        if (to_add == 0) continue;
        text += with_accent;
        --to_add;
    }
    return text + "]";
}

const Catalogue& pseudo_catalogue() {
    static const std::string file = [] {
        const auto english = read_whole_file(EVENKEEL_BINARY_DIR "/strings/en.mo", 1024 * 1024);
        REQUIRE(english.ok());
        const Catalogue all(as_text(english.value()), [](std::size_t) { return std::size_t{0}; });
        std::map<std::string, std::string> sentences;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all.key(i).empty()) continue;
            sentences[std::string(all.key(i))] = all_forms(all.translation(i));
        }
        return mo_file(sentences);
    }();
    static const Catalogue catalogue(file,
                                     [](std::size_t count) -> std::size_t { return count != 1; });
    return catalogue;
}

}  // namespace evenkeel::test
