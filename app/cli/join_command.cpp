// `join`: enrolling this profile, after saying what will be shared.
#include "app/cli/commands.h"
#include "platform/terminal.h"
#include "sync/client/enrolment.h"
#include "sync/paper/invite_link.h"

#include <iostream>

namespace evenkeel::cli {

namespace {

const char* role_word(Role role) {
    switch (role) {
        case Role::client:
            return "client";
        case Role::clinician:
            return "clinician";
        case Role::admin:
            return "admin";
    }
    return "client";
}

// A person at a terminal is asked; a script must have said --agree.
Result<bool> person_agrees(bool agreed) {
    if (agreed) return true;
    if (!platform::is_person_at_terminal()) {
        return Error(ErrorCode::refused,
                     "Nothing was sent: read what will be shared, then join with --agree.");
    }
    std::cout << "Join? [y/N] " << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    return answer == "y" || answer == "Y" || answer == "yes";
}

Result<void> tell_joined(Session& session, const client::Joined& joined) {
    const VaultId vault = joined.identity.role == Role::client ? joined.identity.care_vault
                                                               : joined.identity.practice_vault;
    session.say("You have joined. Safety number, to compare in session:\n  " +
                joined.safety_number);
    session.print({{"role", role_word(joined.identity.role)},
                   {"vault_id", to_hex(vault)},
                   {"safety_number", joined.safety_number}});
    return {};
}

Result<void> join(Session& session, const std::string& link, const std::string& name, bool agreed) {
    // A mistyped link is refused before a profile or a passphrase is asked for.
    TRY(paper::parse_invite_link(link));
    TRY_ASSIGN(client::Profile * profile, session.profile_or_new());
    TRY_ASSIGN(const auto continued, client::continue_join(*profile, link));
    if (continued) return tell_joined(session, *continued);
    TRY_ASSIGN(const auto preview, client::preview_invite(*profile, link));
    session.say(preview.inviter_name + " of " + preview.practice_name + " invites you.\n\n" +
                preview.sharing_text + "\n");
    TRY_ASSIGN(const bool agrees, person_agrees(agreed));
    if (!agrees) {
        session.say("Nothing was sent.");
        return {};
    }
    TRY_ASSIGN(const auto joined, client::join(*profile, link, name));
    return tell_joined(session, joined);
}

}  // namespace

void add_join_commands(CLI::App& app, const Chosen& choose) {
    CLI::App* command = app.add_subcommand("join", "Join a practice with the link you were given");
    auto link = std::make_shared<std::string>();
    auto name = std::make_shared<std::string>();
    command->add_option("link", *link, "The link, or - to read it from standard input")
        ->required()
        ->type_name("LINK");
    command->add_option("--name", *name, "Your name, or this device's, as the others will see it")
        ->required()
        ->type_name("NAME");
    auto agreed = std::make_shared<bool>(false);
    command->add_flag("--agree", *agreed, "You have read what will be shared, and agree");
    command->callback([=] {
        choose([=](Session& session) -> Result<void> {
            if (*link == "-") std::getline(std::cin, *link);
            return join(session, *link, *name, *agreed);
        });
    });
}

}  // namespace evenkeel::cli
