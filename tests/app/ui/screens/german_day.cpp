#include "tests/app/ui/screens/german_day.h"

#include "tests/app/model/languages.h"
#include "tests/app/ui/screens/window.h"

namespace evenkeel::test {

namespace {

// Ten days with gaps, and a limit that was agreed on.
void live(TwoWindows& two) {
    using namespace model;
    const Day today = two.client.sees()->client->today.today;
    const auto record = two.clinician.sees()->clinician->caseload.front().record;
    two.clinician.does(OpenClient{.record = record});
    agree(two.client, two.clinician, {.minutes_max = 45});
    for (std::int32_t back = 10; back >= 0; --back) {
        if (back % 4 == 1) continue;
        two.client.does(SetMood{today + -back, static_cast<std::uint32_t>(3 + back % 5)});
        two.client.does(SetUse{today + -back, UseGroup::social,
                               static_cast<std::uint32_t>(20 + 15 * (back % 3))});
    }
}

}  // namespace

std::map<std::string, ui::Pixels> german_day() {
    const Spoken english_again(Language::english);
    TwoWindows two;
    live(two);
    two.client.does(model::ChangeSettings{{.lock_after_minutes = 0, .language = "de"}});
    two.phone.looks_again();
    std::map<std::string, ui::Pixels> pictures;
    const auto picture = [&](const std::string& name) {
        two.phone.gui().settle();
        pictures["german_" + name + "-phone-light"] = ui::paint(two.phone.gui().ui());
    };
    picture("today");
    for (const auto& [tab, name] :
         {std::pair("Verlauf", "trends"), {"Grenzen", "boundaries"}, {"Teilen", "sharing"}}) {
        two.phone.tap(tab);
        picture(name);
    }
    return pictures;
}

}  // namespace evenkeel::test
