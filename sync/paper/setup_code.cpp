#include "sync/paper/setup_code.h"

#include "sync/paper/text_code.h"

namespace evenkeel::paper {
namespace {

constexpr std::size_t data_characters = 26, checks = 2;

}  // namespace

std::string setup_code_text(const SetupCode& code) {
    const std::string text = encode_crockford(code);
    return in_groups(text + check_characters(text, checks, {}));
}

Result<SetupCode> parse_setup_code(std::string_view text) {
    const std::string typed = as_printed(text);
    const std::string data = typed.substr(0, data_characters);
    const auto bytes = decode_crockford(data, SetupCode{}.size());
    if (!bytes || typed != data + check_characters(data, checks, {})) {
        return Error(ErrorCode::invalid_input,
                     "This is not a set-up code; compare it with what the server printed.");
    }
    SetupCode code{};
    std::copy(bytes->begin(), bytes->end(), code.begin());
    return code;
}

}  // namespace evenkeel::paper
