#include "app/ui/kit/fonts.h"
#include "app/ui/kit/imgui_compat.h"
#include "core/base/characters.h"

#include <algorithm>

namespace evenkeel::ui {

namespace {

constexpr std::uint32_t unreadable = 0xFFFD;

// The next character, and past it; broken bytes count as one unreadable character each.
std::uint32_t step(std::string_view text, std::size_t& at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {  // nearly all of them: each text is measured in each frame
        ++at;
        return byte;
    }
    if (const auto character = next_code_point(text, at)) return *character;
    ++at;
    return unreadable;
}

bool is_digit(std::uint32_t character) { return character >= '0' && character <= '9'; }

}  // namespace

float Face::advance(std::uint32_t character) const {
    return compat::advance(*font, size_px, character);
}

float Face::width(std::string_view text) const {
    float sum = 0;
    for (std::size_t at = 0; at < text.size();) sum += advance(step(text, at));
    return sum;
}

float Face::tabular_width(std::string_view text) const {
    float sum = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::uint32_t character = step(text, at);
        sum += is_digit(character) ? digit_px : advance(character);
    }
    return sum;
}

float Face::widest_word(std::string_view text) const {
    float widest = 0;
    float here = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::uint32_t character = step(text, at);
        here = character == ' ' || character == '\n' ? 0 : here + advance(character);
        widest = std::max(widest, here);
    }
    return widest;
}

std::vector<std::string_view> Face::wrap(std::string_view text, float width_px) const {
    std::vector<std::string_view> lines;
    std::size_t start = 0;
    constexpr std::size_t none = std::string_view::npos;
    std::size_t space = none;  // the last in this line
    // Behind the last hyphen in this line: where there is no space, as in a code to be copied by
    // hand, a line ends with a whole group.
    std::size_t group = none;
    float x = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        const std::uint32_t character = step(text, at);
        if (character == ' ') space = here;
        const bool breaks = character == '\n';
        const float next_x = x + advance(character);
        if (!breaks && (character == ' ' || next_x <= width_px || here == start)) {
            x = next_x;
            if (character == '-') group = at;
            continue;
        }
        const std::size_t inside = group == none ? here : group;
        const std::size_t end = breaks ? here : space == none ? inside : space;
        lines.push_back(text.substr(start, end - start));
        start = breaks ? at : (space == none ? inside : space + 1);
        at = start;
        space = group = none;
        x = 0;
    }
    lines.push_back(text.substr(start));
    return lines;
}

}  // namespace evenkeel::ui
