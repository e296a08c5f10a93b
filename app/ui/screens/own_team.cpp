// The care team as its client sees it: who reads along, and whom they are asked about.
#include "app/model/phrases.h"
#include "app/ui/screens/screens.h"
#include "core/words/tr.h"

namespace evenkeel::ui {
namespace {

using model::OwnTeamView;
using model::TeamMember;

std::vector<std::string> names_of(const std::vector<TeamMember>& members) {
    std::vector<std::string> names;
    for (const TeamMember& member : members) names.push_back(member.name);
    return names;
}

// Nobody is let in by a slip: what it means is read first.
void let_in(const Screen& screen, const TeamMember& member) {
    screen.local.confirmation = Confirmation{
        .title = tr("Let {0} into your record?", member.name),
        .sentence = tr("They will read all that you shared and will share with your care team. You "
                       "can take them out again; what they have read by then, they have."),
        .button = tr("Let them in"),
        .intent = model::AnswerColleague{.user = member.user, .let_in = true}};
}

void take_out(const Screen& screen, const TeamMember& member) {
    screen.local.confirmation = Confirmation{
        .title = tr("Take {0} out of your record?", member.name),
        .sentence = tr("From now on they can read nothing new in it. What they have already, they "
                       "have. They can come back with a new device only."),
        .button = tr("Take them out"),
        .intent = model::TakeOutOfMyRecord{member.user}};
}

void inside_card(const Screen& screen, const OwnTeamView& team) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("They read what you share"), 3);
        if (team.inside.empty())
            ui.text(tr("Nobody of the practice."), TextStyle::body, Tone::muted);
        // The last one stays: taking them out is leaving the practice, which has its own page.
        const bool can_go = team.inside.size() > 1;
        for (const TeamMember& member : team.inside) {
            ui.scope(scope_of(member.user), [&] {
                ui.hairline();
                ui.text(member.name);
                if (!can_go) return;
                ui.group("member", member.name, [&] {
                    ui.flow([&] {
                        if (ui.button("out", tr("Take out"), ButtonStyle::danger)) {
                            take_out(screen, member);
                        }
                    });
                });
            });
        }
    });
}

void asked_card(const Screen& screen, const TeamMember& member) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("May {0} read along?", member.name), 3);
        ui.text(
            tr("Your practice asks. Until you say yes, they read nothing of yours. Nobody is told "
               "if you say no, and nothing changes."));
        ui.group("asked", member.name, [&] {
            ui.flow([&] {
                if (ui.button("in", tr("Let them in"), ButtonStyle::primary, Icon::check)) {
                    let_in(screen, member);
                }
                if (ui.button("not-now", tr("Not now"), ButtonStyle::secondary)) {
                    screen.post(model::AnswerColleague{.user = member.user, .let_in = false});
                }
            });
        });
    });
}

void declined_card(const Screen& screen, const std::vector<TeamMember>& members) {
    if (members.empty()) return;
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("You did not let them in"), 3);
        for (const TeamMember& member : members) {
            ui.scope(scope_of(member.user), [&] {
                ui.hairline();
                ui.text(member.name);
                ui.group("declined", member.name, [&] {
                    ui.flow([&] {
                        if (ui.button("in", tr("Let them in"))) let_in(screen, member);
                    });
                });
            });
        }
    });
}

}  // namespace

void own_team_row(const Screen& screen, const OwnTeamView& team) {
    const std::string names = model::listed(names_of(team.inside));
    if (screen.ui.row("team", {.title = tr("Who is in your care team"),
                               .detail = names,
                               .badge = team.asked.empty() ? "" : tr("Waits for you"),
                               .badge_tone = Tone::caution,
                               .icon = Icon::people})) {
        screen.local.above = Above::own_team;
    }
}

void asked_about_colleague(const Screen& screen) {
    const OwnTeamView& team = screen.snapshot.client->sharing.team;
    if (team.asked.empty()) return;
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.status(Icon::people, tr("Your practice asks whether a colleague may read along: {0}.",
                                   model::listed(names_of(team.asked))));
        ui.flow([&] {
            if (ui.button("team-asked", tr("Look at it"), ButtonStyle::secondary)) {
                screen.local.above = Above::own_team;
            }
        });
    });
}

void own_team(const Screen& screen) {
    const OwnTeamView& team = screen.snapshot.client->sharing.team;
    Ui& ui = screen.ui;
    ui.page("own-team", [&] {
        if (page_head(screen, tr("Your care team"), tr("Back"))) screen.local.above = Above::none;
        for (const TeamMember& member : team.asked) {
            ui.scope(scope_of(member.user), [&] { asked_card(screen, member); });
        }
        inside_card(screen, team);
        declined_card(screen, team.declined);
        ui.text(team.client_decides
                    ? tr("Nobody else of the practice comes in without your word.")
                    : tr("Your clinician can let a colleague in, to stand in for them or to advise "
                         "them. You are told who came and by whose word."),
                TextStyle::caption, Tone::muted);
    });
}

}  // namespace evenkeel::ui
