// The first minutes: what this is, a passphrase, an invite, and what will be shared.
#include "app/ui/screens/passphrase.h"
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"
#include "core/domain/text.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

constexpr std::size_t link_characters_max = 2000;
constexpr std::size_t name_characters_max = 60;

struct Promise {
    Literal title;
    Literal sentence;
};
constexpr std::array<Promise, 3> promises = {
    Promise{
        tr_later("A day takes a few taps"),
        tr_later(
            "You note your mood, your screen time, and how the boundaries went that you agreed on "
            "with your clinician.")},
    Promise{
        tr_later("Nobody watches live"),
        tr_later("Your clinician sees what you share when they get to it, and never what you keep "
                 "private.")},
    Promise{tr_later("It works without a network"),
            tr_later("Everything is kept on this device, locked. What you share is sent later, "
                     "encrypted.")}};

void welcome(const Screen& screen) {
    Ui& ui = screen.ui;
    ui.page("welcome", [&] {
        ui.text(tr("Evenkeel"), TextStyle::body, Tone::muted);
        ui.space(0);
        page_head(screen, tr("A quiet place for your days"));
        ui.space(16);
        for (const auto& [title, sentence] : promises) {
            ui.card([&] {
                ui.heading(tr(title), 3);
                ui.text(tr(sentence), TextStyle::body, Tone::muted);
            });
        }
        ui.space(16);
        if (ui.button("begin", tr("Begin"), ButtonStyle::primary))
            screen.local.join.welcomed = true;
    });
}

void passphrase_fields(const Screen& screen) {
    Ui& ui = screen.ui;
    NewPassphrase& chosen = screen.local.join.passphrase;
    const bool entered = new_passphrase_fields(screen, tr("Passphrase"), chosen);
    ui.space(16);
    const std::string_view why = missing(chosen);
    if (!why.empty()) {
        ui.disabled_button("create", tr("Continue"), why);
    } else if (ui.button("create", tr("Continue"), ButtonStyle::primary) || entered) {
        screen.post(model::CreateProfile{chosen.words});
        forget(chosen);
    }
}

void choose_passphrase(const Screen& screen) {
    Ui& ui = screen.ui;
    ui.page("passphrase", [&] {
        if (page_head(screen, tr("Your passphrase"), tr("Back")))
            screen.local.join.welcomed = false;
        ui.text(
            tr("It locks everything that is on this device. If you forget it, nobody can open "
               "what is only here: not your clinician, not the practice, not us."));
        ui.space(16);
        ui.card([&] {
            if (screen.snapshot.busy) {
                ui.status(Icon::lock, tr("Making your locked profile. This takes a few seconds."));
            } else {
                passphrase_fields(screen);
            }
        });
    });
}

void consent_pieces(const Screen& screen) {
    JoinForm& form = screen.local.join;
    screen.ui.card([&] {
        screen.ui.heading(tr("What you share"), 3);
        screen.ui.text(tr("Each one is your choice, and you can change it on any day."),
                       TextStyle::caption, Tone::muted);
        for (std::size_t i = 0; i < shared_words.size(); ++i) {
            screen.ui.scope(i, [&] {
                if (screen.ui.toggle("share", tr(shared_words[i].name), tr(shared_words[i].detail),
                                     form.shared[i])) {
                    form.shared[i] = !form.shared[i];
                }
            });
        }
    });
}

void join_buttons(const Screen& screen, const model::InviteFacts& invite) {
    Ui& ui = screen.ui;
    JoinForm& form = screen.local.join;
    if (screen.snapshot.busy) {
        ui.status(Icon::cloud, tr("Joining. This needs the network for a moment."));
        return;
    }
    const auto chosen =
        static_cast<std::size_t>(std::count(form.shared.begin(), form.shared.end(), true));
    std::string label = tr("Join");
    if (invite.as_client && !invite.as_device) {
        label = chosen == 0 ? tr("Join and share nothing yet")
                            : tr("Join and share {0} of {1}", chosen, form.shared.size());
    }
    if (form.name.empty()) {
        ui.disabled_button("join", label, tr("Say first what you want to be called."));
    } else if (ui.button("join", label, ButtonStyle::primary)) {
        model::Join join{.link = invite.link, .name = form.name, .shared = {}};
        for (std::size_t i = 0; i < shared_words.size(); ++i) {
            if (form.shared[i]) join.shared.push_back(shared_words[i].data);
        }
        screen.post(std::move(join));
    }
    if (ui.button("not-now", tr("Do not join"), ButtonStyle::quiet))
        screen.post(model::ForgetInvite{});
}

}  // namespace

void first_run(const Screen& screen) {
    if (screen.local.join.welcomed) return choose_passphrase(screen);
    welcome(screen);
}

void enter_link(const Screen& screen) {
    Ui& ui = screen.ui;
    if (screen.local.found.open) return found_practice(screen);
    JoinForm& form = screen.local.join;
    ui.page("link", [&] {
        page_head(screen, tr("Join your practice"));
        ui.text(
            tr("Paste the invite link that your clinician or your practice gave you, or type where "
               "the file with it is. Nothing is sent about you before you agree."));
        ui.space(16);
        ui.card([&] {
            const auto field =
                ui.field("link", tr("Invite link or file"), form.link,
                         {.hint = "evenkeel:…", .characters_max = link_characters_max});
            ui.space(16);
            if (screen.snapshot.busy) {
                ui.status(Icon::cloud, tr("Asking the practice's server."));
            } else if (form.link.empty()) {
                ui.disabled_button("read", tr("Show what it asks"), tr("Paste the link first."));
            } else if (ui.button("read", tr("Show what it asks"), ButtonStyle::primary) ||
                       field.submitted) {
                screen.post(model::PreviewInvite{form.link});
            }
        });
        ui.space(16);
        ui.text(tr("No link, because the practice is yours and its server is new?"),
                TextStyle::caption, Tone::muted);
        ui.flow([&] {
            if (ui.button("found", tr("I am a clinician: set up with a code"),
                          ButtonStyle::quiet)) {
                screen.local.found.open = true;
            }
        });
    });
}

void consent(const Screen& screen) {
    if (!screen.snapshot.invite) return;
    const model::InviteFacts& invite = *screen.snapshot.invite;
    Ui& ui = screen.ui;
    ui.page("consent", [&] {
        if (page_head(screen, tr("Your invite"), tr("Back"))) screen.post(model::ForgetInvite{});
        ui.card([&] {
            ui.heading(invite.practice, 2);
            ui.text(tr("From {0}", invite.inviter), TextStyle::body, Tone::muted);
            ui.space(16);
            ui.text(invite.sharing_text);
        });
        if (invite.as_client && !invite.as_device) consent_pieces(screen);
        ui.card([&] {
            ui.field("name", invite.as_device ? tr("What to call this device") : tr("Your name"),
                     screen.local.join.name, {.characters_max = name_characters_max});
            ui.text(tr("The people of the practice who care for you see this name."),
                    TextStyle::caption, Tone::muted);
        });
        ui.space(16);
        join_buttons(screen, invite);
    });
}

void compare_numbers(const Screen& screen) {
    Ui& ui = screen.ui;
    ui.page("numbers", [&] {
        page_head(screen, tr("You have joined"));
        ui.card([&] {
            ui.heading(tr("Your safety number"), 3);
            ui.text(screen.snapshot.safety_number, TextStyle::display);
            ui.space(16);
            ui.text(
                tr("Read it to the person who invited you when you meet. If their screen shows the "
                   "same "
                   "digits, nobody stands between the two of you. If not, do not go on, and say "
                   "so."));
            ui.text(tr("You find it again under Sharing; clinicians find it under Settings."),
                    TextStyle::caption, Tone::muted);
        });
        ui.space(16);
        if (ui.button("continue", tr("Continue"), ButtonStyle::primary)) {
            screen.post(model::Continue{});
        }
    });
}

}  // namespace evenkeel::ui
