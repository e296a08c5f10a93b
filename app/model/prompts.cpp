#include "app/model/prompts.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

// "theme|question", one a line.
constexpr std::string_view table =
#include "assets/prompts.inc"
    ;

std::vector<Prompt> read_table() {
    std::vector<Prompt> read;
    std::string_view rest = table;
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto bar = line.find('|');
        if (bar == std::string_view::npos) continue;
        read.push_back({.theme = line.substr(0, bar), .question = line.substr(bar + 1)});
    }
    return read;
}

std::vector<std::string_view> read_themes() {
    std::vector<std::string_view> themes;
    for (const Prompt& prompt : prompts()) {
        if (themes.empty() || themes.back() != prompt.theme) themes.push_back(prompt.theme);
    }
    return themes;
}

}  // namespace

const std::vector<Prompt>& prompts() {
    static const std::vector<Prompt> all = read_table();
    return all;
}

const std::vector<std::string_view>& prompt_themes() {
    static const std::vector<std::string_view> all = read_themes();
    return all;
}

}  // namespace evenkeel::model
