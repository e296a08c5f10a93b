#include "app/ui/screens/shortcuts.h"

#include "app/ui/screens/caseload.h"
#include "app/ui/screens/screens.h"
#include "app/ui/screens/typing.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

// Opens the client `step` lines further down the list.
void move_in_caseload(const Screen& screen, int step) {
    const auto lines = visible_cases(screen);
    if (lines.empty()) return;
    const auto open = std::find_if(lines.begin(), lines.end(),
                                   [&](const auto* line) { return is_open(screen, *line); });
    auto place = static_cast<int>(open - lines.begin()) + step;
    if (open == lines.end()) place = 0;
    place = std::clamp(place, 0, static_cast<int>(lines.size()) - 1);
    open_case(screen, lines[static_cast<std::size_t>(place)]->record);
}

void search(const Screen& screen) {
    screen.local.above = Above::none;
    screen.local.clinician_tab = ClinicianTab::clients;
    screen.local.wants_search = true;
}

void choose_tab(const Screen& screen, std::size_t tab) {
    keep_typed(screen);
    screen.local.above = Above::none;
    if (screen.snapshot.stage == model::Stage::client) {
        screen.local.client_tab = static_cast<ClientTab>(tab);
    } else {
        screen.local.case_tab = static_cast<CaseTab>(tab);
    }
}

void lock_now(const Screen& screen) {
    save_note(screen);
    keep_typed(screen);
    screen.post(model::Lock{});
}

enum class Whose { both, client, clinician };
struct Shortcut {
    char character;
    bool control;
    Whose whose;
    std::string_view keys;
    std::string_view does;
    void (*act)(const Screen& screen);
};

constexpr std::array<Shortcut, 17> table = {
    Shortcut{'1', false, Whose::client, "1", "Today", [](const Screen& s) { choose_tab(s, 0); }},
    {'2', false, Whose::client, "2", "Journal", [](const Screen& s) { choose_tab(s, 1); }},
    {'3', false, Whose::client, "3", "Trends", [](const Screen& s) { choose_tab(s, 2); }},
    {'4', false, Whose::client, "4", "Boundaries", [](const Screen& s) { choose_tab(s, 3); }},
    {'5', false, Whose::client, "5", "Sharing and safety",
     [](const Screen& s) { choose_tab(s, 4); }},
    {'/', false, Whose::clinician, "/", "Search the caseload", search},
    {'j', false, Whose::clinician, "J", "Next client",
     [](const Screen& s) { move_in_caseload(s, 1); }},
    {'k', false, Whose::clinician, "K", "Previous client",
     [](const Screen& s) { move_in_caseload(s, -1); }},
    {'1', false, Whose::clinician, "1 to 5", "Overview, words, days, boundaries, device",
     [](const Screen& s) { choose_tab(s, 0); }},
    {'2', false, Whose::clinician, "", "", [](const Screen& s) { choose_tab(s, 1); }},
    {'3', false, Whose::clinician, "", "", [](const Screen& s) { choose_tab(s, 2); }},
    {'4', false, Whose::clinician, "", "", [](const Screen& s) { choose_tab(s, 3); }},
    {'5', false, Whose::clinician, "", "", [](const Screen& s) { choose_tab(s, 4); }},
    {'a', false, Whose::clinician, "A", "Acknowledge what was told about safety",
     acknowledge_by_key},
    {'r', false, Whose::clinician, "R", "Reply to the open page", reply_by_key},
    {'l', true, Whose::both, "Ctrl+L", "Lock", lock_now},
    {'?', false, Whose::both, "?", "This list",
     [](const Screen& s) { s.local.keys_open = !s.local.keys_open; }},
};

bool applies(const Shortcut& shortcut, model::Stage stage) {
    if (shortcut.whose == Whose::both) return true;
    return (shortcut.whose == Whose::client) == (stage == model::Stage::client);
}

struct KeyOfKit {
    std::string_view keys;
    std::string_view does;
};
constexpr std::array<KeyOfKit, 5> everywhere = {KeyOfKit{"Tab, Shift+Tab", "Next, previous"},
                                                {"Enter or Space", "Press"},
                                                {"Arrows", "Choose, or step"},
                                                {"Ctrl+Enter", "Keep or send what is typed"},
                                                {"Escape", "Close, or back"}};

}  // namespace

void shortcuts(const Screen& screen) {
    const model::Stage stage = screen.snapshot.stage;
    if (stage != model::Stage::client && stage != model::Stage::clinician) return;
    const bool is_covered = screen.local.crisis_open || screen.local.confirmation.has_value() ||
                            screen.local.acknowledge.open;
    for (const Shortcut& shortcut : table) {
        if (is_covered || !applies(shortcut, stage)) continue;
        if (screen.ui.shortcut(shortcut.character, shortcut.control)) return shortcut.act(screen);
    }
}

void keys_sheet(const Screen& screen) {
    if (!screen.local.keys_open) return;
    Ui& ui = screen.ui;
    const bool closed = ui.sheet("keys", "Keys and questions", [&] {
        for (const Shortcut& shortcut : table) {
            if (!shortcut.keys.empty() && applies(shortcut, screen.snapshot.stage)) {
                ui.pair(shortcut.does, shortcut.keys);
            }
        }
        for (const KeyOfKit& key : everywhere) ui.pair(key.does, key.keys);
        ui.hairline();
        ui.text(
            "When does a day end? At four in the morning, so that a late evening still "
            "belongs to the day before.");
        ui.text("Does it work without a network? Yes. What is shared is sent when there is one.");
        ui.text("Can the practice's server read it? No. It passes on what it cannot open.");
    });
    if (closed) screen.local.keys_open = false;
}

}  // namespace evenkeel::ui
