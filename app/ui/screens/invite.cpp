// An invite: a link that works once, to be handed over in person.
#include "app/ui/screens/screens.h"
#include "core/words/tr.h"

#include <vector>

namespace evenkeel::ui {
namespace {

constexpr std::size_t name_characters_max = 60;

// A clinician invites a client and, under Settings, a colleague; everybody adds further devices of
// their own.
struct InviteWords {
    Literal title;
    Literal question;
    Literal about_name;
    Literal back;
    Literal tell_title;
    Literal tell;
};
constexpr InviteWords for_client = {
    .title = tr_later("Invite a client"),
    .question = tr_later("Whom do you invite?"),
    .about_name =
        tr_later("Only your practice sees this name; the client says their own when they join."),
    .back = tr_later("Caseload"),
    .tell_title = tr_later("What to tell your client"),
    .tell = tr_later(
        "Nobody watches live. You choose, kind by kind, what is shared, and can change it on any "
        "day. After joining, your device shows a number: bring it to our next session.")};
constexpr InviteWords for_colleague = {
    .title = tr_later("Invite a colleague"),
    .question = tr_later("Whom do you invite?"),
    .about_name =
        tr_later("Only your practice sees this name; your colleague says their own on joining."),
    .back = tr_later("Back"),
    .tell_title = tr_later("What to tell your colleague"),
    .tell = tr_later("Install Evenkeel, choose a passphrase, and paste this link. It then shows "
                     "digits: compare them with the ones under Settings here, when you meet.")};
constexpr InviteWords for_device = {
    .title = tr_later("Add a device"),
    .question = tr_later("What do you call it?"),
    .about_name = tr_later("A name for your own list, as tablet or laptop."),
    .back = tr_later("Back"),
    .tell_title = tr_later("On the other device"),
    .tell = tr_later(
        "Install Evenkeel there, choose a passphrase, and paste this link or point its camera at "
        "the picture. It then shows digits: let it in here only if yours are the same.")};

const InviteWords& words_of(const Screen& screen) {
    switch (screen.local.invitee) {
        case Invitee::client:
            return for_client;
        case Invitee::colleague:
            return for_colleague;
        case Invitee::device:
            return for_device;
    }
    return for_device;
}

const std::optional<model::InviteView>& made_invite(const Screen& screen) {
    const model::Snapshot& snapshot = screen.snapshot;
    return snapshot.clinician ? snapshot.clinician->invite : snapshot.client->invite;
}

void make(const Screen& screen) {
    const std::string& name = screen.local.invite_name;
    switch (screen.local.invitee) {
        case Invitee::client:
            return screen.post(model::InviteClient{name});
        case Invitee::colleague:
            return screen.post(model::InviteColleague{name});
        case Invitee::device:
            return screen.post(model::InviteDevice{name});
    }
}

void ask_name(const Screen& screen) {
    Ui& ui = screen.ui;
    const InviteWords& words = words_of(screen);
    std::string& name = screen.local.invite_name;
    ui.card([&] {
        const bool entered =
            ui.field("name", tr(words.question), name, {.characters_max = name_characters_max})
                .submitted;
        ui.text(tr(words.about_name), TextStyle::caption, Tone::muted);
        ui.space(16);
        if (screen.snapshot.busy) {
            ui.status(Icon::cloud, tr("Making the invite."));
        } else if (name.empty()) {
            ui.disabled_button("make", tr("Make the invite"), tr("Say a name first."));
        } else if (ui.button("make", tr("Make the invite"), ButtonStyle::primary) || entered) {
            make(screen);
        }
    });
}

void picture(const Screen& screen, const model::InviteView& made) {
    if (made.qr_width == 0) return;
    // std::vector<bool> has no span.
    const auto modules = std::make_unique<bool[]>(made.qr_modules.size());
    std::copy(made.qr_modules.begin(), made.qr_modules.end(), modules.get());
    screen.ui.qr_code(tr("Invite link as a picture, for a camera"),
                      {modules.get(), made.qr_modules.size()}, made.qr_width);
}

void hand_over(const Screen& screen, const model::InviteView& made) {
    Ui& ui = screen.ui;
    ui.text(tr("It works once, {0}.", made.expires), TextStyle::body);
    if (!made.offered) {
        ui.status(Icon::cloud_off,
                  tr("The server does not have it yet. It works after the next sync."),
                  Tone::caution);
    }
    ui.space(12);
    ui.text(made.link, TextStyle::caption, Tone::muted);
    ui.flow([&] {
        if (ui.button("copy", screen.local.link_copied ? tr("Copied") : tr("Copy the link"),
                      ButtonStyle::primary, Icon::copy)) {
            ui.copy_text(made.link);
            screen.local.link_copied = true;
        }
    });
    ui.space(16);
    ui.heading(tr(words_of(screen).tell_title), 3);
    ui.text(tr(words_of(screen).tell));
}

void show_invite(const Screen& screen, const model::InviteView& made) {
    constexpr float column_min_dp = 300;
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("Invite for {0}", made.name), 2);
        ui.columns(2, column_min_dp, [&](std::size_t column) {
            if (column == 0) return hand_over(screen, made);
            picture(screen, made);
        });
    });
    ui.flow([&] {
        if (ui.button("done", tr("Done"))) leave_invite(screen);
    });
}

}  // namespace

void begin_invite(const Screen& screen, Invitee whom) {
    screen.local.invitee = whom;
    screen.local.above = Above::invite;
}

void leave_invite(const Screen& screen) {
    if (screen.local.above != Above::invite) return;
    screen.local.above = Above::none;
    screen.local.invite_name.clear();
    screen.local.link_copied = false;
    screen.local.invite_again = false;
    screen.local.open_invited.reset();
    if (made_invite(screen)) screen.post(model::CloseInvite{});
}

void invite(const Screen& screen) {
    const auto& made = made_invite(screen);
    screen.ui.page("invite", [&] {
        if (page_head(screen, tr(words_of(screen).title), tr(words_of(screen).back)))
            leave_invite(screen);
        if (made) return show_invite(screen, *made);
        if (screen.local.invite_again) {
            if (screen.snapshot.busy) screen.ui.status(Icon::cloud, tr("Making the link."));
            return;
        }
        ask_name(screen);
    });
}

}  // namespace evenkeel::ui
