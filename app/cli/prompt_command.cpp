// `prompt`: questions that a clinician gives a client to write about.
#include "app/cli/boundary_options.h"
#include "app/cli/commands.h"
#include "app/cli/words.h"
#include "app/model/practice_questions.h"
#include "app/model/prompt_form.h"
#include "core/codec/entity.h"
#include "core/store/entries.h"

namespace evenkeel::cli {

namespace {

struct GiveOptions {
    std::string question, client_name, to;
    bool daily = false;
    std::vector<std::string> weekdays;
};

Result<client::Identity> need_clinician(Session& session) {
    TRY_ASSIGN(client::Identity self, session.identity());
    if (self.role != Role::client) return self;
    return Error(ErrorCode::invalid_input, "Prompts are given and ended by clinicians.");
}

Result<void> give(Session& session, const GiveOptions& options) {
    TRY_ASSIGN(const client::Identity self, need_clinician(session));
    TRY_ASSIGN(const VaultId record, session.record(options.client_name));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    model::PromptForm form{.question = options.question};
    if (options.daily) form.rhythm = PromptRhythm::daily;
    if (!options.weekdays.empty()) form.rhythm = PromptRhythm::weekly;
    TRY_ASSIGN(form.weekdays, read_weekdays(options.weekdays));
    TRY_ASSIGN(const Day today, store::today(profile->store()));
    PromptAssignment prompt = model::prompt_of(form, today, self.user);
    if (!options.to.empty()) {
        TRY_ASSIGN(prompt.to, parse_date(options.to));
    }
    TRY(model::note_origin(profile->store(), self.practice_vault, prompt));
    const std::string when = model::rhythm_words(prompt);
    TRY_ASSIGN(const auto saved, store::give_prompt(profile->store(), record, std::move(prompt)));
    session.say("Given: " + when + ". It goes out at the next sync.");
    session.print({{"entry_id", to_hex(saved.id)}, {"asked", when}});
    return {};
}

Result<void> list(Session& session, const std::string& client_name) {
    TRY_ASSIGN(const VaultId record, session.open_record(client_name, ViewedSection::prompts));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto rows, profile->store().list({.record = record,
                                                       .kind = EntityKind::prompt_assignment,
                                                       .day_from = std::nullopt,
                                                       .day_to = std::nullopt,
                                                       .subject = std::nullopt,
                                                       .newest_first = true}));
    nlohmann::json prompts = nlohmann::json::array();
    for (const store::EntityRow& row : rows) {
        TRY_ASSIGN(const auto prompt, codec::decode_prompt_assignment(row.fragment));
        const std::string question = prompt.question ? prompt.question->reveal() : "";
        const std::string when = model::rhythm_words(prompt);
        session.say(to_hex(row.id).substr(0, 12) + "  " + print_date(prompt.from) + "  " +
                    (prompt.ended ? "ended" : when) + "\n" + question + "\n");
        prompts.push_back({{"entry_id", to_hex(row.id)},
                           {"question", question},
                           {"asked", when},
                           {"from", print_date(prompt.from)},
                           {"ended", prompt.ended}});
    }
    if (rows.empty()) session.say("No prompts here.");
    session.print({{"prompts", prompts}});
    return {};
}

Result<void> end(Session& session, const std::string& id) {
    TRY(need_clinician(session));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto row, find_entity(profile->store(), id));
    TRY(store::end_prompt(profile->store(), row.record, row.id));
    session.say("It is asked no more; what was written to it stays.");
    session.print({{"entry_id", to_hex(row.id)}});
    return {};
}

// The practice's own questions, beside the library.
Result<void> list_own(Session& session) {
    TRY_ASSIGN(const client::Identity self, need_clinician(session));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto members, client::list_members(*profile));
    TRY_ASSIGN(const auto own,
               model::read_questions(profile->store(), self.practice_vault, self.user, members));
    nlohmann::json questions = nlohmann::json::array();
    for (const model::PracticeQuestion& each : own) {
        session.say(to_hex(each.id).substr(0, 12) + "  " + each.question);
        questions.push_back({{"entry_id", to_hex(each.id)},
                             {"question", each.question},
                             {"drafted", each.drafted}});
    }
    if (own.empty()) session.say("The practice has no questions of its own.");
    session.print({{"questions", questions}});
    return {};
}

Result<void> add_own(Session& session, const std::string& question, bool drafted) {
    TRY_ASSIGN(const client::Identity self, need_clinician(session));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto saved, store::add_question(profile->store(), self.practice_vault,
                                                     PhiText(question), self.user, drafted));
    session.say("Kept; colleagues are offered it after the next sync.");
    session.print({{"entry_id", to_hex(saved.id)}});
    return {};
}

// Without a new wording it is retired.
Result<void> edit_own(Session& session, const std::string& id, const std::string& question) {
    TRY_ASSIGN(const client::Identity self, need_clinician(session));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto row, find_entity(profile->store(), id));
    if (question.empty()) {
        TRY(store::retire_question(profile->store(), self.practice_vault, row.id));
    } else {
        TRY(store::change_question(profile->store(), self.practice_vault, row.id,
                                   PhiText(question)));
    }
    session.say("Where it was given it stays as it was.");
    session.print({{"entry_id", to_hex(row.id)}});
    return {};
}

void add_own_commands(CLI::App& prompt, const Chosen& choose) {
    CLI::App* own_command = prompt.add_subcommand("own", "The practice's own questions");
    own_command->callback([=] { choose(list_own); });

    auto question = std::make_shared<std::string>();
    auto id = std::make_shared<std::string>();
    CLI::App* add_command = prompt.add_subcommand("add", "Add a question of the practice's own");
    add_command->add_option("question", *question, "The question, one line")->required();
    auto drafted = std::make_shared<bool>(false);
    add_command->add_flag("--drafted", *drafted,
                          "A language model wrote it first, and you edited and approved it");
    add_command->callback(
        [=] { choose([=](Session& session) { return add_own(session, *question, *drafted); }); });

    CLI::App* change_command = prompt.add_subcommand("change", "Change a question of its own");
    change_command->add_option("id", *id, "The question's id, or its first digits")->required();
    change_command->add_option("question", *question, "The new wording")->required();
    change_command->callback(
        [=] { choose([=](Session& session) { return edit_own(session, *id, *question); }); });

    CLI::App* retire_command = prompt.add_subcommand("retire", "Offer a question no more");
    retire_command->add_option("id", *id, "The question's id, or its first digits")->required();
    retire_command->callback(
        [=] { choose([=](Session& session) { return edit_own(session, *id, {}); }); });
}

}  // namespace

void add_prompt_commands(CLI::App& app, const Chosen& choose) {
    CLI::App* prompt = app.add_subcommand("prompt", "Questions given to a client to write about");
    prompt->require_subcommand(1);

    CLI::App* give_command = prompt->add_subcommand("give", "Give a client a question");
    auto options = std::make_shared<GiveOptions>();
    give_command->add_option("question", options->question, "The question, one line")->required();
    give_command->add_option("--client", options->client_name, "Whose")->type_name("NAME");
    auto* daily = give_command->add_flag("--daily", options->daily, "Asked every day, not once");
    give_command->add_option("--on", options->weekdays, "Asked on these weekdays, as mon,thu")
        ->delimiter(',')
        ->excludes(daily);
    give_command->add_option("--to", options->to, "The last day it is asked")->type_name("DATE");
    give_command->callback(
        [=] { choose([=](Session& session) { return give(session, *options); }); });

    CLI::App* list_command = prompt->add_subcommand("list", "All questions given, newest first");
    auto client_name = std::make_shared<std::string>();
    list_command->add_option("--client", *client_name, "Clinicians: whose")->type_name("NAME");
    list_command->callback(
        [=] { choose([=](Session& session) { return list(session, *client_name); }); });

    CLI::App* end_command = prompt->add_subcommand("end", "Ask a question no more");
    auto id = std::make_shared<std::string>();
    end_command->add_option("id", *id, "The prompt's id, or its first digits")->required();
    end_command->callback([=] { choose([=](Session& session) { return end(session, *id); }); });

    add_own_commands(*prompt, choose);
    add_draft_commands(*prompt, choose);
}

}  // namespace evenkeel::cli
