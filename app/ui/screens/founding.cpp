// A clinician sets up a practice on its new server, and puts its recovery sheet away.
#include "app/ui/screens/screens.h"
#include "core/words/tr.h"

namespace evenkeel::ui {
namespace {

constexpr std::size_t address_characters_max = 300;
constexpr std::size_t code_characters_max = 100;
constexpr std::size_t name_characters_max = 60;

// What is left to do before the practice can be made; empty: nothing.
std::string_view missing(const FoundForm& form) {
    if (form.server.empty()) return tr("Type the server's address.");
    if (form.setup_code.empty()) return tr("Type the set-up code.");
    if (form.practice.empty()) return tr("Give the practice a name.");
    if (form.name.empty()) return tr("Say what you want to be called.");
    return {};
}

void server_card(const Screen& screen, FoundForm& form) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("Your server"), 3);
        ui.text(tr("It printed these when it was set up."), TextStyle::caption, Tone::muted);
        ui.field("server", tr("Server address"), form.server,
                 {.hint = "https://…", .characters_max = address_characters_max});
        ui.field("code", tr("Set-up code"), form.setup_code,
                 {.characters_max = code_characters_max});
        ui.field("pin", tr("Pin, if it printed one"), form.pin,
                 {.hint = "sha256//…", .characters_max = code_characters_max});
    });
}

void names_card(const Screen& screen, FoundForm& form) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("Your practice"), 3);
        ui.field("practice", tr("Name of the practice"), form.practice,
                 {.characters_max = name_characters_max});
        ui.field("name", tr("Your name"), form.name, {.characters_max = name_characters_max});
        ui.text(tr("Clients see both before they join."), TextStyle::caption, Tone::muted);
    });
}

void sheet_card(const Screen& screen, FoundForm& form) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("Recovery sheet"), 3);
        ui.text(tr("Four lines that open the practice's shared records if every device is lost. "
                   "They are written to a file for you to print, and shown next."),
                TextStyle::body, Tone::muted);
        path_field(screen, tr("File for the recovery sheet"), form.sheet,
                   screen.snapshot.sheet_path);
    });
}

void found_button(const Screen& screen, const FoundForm& form) {
    Ui& ui = screen.ui;
    const std::string_view why = missing(form);
    if (screen.snapshot.busy) {
        ui.status(Icon::cloud, tr("Setting up the practice on its server."));
    } else if (!why.empty()) {
        ui.disabled_button("create", tr("Set up the practice"), why);
    } else if (ui.button("create", tr("Set up the practice"), ButtonStyle::primary)) {
        screen.post(model::FoundPractice{.server = form.server,
                                         .setup_code = form.setup_code,
                                         .pin = form.pin,
                                         .practice = form.practice,
                                         .name = form.name,
                                         .sheet_path = form.sheet.path});
    }
}

}  // namespace

void found_practice(const Screen& screen) {
    Ui& ui = screen.ui;
    FoundForm& form = screen.local.found;
    constexpr float column_min_dp = 340;
    ui.page("found", [&] {
        if (page_head(screen, tr("Set up a practice"), tr("Back"))) form.open = false;
        ui.columns(2, column_min_dp, [&](std::size_t column) {
            if (column == 0) return server_card(screen, form);
            names_card(screen, form);
        });
        sheet_card(screen, form);
        ui.space(16);
        found_button(screen, form);
    });
}

void recovery_sheet(const Screen& screen) {
    if (!screen.snapshot.sheet) return;
    const model::RecoverySheet& sheet = *screen.snapshot.sheet;
    Ui& ui = screen.ui;
    ui.page("sheet", [&] {
        page_head(screen, tr("The practice is set up"));
        ui.card([&] {
            ui.heading(tr("Your recovery sheet"), 3);
            if (sheet.text.empty()) {
                ui.status(Icon::bell, tr("The file is no longer where it was written."),
                          Tone::caution);
            } else {
                ui.text(sheet.text, TextStyle::title);
            }
            ui.space(12);
            ui.text(tr("Written to {0}", sheet.path), TextStyle::caption, Tone::muted);
        });
        ui.card([&] {
            ui.heading(tr("Do this now"), 3);
            ui.text(
                tr("Print the file twice, or copy the four lines by hand. Keep the two papers in "
                   "two places that lock. Then delete the file."));
            ui.space(8);
            ui.text(tr("Who has this sheet and a copy of the server can open every shared record. "
                       "Without it, a practice that loses all its devices has lost its records. It "
                       "is not shown again."),
                    TextStyle::body, Tone::muted);
        });
        ui.space(16);
        if (ui.button("continue", tr("It is on paper, in two places"), ButtonStyle::primary)) {
            screen.post(model::Continue{});
        }
    });
}

}  // namespace evenkeel::ui
