#include "app/ui/kit/text_wrap.h"

#include "core/base/characters.h"

#include <algorithm>
#include <cmath>

namespace evenkeel::ui {

TextWrap::TextWrap(std::string_view text, float width_px, AdvanceOf advance)
    : x_(text.size() + 1), is_start_(text.size() + 1) {
    std::size_t start = 0;  // of this line
    std::size_t word = 0;   // where it can be broken last: after a blank
    float x = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        const auto read = next_code_point(text, at);
        if (!read) ++at;
        const std::uint32_t character = read.value_or(0xFFFD);
        is_start_[here] = true;
        x_[here] = x;
        if (character == '\n') {
            lines_.push_back({start, here});
            start = word = at;
            x = 0;
            continue;
        }
        const float next_x = x + advance(character);
        if (character != ' ' && next_x > width_px && here > start) {
            const std::size_t cut = word > start ? word : here;
            lines_.push_back({start, cut});
            const float shift = x_[cut];
            for (std::size_t i = cut; i <= here; ++i) x_[i] -= shift;
            start = word = cut;
            x = next_x - shift;
        } else {
            x = next_x;
        }
        if (character == ' ') word = at;
    }
    x_[text.size()] = x;
    is_start_[text.size()] = true;
    lines_.push_back({start, text.size()});
}

std::size_t TextWrap::line_of(std::size_t place) const {
    const auto after =
        std::upper_bound(lines_.begin(), lines_.end(), place,
                         [](std::size_t wanted, const Line& line) { return wanted < line.start; });
    return static_cast<std::size_t>(after - lines_.begin()) - 1;
}

std::size_t TextWrap::place_at(std::size_t line, float x) const {
    const Line& within = lines_[line];
    const bool goes_on = line + 1 < lines_.size() && lines_[line + 1].start == within.end;
    std::size_t best = within.start;
    for (std::size_t place = within.start; place <= within.end; ++place) {
        if (!is_start_[place] || (goes_on && place == within.end)) continue;
        if (std::abs(x_[place] - x) <= std::abs(x_[best] - x)) best = place;
    }
    return best;
}

}  // namespace evenkeel::ui
