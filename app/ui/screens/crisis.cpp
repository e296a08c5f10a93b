#include "app/ui/screens/crisis.h"

#include "app/model/phrases.h"
#include "app/ui/screens/screens.h"

namespace evenkeel::ui {
namespace {

constexpr std::string_view table =
#include "assets/crisis.inc"
    ;

constexpr CrisisNumber anywhere = {"ZZ", "Elsewhere", "Emergency", "112",
                                   "Works from mobile phones in most countries"};

// Cuts what is before `mark` off the front of `text`.
std::string_view take(std::string_view& text, char mark) {
    const auto end = std::min(text.find(mark), text.size());
    const std::string_view taken = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return taken;
}

std::vector<CrisisNumber> read_table() {
    std::vector<CrisisNumber> numbers;
    std::string_view rest = table;
    while (!rest.empty()) {
        std::string_view line = take(rest, '\n');
        if (line.empty()) continue;
        CrisisNumber number;
        number.country = take(line, '|');
        number.country_name = take(line, '|');
        number.name = take(line, '|');
        number.number = take(line, '|');
        number.detail = line;
        numbers.push_back(number);
    }
    return numbers;
}

// The person's own choice before what the system says.
std::string_view shown_country(const Screen& screen) {
    const std::string& chosen = screen.snapshot.settings.country;
    return chosen.empty() ? screen.local.system_country : chosen;
}

void keep_country(const Screen& screen, std::string_view country) {
    model::Settings settings = screen.snapshot.settings;
    settings.country = country;
    screen.post(model::ChangeSettings{settings});
    screen.local.choosing_country = false;
}

void choose_country(const Screen& screen) {
    const std::string_view shown = crisis_numbers_of(shown_country(screen)).front().country;
    screen.ui.text("Where are you?", TextStyle::label);
    screen.ui.flow([&] {
        std::string_view last;
        std::uint64_t place = 0;
        const auto offer = [&](const CrisisNumber& number) {
            screen.ui.scope(place++, [&] {
                if (screen.ui.chip("country", number.country_name, number.country == shown)) {
                    keep_country(screen, number.country);
                }
            });
        };
        for (const CrisisNumber& number : crisis_numbers()) {
            if (number.country != last) offer(number);
            last = number.country;
        }
        offer(anywhere);
    });
}

void show_numbers(const Screen& screen) {
    const auto numbers = crisis_numbers_of(shown_country(screen));
    for (const CrisisNumber& number : numbers) {
        screen.ui.hairline();
        screen.ui.pair(number.name, number.detail);
        screen.ui.space(0);
        screen.ui.text(number.number, TextStyle::display, Tone::primary);
    }
    screen.ui.hairline();
    screen.ui.pair("Where you are", numbers.front().country_name);
    screen.ui.flow([&] {
        if (screen.ui.button("country", "Another country")) {
            screen.local.choosing_country = true;
        }
    });
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

void crisis_card(const Screen& screen) {
    if (!screen.local.crisis_open) return;
    const bool closed = screen.ui.sheet("crisis", "Help now", [&] {
        screen.ui.text(model::not_an_emergency_service);
        if (screen.local.choosing_country) {
            choose_country(screen);
        } else {
            show_numbers(screen);
        }
    });
    if (!closed) return;
    screen.local.crisis_open = false;
    screen.local.choosing_country = false;
}

}  // namespace evenkeel::ui
