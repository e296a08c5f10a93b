#include "sync/trust/recovery.h"

#include "sync/trust/text_code.h"

namespace evenkeel::trust {
namespace {

constexpr std::size_t lines = 4, line_bytes = 8, data_characters = 13, line_characters = 16;

std::string checks_of(std::string_view data, std::size_t line) {
    return check_characters(data, line_characters - data_characters,
                            Bytes{static_cast<Byte>(line + 1)});
}

}  // namespace

RecoveryKeys derive_recovery_keys(const RecoverySeed& seed) {
    return {signing_keys_from_seed(derive(seed.view(), 1, "EVENROOT")),
            box_keys_from_seed(derive(seed.view(), 2, "EVENROOT"))};
}

std::string format_recovery_sheet(const RecoverySeed& seed) {
    std::string text;
    for (std::size_t line = 0; line < lines; ++line) {
        std::string code = encode_crockford(seed.view().subspan(line * line_bytes, line_bytes));
        code += checks_of(code, line);
        for (std::size_t i = 0; i < line_characters; i += 4) {
            text += code.substr(i, 4) + (i + 4 < line_characters ? '-' : '\n');
        }
    }
    return text;
}

Result<RecoverySeed> parse_recovery_sheet(std::string_view text) {
    std::string code;
    for (const char character : text) {
        if (std::string_view(" \t\r\n-").find(character) == std::string_view::npos)
            code += character;
    }
    if (code.size() != lines * line_characters) {
        return Error(ErrorCode::invalid_input,
                     "The recovery sheet has four lines of 16 characters.");
    }
    RecoverySeed seed;
    for (std::size_t line = 0; line < lines; ++line) {
        const auto part = std::string_view(code).substr(line * line_characters, line_characters);
        auto bytes = decode_crockford(part.substr(0, data_characters), line_bytes);
        // Decoding and encoding again gives upper case and no look-alikes, as the checks were made.
        std::string right = bytes ? encode_crockford(*bytes) : std::string();
        right += checks_of(right, line);
        if (!bytes || decode_crockford(right, 10) != decode_crockford(part, 10)) {
            return Error(ErrorCode::invalid_input,
                         "Line {} of the recovery sheet has a wrong character.")
                .with(static_cast<long long>(line + 1));
        }
        std::copy(bytes->begin(), bytes->end(),
                  seed.writable().begin() + static_cast<std::ptrdiff_t>(line * line_bytes));
        wipe(*bytes);
    }
    wipe({reinterpret_cast<Byte*>(code.data()), code.size()});
    return seed;
}

}  // namespace evenkeel::trust
