#include "core/domain/text.h"

#include <cstdint>

namespace evenkeel {

namespace {

// Reads one code point at `at` and moves past it; nothing if the bytes there are no UTF-8.
std::optional<std::uint32_t> next_code_point(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<std::uint8_t>(text[at]);
    if (lead < 0x80) {
        ++at;
        return lead;
    }
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) return std::nullopt;

    std::uint32_t point = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const auto trail = static_cast<std::uint8_t>(text[at + i]);
        if ((trail & 0xC0U) != 0x80U) return std::nullopt;
        point = (point << 6) | (trail & 0x3FU);
    }
    const bool overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    if (overlong || surrogate || point > 0x10FFFF) return std::nullopt;
    at += length;
    return point;
}

}  // namespace

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

}  // namespace evenkeel
