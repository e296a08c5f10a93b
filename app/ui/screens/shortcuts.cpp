#include "app/ui/screens/shortcuts.h"

#include "app/ui/screens/caseload.h"
#include "app/ui/screens/screens.h"
#include "app/ui/screens/typing.h"
#include "core/words/tr.h"

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

// The button that offers it comes last in the order of Tab, and goes after ten seconds.
void take_back(const Screen& screen) {
    const auto& saved = screen.snapshot.saved;
    if (saved && saved->can_undo) screen.post(model::Undo{});
}

enum class Whose { both, client, clinician };
struct Shortcut {
    char character;
    bool control;
    Whose whose;
    Literal keys;
    Literal does;
    void (*act)(const Screen& screen);
};

constexpr std::array<Shortcut, 18> table = {
    Shortcut{'1', false, Whose::client, "1", tr_later("Today"),
             [](const Screen& s) { choose_tab(s, 0); }},
    {'2', false, Whose::client, "2", tr_later("Journal"),
     [](const Screen& s) { choose_tab(s, 1); }},
    {'3', false, Whose::client, "3", tr_later("Trends"), [](const Screen& s) { choose_tab(s, 2); }},
    {'4', false, Whose::client, "4", tr_later("Boundaries"),
     [](const Screen& s) { choose_tab(s, 3); }},
    {'5', false, Whose::client, "5", tr_later("Sharing and safety"),
     [](const Screen& s) { choose_tab(s, 4); }},
    {'/', false, Whose::clinician, "/", tr_later("Search the caseload"), search},
    {'j', false, Whose::clinician, "J", tr_later("Next client"),
     [](const Screen& s) { move_in_caseload(s, 1); }},
    {'k', false, Whose::clinician, "K", tr_later("Previous client"),
     [](const Screen& s) { move_in_caseload(s, -1); }},
    {'1', false, Whose::clinician, tr_later("1 to 5"),
     tr_later("Overview, words, days, boundaries, device"),
     [](const Screen& s) { choose_tab(s, 0); }},
    {'2', false, Whose::clinician, "", "", [](const Screen& s) { choose_tab(s, 1); }},
    {'3', false, Whose::clinician, "", "", [](const Screen& s) { choose_tab(s, 2); }},
    {'4', false, Whose::clinician, "", "", [](const Screen& s) { choose_tab(s, 3); }},
    {'5', false, Whose::clinician, "", "", [](const Screen& s) { choose_tab(s, 4); }},
    {'a', false, Whose::clinician, "A", tr_later("Acknowledge what was told about safety"),
     acknowledge_by_key},
    {'r', false, Whose::clinician, "R", tr_later("Reply to the open page"), reply_by_key},
    {'z', true, Whose::both, "Ctrl+Z", tr_later("Take back what was saved"), take_back},
    {'l', true, Whose::both, "Ctrl+L", tr_later("Lock"), lock_now},
    {'?', false, Whose::both, "?", tr_later("This list"),
     [](const Screen& s) { s.local.keys_open = !s.local.keys_open; }},
};

bool applies(const Shortcut& shortcut, model::Stage stage) {
    if (shortcut.whose == Whose::both) return true;
    return (shortcut.whose == Whose::client) == (stage == model::Stage::client);
}

struct KeyOfKit {
    Literal keys;
    Literal does;
};
constexpr std::array<KeyOfKit, 5> everywhere = {
    KeyOfKit{tr_later("Tab, Shift+Tab"), tr_later("Next, previous")},
    {tr_later("Enter or Space"), tr_later("Press")},
    {tr_later("Arrows"), tr_later("Choose, or step")},
    {"Ctrl+Enter", tr_later("Keep or send what is typed")},
    {tr_later("Escape"), tr_later("Close, or back")}};

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
    const bool closed = ui.sheet("keys", tr("Keys and questions"), [&] {
        for (const Shortcut& shortcut : table) {
            if (*shortcut.keys.text != '\0' && applies(shortcut, screen.snapshot.stage)) {
                ui.pair(tr(shortcut.does), tr(shortcut.keys));
            }
        }
        for (const KeyOfKit& key : everywhere) ui.pair(tr(key.does), tr(key.keys));
        ui.hairline();
        ui.text(
            tr("When does a day end? At four in the morning, so that a late evening still belongs "
               "to the day before."));
        ui.text(
            tr("Does it work without a network? Yes. What is shared is sent when there is one."));
        ui.text(tr("Can the practice's server read it? No. It passes on what it cannot open."));
    });
    if (closed) screen.local.keys_open = false;
}

}  // namespace evenkeel::ui
