// The care team of the client that is open: who of the practice reads the record, and who could.
#include "app/model/phrases.h"
#include "app/ui/screens/screens.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using model::CareTeamView;
using model::ColleagueLine;
using model::OverviewView;

void let_in(const Screen& screen, const OverviewView& view, const ColleagueLine& line) {
    std::string sentence = line.name +
                           " will read all that was and will be shared with the care "
                           "team, on every device they have. " +
                           view.name + " is told at their next sync.";
    if (!line.verified) {
        sentence += " You have not compared the digits of " + line.name + " yet (Settings).";
    }
    screen.local.confirmation =
        Confirmation{.title = "Let " + line.name + " into the record of " + view.name + "?",
                     .sentence = std::move(sentence),
                     .button = "Let them in",
                     .intent = model::LetColleagueIn{.record = view.record, .user = line.user}};
    screen.local.team_choosing.reset();
}

void take_out(const Screen& screen, const OverviewView& view, const ColleagueLine& line) {
    screen.local.confirmation =
        Confirmation{.title = "Take " + line.name + " out of the record of " + view.name + "?",
                     .sentence =
                         "From now on they can read nothing new in it. What they have "
                         "already, they have. They can come back with a new device only.",
                     .button = "Take them out",
                     .intent = model::TakeColleagueOut{.record = view.record, .user = line.user}};
}

std::string_view compared(const ColleagueLine& line) {
    return line.verified ? "Digits compared" : "Digits not compared yet";
}

void inside(const Screen& screen, const OverviewView& view, bool may_change) {
    Ui& ui = screen.ui;
    for (const ColleagueLine& line : view.team.inside) {
        ui.scope(scope_of(line.user), [&] {
            ui.pair(line.is_self ? line.name + " (you)" : line.name,
                    line.is_self ? std::string_view(line.role) : compared(line));
            if (line.is_self || !may_change) return;
            ui.group("member", line.name, [&] {
                for (const std::string& number : line.safety_numbers) {
                    ui.text(number, TextStyle::caption, Tone::muted);
                }
                ui.flow([&] {
                    if (ui.button("out", "Take out", ButtonStyle::danger)) {
                        take_out(screen, view, line);
                    }
                });
            });
            ui.hairline();
        });
    }
}

// A colleague is chosen from those who are not in.
void choices(const Screen& screen, const OverviewView& view) {
    Ui& ui = screen.ui;
    ui.text("Who is let in?", TextStyle::label);
    for (const ColleagueLine& line : view.team.outside) {
        ui.scope(scope_of(line.user), [&] {
            if (ui.row("choose", {.title = line.name,
                                  .detail = compared(line),
                                  .icon = Icon::people,
                                  .opens = false})) {
                let_in(screen, view, line);
            }
        });
    }
    ui.flow([&] {
        if (ui.button("nobody", "Nobody now", ButtonStyle::quiet)) {
            screen.local.team_choosing.reset();
        }
    });
}

void outside(const Screen& screen, const OverviewView& view) {
    Ui& ui = screen.ui;
    const CareTeamView& team = view.team;
    if (team.client_approves) {
        ui.text("In this practice the client decides: they let a colleague in on their own device.",
                TextStyle::caption, Tone::muted);
    } else if (team.outside.empty()) {
        ui.text("Nobody else of the practice can be let in.", TextStyle::caption, Tone::muted);
    } else if (screen.local.team_choosing == view.record) {
        choices(screen, view);
    } else {
        ui.flow([&] {
            if (ui.button("let-in", "Let a colleague in", ButtonStyle::secondary, Icon::plus)) {
                screen.local.team_choosing = view.record;
            }
        });
    }
    if (!team.taken_out.empty()) {
        ui.text(model::listed(team.taken_out) + (team.taken_out.size() == 1 ? " was" : " were") +
                    " taken out, and can come back with a new device only.",
                TextStyle::caption, Tone::muted);
    }
}

}  // namespace

void care_team_card(const Screen& screen, const OverviewView& view) {
    Ui& ui = screen.ui;
    const bool is_in = std::ranges::any_of(view.team.inside, &ColleagueLine::is_self);
    ui.card([&] {
        ui.heading("Care team", 3);
        ui.text("Who of the practice reads what " + view.name + " shares.", TextStyle::caption,
                Tone::muted);
        inside(screen, view, is_in);
        if (is_in) {
            outside(screen, view);
        } else if (view.team.inside.empty()) {
            ui.text("Nobody of the practice.", TextStyle::body, Tone::muted);
        }
    });
}

}  // namespace evenkeel::ui
