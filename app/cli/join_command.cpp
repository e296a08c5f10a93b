// `join`: enrolling this profile, after saying what will be shared.
#include "app/cli/commands.h"
#include "app/cli/sharing.h"
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

// What was agreed to stands in the record before anything else does.
Result<void> finish(Session& session, client::Profile& profile, const client::Joined& joined) {
    if (joined.identity.role == Role::client) {
        TRY(model::write_wish(profile.store(), joined.identity.care_vault));
    }
    return tell_joined(session, joined);
}

struct JoinOptions {
    std::string link, name;
    std::vector<std::string> shared;
    bool agreed = false;
};

Result<void> join(Session& session, const JoinOptions& options) {
    const std::string& link = options.link;
    // A mistyped link is refused before a profile or a passphrase is asked for.
    TRY(paper::parse_invite_link(link));
    TRY_ASSIGN(const auto shared, read_shared_words(options.shared));
    TRY_ASSIGN(client::Profile * profile, session.profile_or_new());
    TRY_ASSIGN(const auto continued, client::continue_join(*profile, link));
    if (continued) return finish(session, *profile, *continued);
    TRY_ASSIGN(const auto preview, client::preview_invite(*profile, link));
    session.say(preview.inviter_name + " of " + preview.practice_name + " invites you.\n\n" +
                preview.sharing_text + "\n");
    TRY_ASSIGN(const bool agrees, person_agrees(options.agreed));
    if (!agrees) {
        session.say("Nothing was sent.");
        return {};
    }
    const bool says_what = !options.shared.empty() && preview.role == trust::InviteRole::client;
    TRY(model::keep_wish(profile->store(), says_what ? std::optional(shared) : std::nullopt));
    TRY_ASSIGN(const auto joined, client::join(*profile, link, options.name));
    return finish(session, *profile, joined);
}

}  // namespace

void add_join_commands(CLI::App& app, const Chosen& choose) {
    CLI::App* command = app.add_subcommand("join", "Join a practice with the link you were given");
    auto options = std::make_shared<JoinOptions>();
    command->add_option("link", options->link, "The link, or - to read it from standard input")
        ->required()
        ->type_name("LINK");
    command
        ->add_option("--name", options->name,
                     "Your name, or this device's, as the others will see it")
        ->required()
        ->type_name("NAME");
    command
        ->add_option(
            "--share", options->shared,
            "What of it you share, as mood,use,answers or nothing; if not given, all of it")
        ->delimiter(',')
        ->type_name("KINDS");
    command->add_flag("--agree", options->agreed, "You have read what will be shared, and agree");
    command->callback([=] {
        choose([=](Session& session) -> Result<void> {
            if (options->link == "-") std::getline(std::cin, options->link);
            return join(session, *options);
        });
    });
}

}  // namespace evenkeel::cli
