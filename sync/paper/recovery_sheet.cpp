#include "sync/paper/recovery_sheet.h"

#include "sync/paper/text_code.h"

namespace evenkeel::paper {
namespace {

constexpr std::size_t lines = 4, line_bytes = 8, data_characters = 13, line_characters = 16;

std::string with_checks(const std::string& data, std::size_t line) {
    return data + check_characters(data, line_characters - data_characters,
                                   Bytes{static_cast<Byte>(line + 1)});
}

}  // namespace

std::string format_recovery_sheet(const trust::RecoverySeed& seed) {
    std::string text;
    for (std::size_t line = 0; line < lines; ++line) {
        const ByteView bytes = seed.view().subspan(line * line_bytes, line_bytes);
        text += in_groups(with_checks(encode_crockford(bytes), line)) + '\n';
    }
    return text;
}

Result<trust::RecoverySeed> parse_recovery_sheet(std::string_view text) {
    std::string typed = as_printed(text);
    if (typed.size() != lines * line_characters) {
        return Error(ErrorCode::invalid_input,
                     "The recovery sheet has four lines of 16 characters.");
    }
    trust::RecoverySeed seed;
    for (std::size_t line = 0; line < lines; ++line) {
        const std::string data = typed.substr(line * line_characters, data_characters);
        auto bytes = decode_crockford(data, line_bytes);
        if (!bytes ||
            typed.compare(line * line_characters, line_characters, with_checks(data, line)) != 0) {
            return Error(ErrorCode::invalid_input,
                         "Line {} of the recovery sheet has a wrong character.")
                .with(static_cast<long long>(line + 1));
        }
        std::copy(bytes->begin(), bytes->end(),
                  seed.writable().begin() + static_cast<std::ptrdiff_t>(line * line_bytes));
        trust::wipe(*bytes);
    }
    trust::wipe({reinterpret_cast<Byte*>(typed.data()), typed.size()});
    return seed;
}

}  // namespace evenkeel::paper
