// The practice: who belongs to it, and who was invited and has not joined yet.
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using model::ColleagueLine;
using model::InvitedLine;

// The page of an invite shows the link, or why there is none.
void show_link(const Screen& screen, model::Intent intent) {
    const bool is_colleague = screen.local.clinician_tab == ClinicianTab::settings;
    begin_invite(screen, is_colleague ? Invitee::colleague : Invitee::client);
    screen.local.invite_again = true;
    screen.post(std::move(intent));
}

void cancel(const Screen& screen, const InvitedLine& line) {
    screen.local.confirmation =
        Confirmation{.title = tr("Cancel the invite for {0}?", line.name),
                     .sentence = tr("Whoever has the link can no longer join with it. You can "
                                    "invite the same person anew at any time."),
                     .button = tr("Cancel the invite"),
                     .intent = model::CancelInvite{line.invite}};
}

void invited_buttons(const Screen& screen, const InvitedLine& line) {
    Ui& ui = screen.ui;
    ui.text(line.expires, TextStyle::caption, Tone::muted);
    ui.flow([&] {
        if (!line.expired &&
            ui.button("show", tr("Show the link"), ButtonStyle::secondary, Icon::eye)) {
            show_link(screen, model::ShowInvite{line.invite});
        }
        if (ui.button("anew", tr("Invite anew"))) show_link(screen, model::InviteAnew{line.invite});
        if (ui.button("cancel", tr_as("an invite", "Cancel"), ButtonStyle::danger))
            cancel(screen, line);
    });
}

void invited_row(const Screen& screen, const InvitedLine& line) {
    std::optional<InviteId>& open = screen.local.open_invited;
    const bool is_open = open == line.invite;
    if (screen.ui.row("invited",
                      {.title = line.name,
                       .detail = line.made,
                       .badge = line.expired ? tr("The link ran out") : tr("Has not joined yet"),
                       .chosen = is_open,
                       .opens = false})) {
        open = is_open ? std::nullopt : std::optional(line.invite);
    }
    if (is_open) {
        screen.ui.group("invite", tr("Invite for {0}", line.name),
                        [&] { invited_buttons(screen, line); });
    }
}

void safety_numbers(const Screen& screen, const ColleagueLine& line) {
    Ui& ui = screen.ui;
    for (const std::string& number : line.safety_numbers) ui.text(number, TextStyle::label);
    if (line.is_self) {
        ui.text(tr("Your safety number, for colleagues to compare."), TextStyle::caption,
                Tone::muted);
    } else if (line.verified) {
        ui.status(Icon::check, tr("You compared these digits."), Tone::positive);
    } else if (line.safety_numbers.empty()) {
        ui.text(tr("No device yet."), TextStyle::caption, Tone::muted);
    } else {
        ui.text(tr("Compare these digits with the ones on their screen when you meet."),
                TextStyle::caption, Tone::muted);
        ui.flow([&] {
            if (ui.button("same", tr("We compared them: the same"))) {
                screen.post(model::MarkColleagueVerified{line.user});
            }
        });
    }
}

// Within how many days shared pages are answered.
void promise(const Screen& screen) {
    Ui& ui = screen.ui;
    const std::uint32_t now = screen.snapshot.clinician->reply_days.value_or(0);
    constexpr std::array<std::uint32_t, 6> days = {0, 1, 2, 3, 5, 7};  // 0: no promise
    ui.space(12);
    ui.text(tr("Shared pages are answered within"), TextStyle::caption, Tone::muted);
    ui.flow([&] {
        for (std::size_t i = 0; i < days.size(); ++i) {
            const std::string label =
                days[i] == 0 ? tr("No promise") : tr_n("{0} day", "{0} days", days[i]);
            ui.scope(i, [&] {
                if (!ui.chip("days", label, now == days[i]) || now == days[i]) return;
                screen.post(
                    model::PromiseReplies{days[i] == 0 ? std::nullopt : std::optional(days[i])});
            });
        }
    });
    const bool is_other = std::ranges::find(days, now) == days.end();
    const std::string read_by =
        tr("Clients read this where they share a page; what waits longer comes first in the "
           "caseload.");
    ui.text(is_other ? tr_n("Now within {0} day. {1}", "Now within {0} days. {1}", now, read_by)
                     : read_by,
            TextStyle::caption, Tone::muted);
}

}  // namespace

void invited(const Screen& screen, const std::vector<InvitedLine>& lines) {
    for (const InvitedLine& line : lines) {
        screen.ui.scope(scope_of(line.invite), [&] { invited_row(screen, line); });
    }
}

void practice_card(const Screen& screen) {
    const model::ClinicianViews& views = *screen.snapshot.clinician;
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(views.practice.empty() ? tr("Your practice") : views.practice, 3);
        for (const ColleagueLine& line : views.colleagues) {
            ui.scope(scope_of(line.user), [&] {
                ui.pair(line.is_self ? tr("{0} (you)", line.name) : line.name, line.role);
                ui.group("colleague", line.name, [&] { safety_numbers(screen, line); });
                ui.hairline();
            });
        }
        invited(screen, views.invited_colleagues);
        if (views.is_admin) {
            ui.flow([&] {
                if (ui.button("colleague", tr("Invite a colleague"), ButtonStyle::secondary,
                              Icon::plus)) {
                    begin_invite(screen, Invitee::colleague);
                }
            });
        } else {
            ui.text(tr("An admin of the practice invites colleagues."), TextStyle::caption,
                    Tone::muted);
        }
        promise(screen);
        ui.space(12);
        safety_row(screen);
        client_approval(screen);
        ui.flow([&] {
            if (ui.button("questions", tr("Our own questions"), ButtonStyle::secondary,
                          Icon::book)) {
                screen.local.practice_question = {};
                screen.local.above = Above::practice_questions;
            }
        });
    });
}

}  // namespace evenkeel::ui
