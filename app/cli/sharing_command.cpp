// `sharing`: what a client shares, kind by kind, and a pause of all of it.
#include "app/cli/commands.h"
#include "app/cli/sharing.h"
#include "core/store/operation.h"
#include "sync/client/leaving.h"

#include <algorithm>

namespace evenkeel::cli {

namespace {

struct Kind {
    const char* word;
    SharedData data;
};
constexpr std::array kinds = {Kind{"mood", SharedData::mood}, Kind{"use", SharedData::use},
                              Kind{"answers", SharedData::boundary_answers}};

Result<VaultId> own_record(Session& session) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    if (self.role == Role::client) return self.care_vault;
    return Error(ErrorCode::invalid_input, "What is shared is for the client to say.");
}

// Asked for, or done and seen in the list of members.
Result<bool> is_leaving(Session& session) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const bool asked, client::is_leaving(profile->store()));
    TRY_ASSIGN(const auto keyring, client::Keyring::load(profile->store(), self));
    return asked || client::has_left(keyring, self.care_vault);
}

Result<void> show(Session& session) {
    TRY_ASSIGN(const VaultId record, own_record(session));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto shared, model::read_consents(profile->store(), record));
    TRY_ASSIGN(const bool paused, store::sharing_paused(profile->store(), record));
    TRY_ASSIGN(const bool leaving, is_leaving(session));
    nlohmann::json document = {{"paused", paused}, {"left", leaving}};
    for (const Kind& kind : kinds) {
        const bool is_shared = shared.at(kind.data);
        session.say(std::string(model::name(kind.data).text) +
                    (is_shared ? ": shared" : ": stays with you"));
        document[kind.word] = is_shared;
    }
    if (leaving) {
        session.say("You left the practice. What you shared before stays with it.");
    } else if (paused) {
        session.say(
            "Sharing is paused: what you log from now on stays with you. What was already "
            "sent stays with your clinician.");
    }
    session.print(document);
    return {};
}

Result<void> set(Session& session, const std::string& word, bool shared) {
    TRY_ASSIGN(const VaultId record, own_record(session));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    const auto kind =
        std::ranges::find_if(kinds, [&](const Kind& each) { return word == each.word; });
    TRY(model::write_consent(profile->store(), record, kind->data, shared));
    return show(session);
}

Result<void> pause(Session& session, bool paused) {
    TRY_ASSIGN(const VaultId record, own_record(session));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const bool leaving, is_leaving(session));
    if (leaving && !paused) {
        return Error(ErrorCode::refused, "You left the practice: there is nobody to share with.");
    }
    TRY(store::set_sharing_paused(profile->store(), record, paused));
    return show(session);
}

Result<void> leave(Session& session, bool agreed) {
    TRY(own_record(session));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    if (!agreed) {
        return Error(ErrorCode::refused,
                     "Leaving cannot be undone: nothing you log reaches your practice any more, "
                     "and what you shared stays with it. Say --yes if you want that.");
    }
    TRY(client::leave_practice(*profile));
    session.say(
        "You left the practice: what you log stays with you from now on. With the next sync they "
        "are taken out of your record and see it.");
    return show(session);
}

}  // namespace

Result<std::vector<SharedData>> read_shared_words(const std::vector<std::string>& words) {
    std::vector<SharedData> shared;
    for (const std::string& word : words) {
        const auto kind =
            std::ranges::find_if(kinds, [&](const Kind& each) { return word == each.word; });
        if (kind != kinds.end()) {
            shared.push_back(kind->data);
        } else if (word != "nothing" || words.size() > 1) {
            return Error(ErrorCode::invalid_input, "Share any of: mood, use, answers; or nothing.");
        }
    }
    return shared;
}

Result<store::Placement> placement_of(client::Profile& profile, VaultId record, SharedData data,
                                      bool all_private) {
    TRY_ASSIGN(const auto shared, model::read_consents(profile.store(), record));
    return all_private || !shared.at(data) ? store::Placement::private_ : store::Placement::shared;
}

void add_sharing_commands(CLI::App& app, const Chosen& choose) {
    CLI::App* group = app.add_subcommand("sharing", "What your care team sees of what you log");
    group->require_subcommand(1);
    group->add_subcommand("show", "As it is now")->callback([choose] { choose(show); });

    auto word = std::make_shared<std::string>();
    auto value = std::make_shared<std::string>();
    CLI::App* setting = group->add_subcommand("set", "From now on; what was shared stays shared");
    setting->add_option("kind", *word, "mood, use or answers")
        ->required()
        ->check(CLI::IsMember({"mood", "use", "answers"}));
    setting->add_option("value", *value, "on or off")
        ->required()
        ->check(CLI::IsMember({"on", "off"}));
    setting->callback(
        [=] { choose([=](Session& session) { return set(session, *word, *value == "on"); }); });

    auto agreed = std::make_shared<bool>(false);
    CLI::App* leaving = group->add_subcommand("leave", "Leave the practice, for good");
    leaving->add_flag("--yes", *agreed, "You know that it cannot be undone");
    leaving->callback([=] { choose([=](Session& session) { return leave(session, *agreed); }); });

    for (const bool paused : {true, false}) {
        group
            ->add_subcommand(paused ? "pause" : "resume",
                             paused ? "Keep all you log to yourself until you resume"
                                    : "Share again what you log from now on")
            ->callback([choose, paused] {
                choose([paused](Session& session) { return pause(session, paused); });
            });
    }
}

}  // namespace evenkeel::cli
