// `member team`, `add` and `out`: who of the practice is in a client's record.
#include "app/cli/commands.h"
#include "sync/client/care_team.h"

namespace evenkeel::cli {

namespace {

using client::TeamPlace;

const char* place_word(TeamPlace place) {
    return place == TeamPlace::inside    ? "in the record"
           : place == TeamPlace::outside ? "not in it"
                                         : "taken out; can come back with a new device only";
}

Result<void> show_team(Session& session, const std::string& client_name) {
    TRY_ASSIGN(const VaultId record, session.record(client_name));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto team, client::read_care_team(*profile, record));
    nlohmann::json list = nlohmann::json::array();
    for (const client::TeamLine& line : team.lines) {
        session.say(to_hex(line.user).substr(0, 12) + "  " +
                    (line.name.empty() ? "(no name yet)" : line.name) + "  " +
                    place_word(line.place));
        list.push_back({{"user_id", to_hex(line.user)},
                        {"name", line.name},
                        {"inside", line.place == TeamPlace::inside},
                        {"taken_out", line.place == TeamPlace::taken_out},
                        {"told", line.told}});
    }
    if (team.client_approves) {
        session.say("The client decides: they let a colleague in on their own device.");
    }
    session.print({{"team", list}, {"client_approves", team.client_approves}});
    return {};
}

// One of the practice's staff, by the whole name or the first digits of the id.
Result<UserId> find_colleague(client::Profile& profile, VaultId record, const std::string& which) {
    TRY_ASSIGN(const auto team, client::read_care_team(profile, record));
    std::vector<UserId> matches;
    for (const client::TeamLine& line : team.lines) {
        const bool is_meant =
            !which.empty() && (line.name == which || to_hex(line.user).starts_with(which));
        if (is_meant) matches.push_back(line.user);
    }
    if (matches.size() == 1) return matches.front();
    if (matches.empty()) {
        return Error(ErrorCode::not_found, "Nobody of the staff has that name or id.");
    }
    return Error(ErrorCode::invalid_input, "Several people are called so; give the id.");
}

Result<void> let_in(Session& session, const std::string& which, const std::string& client_name) {
    TRY_ASSIGN(const VaultId record, session.record(client_name));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const UserId user, find_colleague(*profile, record, which));
    TRY(client::let_colleague_in(*profile, record, user));
    session.say(client_name.empty()
                    ? "Let in: they read all that was and will be shared with the care team."
                    : "Let in: they read all that was and will be shared with the care team. The "
                      "client is told at their next sync.");
    session.print({{"user_id", to_hex(user)}, {"inside", true}});
    return {};
}

Result<void> take_out(Session& session, const std::string& which, const std::string& client_name) {
    TRY_ASSIGN(const VaultId record, session.record(client_name));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const UserId user, find_colleague(*profile, record, which));
    TRY(client::take_colleague_out(*profile, record, user));
    TRY_ASSIGN(const client::Identity self, session.identity());
    session.say(user == self.user
                    ? "You are out: you receive nothing written from now on. What you had, you "
                      "have, and you can come back with a new device only."
                    : "Taken out: they receive nothing written from now on. What they had, they "
                      "had, and they can come back with a new device only.");
    session.print({{"user_id", to_hex(user)}, {"inside", false}});
    return {};
}

using Change = Result<void> (*)(Session&, const std::string&, const std::string&);

void add_change(CLI::App& member, const Chosen& choose, const char* name, const char* about,
                Change change) {
    CLI::App* command = member.add_subcommand(name, about);
    auto who = std::make_shared<std::string>();
    auto client_name = std::make_shared<std::string>();
    command->add_option("who", *who, "Their name, or the first digits of their id")->required();
    command->add_option("--client", *client_name, "Clinicians: whose record")->type_name("NAME");
    command->callback(
        [=] { choose([=](Session& session) { return change(session, *who, *client_name); }); });
}

}  // namespace

void add_care_team(CLI::App& member, const Chosen& choose) {
    CLI::App* team = member.add_subcommand("team", "Who of the practice is in a client's record");
    auto client_name = std::make_shared<std::string>();
    team->add_option("--client", *client_name, "Clinicians: whose record")->type_name("NAME");
    team->callback(
        [=] { choose([=](Session& session) { return show_team(session, *client_name); }); });
    add_change(member, choose, "add", "Let a colleague into a client's record", let_in);
    add_change(member, choose, "out",
               "Take a colleague out of a client's record again, or yourself", take_out);
}

}  // namespace evenkeel::cli
