#include "sync/paper/text_code.h"

namespace evenkeel::paper {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

std::optional<unsigned> value_of(char character) {
    const auto value = alphabet.find(character);
    if (value == std::string_view::npos) return std::nullopt;
    return static_cast<unsigned>(value);
}

// sum = sum * alpha^power + symbol in GF(32), x^5 + x^2 + 1.
unsigned next_sum(unsigned sum, std::size_t power, unsigned symbol) {
    for (std::size_t i = 0; i < power; ++i) sum = (sum << 1) ^ ((sum & 16) != 0 ? 0x25U : 0U);
    return sum ^ symbol;
}

}  // namespace

std::string encode_crockford(ByteView bytes) {
    std::string text;
    unsigned bits = 0, buffer = 0;
    for (const Byte byte : bytes) {
        buffer = (buffer << 8 | byte) & 0xFFF;
        for (bits += 8; bits >= 5; bits -= 5) text += alphabet[buffer >> (bits - 5) & 31];
    }
    if (bits > 0) text += alphabet[buffer << (5 - bits) & 31];
    return text;
}

std::optional<Bytes> decode_crockford(std::string_view text, std::size_t byte_count) {
    if (text.size() != (byte_count * 8 + 4) / 5) return std::nullopt;
    Bytes bytes;
    unsigned bits = 0, buffer = 0;
    for (const char character : text) {
        const auto value = value_of(character);
        if (!value) return std::nullopt;
        buffer = (buffer << 5 | *value) & 0xFFF;
        if ((bits += 5) >= 8) bytes.push_back(static_cast<Byte>(buffer >> (bits -= 8)));
    }
    if ((buffer & ((1U << bits) - 1)) != 0) return std::nullopt;
    return bytes;
}

char as_printed(char typed) {
    const char upper = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 'a' + 'A') : typed;
    if (upper == 'I' || upper == 'L') return '1';
    return upper == 'O' ? '0' : upper;
}

std::string as_printed(std::string_view typed) {
    constexpr std::string_view between_groups = " \t\r\n-";
    std::string code;
    for (const char character : typed) {
        if (between_groups.find(character) == std::string_view::npos) code += as_printed(character);
    }
    return code;
}

std::string in_groups(std::string_view text) {
    std::string grouped;
    for (std::size_t i = 0; i < text.size(); i += 4) {
        if (i > 0) grouped += '-';
        grouped += text.substr(i, 4);
    }
    return grouped;
}

// Check character k is the value at alpha^k of the polynomial whose coefficients are the symbols:
// one wrong symbol changes each of them, two neighbours swapped change all but the first.
std::string check_characters(std::string_view text, std::size_t count, ByteView salt) {
    std::string checks;
    for (std::size_t power = 0; power < count; ++power) {
        unsigned sum = 0;
        for (const Byte byte : salt) sum = next_sum(sum, power, byte & 31U);
        for (const char character : text)
            sum = next_sum(sum, power, value_of(character).value_or(0));
        checks += alphabet[sum];
    }
    return checks;
}

}  // namespace evenkeel::paper
