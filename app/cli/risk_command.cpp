// `crisis` and `risk`: whom to call, telling one's clinician, and who has read it.
#include "app/cli/commands.h"
#include "app/cli/words.h"
#include "app/model/risk.h"
#include "app/model/settings.h"
#include "platform/ports.h"
#include "platform/terminal.h"
#include "sync/client/practice_policy.h"

#include <iostream>

namespace evenkeel::cli {

namespace {

struct Help {
    std::vector<model::OwnNumber> own;
    std::string country;
};

// As the card of the window: the practice's numbers first, then those of the chosen country, else
// of the system's. It opens nothing of the profile.
Result<Help> read_help(Session& session, const std::string& country) {
    TRY_ASSIGN(const std::string folder, session.folder());
    const model::Settings look = model::read_look(folder);
    Help help{.own = look.own_numbers, .country = country};
    if (help.country.empty()) help.country = look.country;
    if (help.country.empty()) help.country = model::country_of(platform::locale());
    return help;
}

Result<void> show_numbers(Session& session, const std::string& country) {
    TRY_ASSIGN(const Help help, read_help(session, country));
    nlohmann::json list = nlohmann::json::array();
    const auto show = [&](const std::string& name, const std::string& number,
                          const std::string& hours, const std::string& from) {
        session.say(number + "  " + name + (hours.empty() ? "" : "  (" + hours + ")"));
        list.push_back({{"name", name}, {"number", number}, {"hours", hours}, {"from", from}});
    };
    session.say(model::not_an_emergency_service.text);
    for (const model::OwnNumber& own : help.own) show(own.name, own.number, own.hours, "practice");
    const auto numbers = model::crisis_numbers_of(help.country);
    for (const model::CrisisNumber& number : numbers) {
        show(std::string(number.name), std::string(number.number), std::string(number.hours),
             std::string(number.country));
    }
    const std::string unchecked =
        model::unchecked_words(numbers, model::utc_day(session.clock().now()));
    if (!unchecked.empty()) session.say(unchecked);
    session.print({{"country", numbers.front().country}, {"numbers", list}, {"note", unchecked}});
    return {};
}

struct TellOptions {
    std::string words;
    bool agreed = false;
};

bool person_agrees() {
    if (!platform::is_person_at_terminal()) return false;
    std::cout << "Tell your clinician? [y/N] " << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    return answer == "y" || answer == "Y" || answer == "yes";
}

Result<void> tell(Session& session, const TellOptions& options) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    if (self.role != Role::client) {
        return Error(ErrorCode::refused, "That is for clients; nothing was saved.");
    }
    TRY_ASSIGN(client::Profile * profile, session.profile());
    store::Store& store = profile->store();
    TRY_ASSIGN(const auto policy, client::policy_in(store, self.care_vault));
    TRY_ASSIGN(const bool paused, store::sharing_paused(store, self.care_vault));
    const std::string why_not = model::why_not_told(policy, paused);
    if (!why_not.empty()) {
        session.say("`crisis` lists numbers to call.");
        return model::tell_clinician(store, self.care_vault, options.words, {}).error();
    }
    session.say(model::not_an_emergency_service.text);
    for (const std::string& sentence : model::said_before(*policy)) session.say(sentence);
    if (!options.agreed && !person_agrees()) {
        return Error(ErrorCode::refused,
                     "Nothing was saved: read what is said before, then tell it with --agree.");
    }
    TRY_ASSIGN(const Help help, read_help(session, ""));
    TRY_ASSIGN(const auto saved,
               model::tell_clinician(store, self.care_vault, options.words, help.country));
    session.say("Saved on this device; nobody can see it before the next sync.");
    session.print({{"entry_id", to_hex(saved.id)}, {"state", "here"}});
    return {};
}

const char* state_word(model::RiskState state) {
    switch (state) {
        case model::RiskState::here:
            return "here";
        case model::RiskState::held_back:
            return "held_back";
        case model::RiskState::sent:
            return "sent";
        case model::RiskState::read:
            break;
    }
    return "read";
}

void say_line(const Session& session, const model::RiskLine& line) {
    session.say(to_hex(line.id).substr(0, 12) + "  Told " + line.told + ". " + line.status);
    if (!line.arrived.empty()) session.say("    " + line.arrived);
    if (!line.words.empty()) session.say("    “" + line.words + "”");
    if (!line.sentence.empty()) session.say("    Answer: “" + line.sentence + "”");
    if (!line.shown.empty()) session.say("    " + line.shown);
}

Result<void> list(Session& session, const std::string& client_name) {
    TRY_ASSIGN(const VaultId record, session.open_record(client_name, ViewedSection::record));
    TRY_ASSIGN(const client::Identity self, session.identity());
    TRY_ASSIGN(client::Profile * profile, session.profile());
    const model::Moment now{.instant = session.clock().now(), .zone = session.clock().zone_name()};
    TRY_ASSIGN(const auto lines, self.role == Role::client
                                     ? model::told_lines(profile->store(), record, now)
                                     : model::risk_lines(profile->store(), record, now));
    nlohmann::json told = nlohmann::json::array();
    for (const model::RiskLine& line : lines) {
        say_line(session, line);
        told.push_back({{"entry_id", to_hex(line.id)},
                        {"told", line.told},
                        {"state", state_word(line.state)},
                        {"status", line.status},
                        {"words", line.words},
                        {"sentence", line.sentence},
                        {"arrived", line.arrived},
                        {"shown", line.shown}});
    }
    if (lines.empty()) session.say("Nothing about safety was told here. That is no answer: ask.");
    session.print({{"told", told}});
    return {};
}

Result<void> acknowledge(Session& session, const std::string& id, const std::string& sentence) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto row, find_entity(profile->store(), id));
    TRY_ASSIGN(const auto saved,
               model::acknowledge(profile->store(), row.record, self, row.id, sentence));
    session.say("Acknowledged as " + self.name + "; your client sees it after the next sync.");
    session.print({{"entry_id", to_hex(saved.id)}, {"by", self.name}});
    return {};
}

}  // namespace

void add_risk_commands(CLI::App& app, const Chosen& choose) {
    CLI::App* crisis = app.add_subcommand(
        "crisis", "Numbers to call now; works without a profile or a passphrase");
    auto country = std::make_shared<std::string>();
    crisis->add_option("--country", *country, "Two capital letters, as IE")->type_name("COUNTRY");
    crisis->callback(
        [=] { choose([=](Session& session) { return show_numbers(session, *country); }); });

    CLI::App* risk = app.add_subcommand("risk", "What was told about safety, and who has read it");
    risk->require_subcommand(1);
    CLI::App* tell_command = risk->add_subcommand(
        "tell", "Clients: tell your clinician; says first what that means, and asks");
    auto options = std::make_shared<TellOptions>();
    tell_command->add_option("words", options->words, "In your own words, if you like");
    tell_command->add_flag("--agree", options->agreed, "You have read what is said before");
    tell_command->callback(
        [=] { choose([=](Session& session) { return tell(session, *options); }); });

    CLI::App* list_command = risk->add_subcommand("list", "What was told, newest first");
    auto client_name = std::make_shared<std::string>();
    list_command->add_option("--client", *client_name, "Clinicians: whose")->type_name("NAME");
    list_command->callback(
        [=] { choose([=](Session& session) { return list(session, *client_name); }); });

    CLI::App* acknowledge_command =
        risk->add_subcommand("acknowledge", "Clinicians: say by your name that you have read it");
    auto id = std::make_shared<std::string>();
    auto sentence = std::make_shared<std::string>();
    acknowledge_command->add_option("id", *id, "Its id, or the first digits")->required();
    acknowledge_command->add_option("--sentence", *sentence, "To the client")->type_name("TEXT");
    acknowledge_command->callback(
        [=] { choose([=](Session& session) { return acknowledge(session, *id, *sentence); }); });
}

}  // namespace evenkeel::cli
