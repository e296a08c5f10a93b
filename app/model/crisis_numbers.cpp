#include "app/model/crisis_numbers.h"

#include "app/model/phrases.h"
#include "core/base/characters.h"
#include "core/domain/local_time.h"

#include <algorithm>
#include <array>

namespace evenkeel::model {

namespace {

constexpr std::string_view table =
#include "assets/crisis.inc"
#include "core/words/tr.h"
    ;

constexpr CrisisNumber anywhere = {
    .country = "ZZ",
    .country_name = tr_later("Elsewhere").text,
    .kind = CrisisKind::emergency,
    .name = tr_later("Emergency").text,
    .number = "112",
    .hours = tr_later("Works from mobile phones in most countries").text,
    .url = {},
    .verified = {},
    .verified_by = {}};

constexpr std::array<std::string_view, 4> kind_names = {"emergency", "suicide", "text", "youth"};

// Cuts what is before `mark` off the front of `text`.
std::string_view take(std::string_view& text, char mark) {
    const auto end = std::min(text.find(mark), text.size());
    const std::string_view taken = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return taken;
}

CrisisNumber read_line(std::string_view line) {
    CrisisNumber number;
    number.country = take(line, '|');
    number.country_name = take(line, '|');
    const auto kind = std::ranges::find(kind_names, take(line, '|'));
    number.kind = static_cast<CrisisKind>(kind - kind_names.begin());
    number.name = take(line, '|');
    number.number = take(line, '|');
    number.hours = take(line, '|');
    number.url = take(line, '|');
    const auto day = parse_date(std::string(take(line, '|')));
    if (day.ok()) number.verified = day.value();
    number.verified_by = line;
    return number;
}

std::vector<CrisisNumber> read_table() {
    std::vector<CrisisNumber> numbers;
    std::string_view rest = table;
    while (!rest.empty()) {
        const std::string_view line = take(rest, '\n');
        if (!line.empty()) numbers.push_back(read_line(line));
    }
    return numbers;
}

}  // namespace

const std::vector<CrisisNumber>& crisis_numbers() {
    static const std::vector<CrisisNumber> numbers = read_table();
    return numbers;
}

std::vector<CrisisNumber> crisis_numbers_of(std::string_view country) {
    std::vector<CrisisNumber> found;
    for (const CrisisNumber& number : crisis_numbers()) {
        if (number.country == country) found.push_back(number);
    }
    if (found.empty()) found.push_back(anywhere);
    return found;
}

std::string_view country_of(std::string_view locale) {
    constexpr std::size_t letters = 2;
    const auto mark = locale.find('_');
    return mark == std::string_view::npos ? std::string_view{} : locale.substr(mark + 1, letters);
}

std::string unchecked_words(const std::vector<CrisisNumber>& numbers, Day today) {
    std::vector<std::string> never;
    std::vector<std::string> long_ago;
    for (const CrisisNumber& number : numbers) {
        if (!number.verified) {
            never.emplace_back(number.number);
        } else if (today - *number.verified > check_days) {
            long_ago.emplace_back(number.number);
        }
    }
    std::string text;
    if (!never.empty()) text = tr("We have not checked {0} ourselves.", listed(never));
    if (!long_ago.empty()) {
        if (!text.empty()) text += " ";
        text += tr("We last checked {0} more than a year ago.", listed(long_ago));
    }
    return text;
}

std::vector<OwnNumber> own_numbers(const std::optional<PracticePolicy>& policy) {
    std::vector<OwnNumber> numbers;
    if (!policy) return numbers;
    for (const PracticeNumber& number : policy->numbers) {
        if (numbers.size() == limits::practice_numbers_max) break;
        const auto shown = [](const PhiText& text) {
            return display_text(text.reveal(), limits::name_characters_max);
        };
        numbers.push_back({shown(number.name), shown(number.number), shown(number.hours)});
    }
    return numbers;
}

}  // namespace evenkeel::model
