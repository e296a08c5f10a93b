// Questions to begin a journal page with: the library that is part of the program.
#pragma once

#include <string_view>
#include <vector>

namespace evenkeel::model {

// Open and kind; none presumes harm, names an illness or gives advice. All texts are our own.
struct Prompt {
    std::string_view theme;  // "Evenings and sleep"
    std::string_view question;
};

// In the order of assets/prompts.txt: the questions of one theme follow each other.
const std::vector<Prompt>& prompts();
// Each once, in the same order.
const std::vector<std::string_view>& prompt_themes();

}  // namespace evenkeel::model
