#include "platform/accessibility_text.h"

#include "core/base/characters.h"

#include <algorithm>

namespace evenkeel::platform::accessible {

namespace {

constexpr char32_t replacement = 0xFFFD;

std::u32string decode(std::string_view text) {
    std::u32string points;
    points.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto point = next_code_point(text, at);
        if (!point) ++at;
        points.push_back(point.value_or(replacement));
    }
    return points;
}

bool is_blank(char32_t point) { return point == U' ' || point == U'\t' || point == 0xA0; }
bool is_break(char32_t point) { return point == U'\n'; }
bool is_gap(char32_t point) { return is_blank(point) || is_break(point); }
bool is_stop(char32_t point) { return point == U'.' || point == U'!' || point == U'?'; }

// From the last place at which `starts_at` says that a unit starts, to the next one.
template <typename StartsAt>
Range around(int place, int count, const StartsAt& starts_at) {
    Range range{place, std::min(place + 1, count)};
    while (range.start > 0 && !starts_at(range.start)) --range.start;
    while (range.end < count && !starts_at(range.end)) ++range.end;
    return range;
}

// Each of these is asked about places after the first character.
class Starts {
public:
    explicit Starts(const std::u32string& points) : points_(points) {}

    [[nodiscard]] bool word(int place) const { return is_gap(at(place - 1)) && !is_gap(at(place)); }
    [[nodiscard]] bool paragraph(int place) const { return is_break(at(place - 1)); }
    // A sentence ends with a stop and blanks, or with its line.
    [[nodiscard]] bool sentence(int place) const {
        if (is_break(at(place - 1))) return true;
        if (!is_blank(at(place - 1)) || is_gap(at(place))) return false;
        int last = place - 1;
        while (last > 0 && is_blank(at(last))) --last;
        return is_stop(at(last));
    }

private:
    // Past the end there is something that is neither a blank nor a break.
    [[nodiscard]] char32_t at(int place) const {
        const auto index = static_cast<std::size_t>(place);
        return index < points_.size() ? points_[index] : U'\0';
    }
    const std::u32string& points_;
};

Range line_at(const std::vector<int>& starts, int place, int count) {
    const auto next = std::upper_bound(starts.begin(), starts.end(), place);
    const int start = next == starts.begin() ? 0 : *(next - 1);
    return {std::min(start, count), next == starts.end() ? count : std::min(*next, count)};
}

std::string_view slice(std::string_view text, Range range) {
    const auto start = static_cast<std::size_t>(std::max(0, range.start));
    const auto length = static_cast<std::size_t>(std::max(0, range.length()));
    const std::string_view before = first_characters(text, start);
    return first_characters(text.substr(before.size()), length);
}

}  // namespace

int character_count(std::string_view text) { return static_cast<int>(decode(text).size()); }

std::string characters(std::string_view text, Range range) {
    if (range.start < 0) range.start = 0;
    return std::string(slice(text, range));
}

std::uint32_t character_at(std::string_view text, int place) {
    const std::u32string point = decode(slice(text, {place, place + 1}));
    return place < 0 || point.empty() ? 0 : point.front();
}

Range unit_at(const Text& text, int place, Unit unit) {
    const std::u32string points = decode(text.content);
    const int count = static_cast<int>(points.size());
    const Starts starts(points);
    place = std::clamp(place, 0, count);
    switch (unit) {
        case Unit::character:
            return {place, std::min(place + 1, count)};
        case Unit::word:
            return around(place, count, [&](int at) { return starts.word(at); });
        case Unit::sentence:
            return around(place, count, [&](int at) { return starts.sentence(at); });
        case Unit::line:
            return line_at(text.line_starts, place, count);
        case Unit::paragraph:
            return around(place, count, [&](int at) { return starts.paragraph(at); });
    }
    return {};
}

Edit edit_between(std::string_view before, std::string_view after) {
    const std::u32string from = decode(before);
    const std::u32string to = decode(after);
    const std::size_t shorter = std::min(from.size(), to.size());
    std::size_t head = 0;
    while (head < shorter && from[head] == to[head]) ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && from[from.size() - 1 - tail] == to[to.size() - 1 - tail]) {
        ++tail;
    }
    const auto start = static_cast<int>(head);
    return {{start, static_cast<int>(from.size() - tail)},
            {start, static_cast<int>(to.size() - tail)}};
}

}  // namespace evenkeel::platform::accessible
