// The care team of the client that is open: who of the practice reads the record, and who could.
#include "app/model/phrases.h"
#include "app/ui/screens/screens.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using model::CareTeamView;
using model::ColleagueLine;
using model::OverviewView;

void let_in(const Screen& screen, const OverviewView& view, const ColleagueLine& line) {
    std::string sentence =
        tr("{0} will read all that was and will be shared with the care team, on every device they "
           "have. {1} is told at their next sync.",
           line.name, view.name);
    if (!line.verified) {
        sentence += " " + tr("You have not compared the digits of {0} yet (Settings).", line.name);
    }
    screen.local.confirmation =
        Confirmation{.title = tr("Let {0} into the record of {1}?", line.name, view.name),
                     .sentence = std::move(sentence),
                     .button = tr("Let them in"),
                     .intent = model::LetColleagueIn{.record = view.record, .user = line.user}};
}

void ask_about(const Screen& screen, const OverviewView& view, const ColleagueLine& line) {
    screen.local.confirmation = Confirmation{
        .title = tr("Ask {0} about {1}?", view.name, line.name),
        .sentence = tr("{0} reads this name with their next sync, and decides on their "
                       "own device. Until then {1} reads nothing.",
                       view.name, line.name),
        .button = tr("Ask them"),
        .intent = model::LetColleagueIn{.record = view.record, .user = line.user}};
}

void take_out(const Screen& screen, const OverviewView& view, const ColleagueLine& line) {
    screen.local.confirmation =
        Confirmation{.title = tr("Take {0} out of the record of {1}?", line.name, view.name),
                     .sentence = tr("From now on they can read nothing new in it. What they have "
                                    "already, they have. They can come back with a new device "
                                    "only."),
                     .button = tr("Take them out"),
                     .intent = model::TakeColleagueOut{.record = view.record, .user = line.user}};
}

void go(const Screen& screen, const OverviewView& view, const ColleagueLine& self) {
    screen.local.confirmation =
        Confirmation{.title = tr("Leave the care team of {0}?", view.name),
                     .sentence = tr("From now on you read nothing new in this record. What is on "
                                    "your devices stays there. You can come back with a new device "
                                    "only."),
                     .button = tr("Leave it"),
                     .intent = model::TakeColleagueOut{.record = view.record, .user = self.user}};
}

std::string_view compared(const ColleagueLine& line) {
    return line.verified ? tr("Digits compared") : tr("Digits not compared yet");
}

void self_inside(const Screen& screen, const OverviewView& view, const ColleagueLine& self,
                 bool may_go) {
    Ui& ui = screen.ui;
    ui.pair(tr("{0} (you)", self.name), self.role);
    if (!may_go) return;
    ui.group("member", self.name, [&] {
        ui.flow([&] {
            if (ui.button("go", tr("Leave this care team"), ButtonStyle::quiet)) {
                go(screen, view, self);
            }
        });
    });
    ui.hairline();
}

void colleague_inside(const Screen& screen, const OverviewView& view, const ColleagueLine& line,
                      bool may_change) {
    Ui& ui = screen.ui;
    ui.pair(line.name, compared(line));
    if (!may_change) return;
    ui.group("member", line.name, [&] {
        for (const std::string& number : line.safety_numbers) {
            ui.text(number, TextStyle::caption, Tone::muted);
        }
        ui.flow([&] {
            if (ui.button("out", tr("Take out"), ButtonStyle::danger)) {
                take_out(screen, view, line);
            }
        });
    });
    ui.hairline();
}

void inside(const Screen& screen, const OverviewView& view, bool is_in) {
    const bool may_go = is_in && view.team.inside.size() > 1;
    for (const ColleagueLine& line : view.team.inside) {
        screen.ui.scope(scope_of(line.user), [&] {
            line.is_self ? self_inside(screen, view, line, may_go)
                         : colleague_inside(screen, view, line, is_in);
        });
    }
}

// A colleague is chosen from those who are not in.
void choices(const Screen& screen, const OverviewView& view) {
    Ui& ui = screen.ui;
    const CareTeamView& team = view.team;
    ui.text(team.client_approves ? tr("About whom?") : tr("Who is let in?"), TextStyle::label);
    for (const ColleagueLine& line : team.outside) {
        const bool is_asked = std::ranges::find(team.asked, line.user) != team.asked.end();
        ui.scope(scope_of(line.user), [&] {
            if (!ui.row("choose",
                        {.title = line.name,
                         .detail = team.client_approves && is_asked ? tr("The client was asked")
                                                                    : compared(line),
                         .icon = Icon::people,
                         .opens = false})) {
                return;
            }
            screen.local.team_choosing.reset();
            team.client_approves ? ask_about(screen, view, line) : let_in(screen, view, line);
        });
    }
    ui.flow([&] {
        if (ui.button("nobody", tr("Nobody now"), ButtonStyle::quiet)) {
            screen.local.team_choosing.reset();
        }
    });
}

void outside(const Screen& screen, const OverviewView& view) {
    Ui& ui = screen.ui;
    const CareTeamView& team = view.team;
    if (team.client_approves) {
        ui.text(tr("In this practice the client decides: they let a colleague in on their own "
                   "device."),
                TextStyle::caption, Tone::muted);
    }
    if (team.outside.empty()) {
        ui.text(tr("Nobody else of the practice can be let in."), TextStyle::caption, Tone::muted);
    } else if (screen.local.team_choosing == view.record) {
        choices(screen, view);
    } else {
        ui.flow([&] {
            const char* const label =
                team.client_approves ? tr("Ask about a colleague") : tr("Let a colleague in");
            if (ui.button("let-in", label, ButtonStyle::secondary, Icon::plus)) {
                screen.local.team_choosing = view.record;
            }
        });
    }
    if (team.taken_out.empty()) return;
    ui.text(fill(plural("{0} was taken out, and can come back with a new device only.",
                        "{0} were taken out, and can come back with a new device only.",
                        team.taken_out.size()),
                 {model::listed(team.taken_out)}),
            TextStyle::caption, Tone::muted);
}

}  // namespace

void care_team_card(const Screen& screen, const OverviewView& view) {
    Ui& ui = screen.ui;
    const bool is_in = std::ranges::any_of(view.team.inside, &ColleagueLine::is_self);
    ui.card([&] {
        ui.heading(tr("Care team"), 3);
        ui.text(tr("Who of the practice reads what {0} shares.", view.name), TextStyle::caption,
                Tone::muted);
        inside(screen, view, is_in);
        if (is_in) {
            outside(screen, view);
        } else if (view.team.inside.empty()) {
            ui.text(tr("Nobody of the practice."), TextStyle::body, Tone::muted);
        }
    });
}

}  // namespace evenkeel::ui
