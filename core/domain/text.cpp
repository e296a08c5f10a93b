#include "core/domain/text.h"

#include "core/base/characters.h"

namespace evenkeel {

std::optional<std::size_t> count_characters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        if (!next_code_point(text, at)) return std::nullopt;
    }
    return count;
}

Result<void> check_text(std::string_view text, Literal name, std::size_t characters_max) {
    const auto count = count_characters(text);
    if (!count) {
        return Error(ErrorCode::invalid_input, "{} contains bytes that are no text in UTF-8.")
            .with(name);
    }
    if (*count > characters_max) {
        return Error(ErrorCode::invalid_input, "{} has {} characters; {} are the most.")
            .with(name)
            .with(static_cast<long long>(*count))
            .with(static_cast<long long>(characters_max));
    }
    return {};
}

Result<void> check_text(const std::optional<PhiText>& text, Literal name,
                        std::size_t characters_max) {
    return text ? check_text(text->reveal(), name, characters_max) : Result<void>();
}

std::string plain_words(std::string_view text) {
    const auto first = text.find_first_not_of(" \n\t");
    if (first == std::string_view::npos) return {};
    const auto last = text.find_last_not_of(" \n\t.");
    if (last == std::string_view::npos || last < first) return {};
    std::string plain(text.substr(first, last + 1 - first));
    for (char& letter : plain) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return plain;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
        text += words[i];
    }
    return text;
}

}  // namespace evenkeel
