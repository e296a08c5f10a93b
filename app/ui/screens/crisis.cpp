// Help now: whom to call, on every page and above the lock, with no network and no passphrase.
#include "app/model/crisis_numbers.h"
#include "app/model/phrases.h"
#include "app/ui/screens/crisis_tell.h"
#include "app/ui/screens/screens.h"
#include "core/words/tr.h"

namespace evenkeel::ui {
namespace {

using model::CrisisNumber;

constexpr CrisisNumber elsewhere = {.country = "ZZ", .country_name = tr_later("Elsewhere").text};

void keep_country(const Screen& screen, std::string_view country) {
    model::Settings settings = screen.snapshot.settings;
    settings.country = country;
    screen.post(model::ChangeSettings{settings});
    screen.local.choosing_country = false;
}

void choose_country(const Screen& screen) {
    const std::string_view shown = model::crisis_numbers_of(shown_country(screen)).front().country;
    screen.ui.text(tr("Where are you?"), TextStyle::label);
    screen.ui.flow([&] {
        std::string_view last;
        std::uint64_t place = 0;
        const auto offer = [&](const CrisisNumber& number) {
            screen.ui.scope(place++, [&] {
                if (screen.ui.chip("country", tr_known(number.country_name),
                                   number.country == shown)) {
                    keep_country(screen, number.country);
                }
            });
        };
        for (const CrisisNumber& number : model::crisis_numbers()) {
            if (number.country != last) offer(number);
            last = number.country;
        }
        offer(elsewhere);
    });
}

void show_number(Ui& ui, std::string_view name, std::string_view detail, std::string_view number) {
    ui.hairline();
    ui.pair(name, detail);
    ui.space(0);
    ui.text(number, TextStyle::display, Tone::primary);
}

// The practice's own come first: who answers there knows more than a line for everyone.
void show_numbers(const Screen& screen) {
    Ui& ui = screen.ui;
    for (const model::OwnNumber& number : screen.snapshot.settings.own_numbers) {
        show_number(ui, number.name, number.hours, number.number);
    }
    const auto numbers = model::crisis_numbers_of(shown_country(screen));
    for (const CrisisNumber& number : numbers) {
        show_number(ui, tr_known(number.name), tr_known(number.hours), number.number);
        if (!number.url.empty()) ui.text(number.url, TextStyle::caption, Tone::muted);
    }
    ui.hairline();
    const std::string unchecked =
        model::unchecked_words(numbers, model::utc_day(screen.snapshot.now));
    if (!unchecked.empty()) ui.text(unchecked, TextStyle::caption, Tone::muted);
    ui.pair(tr("Where you are"), tr_known(numbers.front().country_name));
    ui.flow([&] {
        if (ui.button("country", tr("Another country"))) screen.local.choosing_country = true;
    });
}

// After the lowest mood of a day; it is closed like any other time.
void open_by_itself(const Screen& screen) {
    if (!screen.snapshot.client) return;
    std::uint64_t& seen = screen.local.tell.offered;
    const std::uint64_t offered = screen.snapshot.client->risk.offered;
    if (offered <= seen) return;
    seen = offered;
    screen.local.crisis_open = true;
    screen.local.tell.by_itself = true;
}

void close(const Screen& screen) {
    keep_told_words(screen);
    screen.local.crisis_open = false;
    screen.local.choosing_country = false;
    screen.local.tell.open = false;
    screen.local.tell.by_itself = false;
}

}  // namespace

std::string_view shown_country(const Screen& screen) {
    const std::string& chosen = screen.snapshot.settings.country;
    return chosen.empty() ? screen.local.system_country : chosen;
}

void crisis_card(const Screen& screen) {
    open_by_itself(screen);
    look_after_told_words(screen);
    if (!screen.local.crisis_open) return;
    if (screen.local.tell.open) return tell_sheet(screen);
    Ui& ui = screen.ui;
    const bool closed = ui.sheet("crisis", tr("Help now"), [&] {
        if (screen.local.tell.by_itself) {
            ui.text(tr("You noted a very low mood. These numbers are here if you want them."));
        }
        ui.text(tr(model::not_an_emergency_service));
        if (screen.local.choosing_country) return choose_country(screen);
        show_numbers(screen);
        tell_part(screen);
    });
    if (closed) close(screen);
}

}  // namespace evenkeel::ui
