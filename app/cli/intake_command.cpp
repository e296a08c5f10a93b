// `intake`: the digital-habits questions, one by one at a terminal or each by its name.
#include "app/cli/commands.h"
#include "app/cli/intake_words.h"
#include "app/model/phrases.h"
#include "core/domain/practice_words.h"
#include "platform/terminal.h"
#include "sync/client/practice_policy.h"

#include <iostream>

namespace evenkeel::cli {

namespace {

struct IntakeOptions {
    std::string client_name, key, value;
    bool together = false;
    bool interview = false;
};

// Everything a subcommand works with. The pointers of `standing` are into `intakes`.
struct IntakeDesk {
    store::Store* store = nullptr;
    VaultId record;
    client::Identity self;
    std::vector<store::KeptIntake> intakes;
    model::IntakeStanding standing;

    [[nodiscard]] Role role() const {
        return self.role == Role::client ? Role::client : Role::clinician;
    }
};

Result<void> read_again(IntakeDesk& desk) {
    TRY_ASSIGN(desk.intakes, store::read_intakes(*desk.store, desk.record));
    desk.standing = model::intake_standing(desk.intakes, desk.role());
    return {};
}

Result<std::unique_ptr<IntakeDesk>> open_desk(Session& session, const IntakeOptions& options) {
    auto desk = std::make_unique<IntakeDesk>();
    TRY_ASSIGN(desk->record, session.open_record(options.client_name, ViewedSection::intake));
    TRY_ASSIGN(desk->self, session.identity());
    TRY_ASSIGN(client::Profile * profile, session.profile());
    desk->store = &profile->store();
    TRY(read_again(*desk));
    return desk;
}

// The one that is open, or else the newest of this side's own, to be corrected.
Result<const store::KeptIntake*> own_intake(const IntakeDesk& desk) {
    if (desk.standing.open != nullptr) return desk.standing.open;
    for (const store::KeptIntake* kept : desk.standing.finished) {
        const bool is_clients = kept->intake.mode == IntakeMode::alone;
        if (is_clients == (desk.role() == Role::client)) return kept;
    }
    return Error(ErrorCode::not_found, "No intake was begun; `intake start` begins one.");
}

Result<void> ask(Session& session, const IntakeOptions& options) {
    TRY_ASSIGN(const auto desk, open_desk(session, options));
    if (desk->role() == Role::client) {
        return Error(ErrorCode::invalid_input,
                     "Asking is for clinicians; `intake start` begins yours.");
    }
    if (desk->standing.asked != nullptr) {
        return Error(ErrorCode::refused, "This client is asked already.");
    }
    TRY_ASSIGN(const EntityId id,
               store::begin_intake(*desk->store, desk->record, IntakeMode::alone, desk->self.user));
    session.say("The client sees it after the next sync, and answers when they want to.");
    session.print({{"entry_id", to_hex(id)}});
    return {};
}

// Asks what was not said yet, question by question, until somebody wants to stop. Each answer is
// saved before the next question.
Result<void> ask_at_terminal(IntakeDesk& desk, EntityId id) {
    std::cerr << "Enter leaves a question blank, `stop` stops; what was said is saved.\n\n";
    for (const IntakePart& part : intake_form().parts) {
        std::cerr << part.title << "\n";
        for (const IntakeQuestion& question : part.questions) {
            const Intake& intake = desk.standing.open->intake;
            if (!is_asked(intake_form(), question, intake.answers)) continue;
            if (answer_to(intake.answers, question.number) != nullptr) continue;
            while (true) {
                std::cerr << question_lines(question) << "> ";
                std::string line;
                if (!std::getline(std::cin, line) || line == "stop") return {};
                const auto answer = parse_answer(question, line);
                auto saved = answer.ok()
                                 ? store::answer_intake(*desk.store, desk.record, id, desk.role(),
                                                        question.number, answer.value())
                                 : Result<void>(answer.error());
                if (saved.ok()) break;
                std::cerr << saved.error().sentence() << "\n";
            }
            TRY(read_again(desk));
        }
    }
    std::cerr << "\n" << model::not_an_emergency_service.text << "\n";
    return {};
}

Result<void> start(Session& session, const IntakeOptions& options) {
    TRY_ASSIGN(const auto desk, open_desk(session, options));
    const bool is_client = desk->role() == Role::client;
    if (is_client == (options.together || options.interview)) {
        return Error(ErrorCode::invalid_input,
                     is_client ? Literal("--together and --interview are for clinicians.")
                               : Literal("Say --together or --interview; `intake ask` asks the "
                                         "client to answer alone."));
    }
    if (desk->standing.open == nullptr) {
        const IntakeMode mode = is_client          ? IntakeMode::alone
                                : options.together ? IntakeMode::together
                                                   : IntakeMode::interview;
        TRY(store::begin_intake(*desk->store, desk->record, mode, desk->self.user));
        TRY(read_again(*desk));
    }
    const EntityId id = desk->standing.open->id;
    session.say(is_client ? "Only you see it until you share it with `intake share`."
                          : "The client sees it too, after the next sync.");
    if (!session.json() && platform::is_person_at_terminal()) TRY(ask_at_terminal(*desk, id));
    session.say("Saved. `intake show` shows it, `intake answer KEY VALUE` changes an answer, " +
                std::string(is_client ? "`intake share` shares it." : "`intake finish` ends it."));
    session.print({{"entry_id", to_hex(id)}});
    return {};
}

Result<void> answer(Session& session, const IntakeOptions& options) {
    TRY_ASSIGN(const auto desk, open_desk(session, options));
    TRY_ASSIGN(const store::KeptIntake* kept, own_intake(*desk));
    const IntakeQuestion* const question = find_question(intake_form(), options.key);
    if (question == nullptr) {
        return Error(ErrorCode::invalid_input,
                     "The intake has no question of that name; `intake show` lists them.");
    }
    TRY_ASSIGN(const IntakeAnswer given, parse_answer(*question, options.value));
    const EntityId id = kept->id;
    TRY(store::answer_intake(*desk->store, desk->record, id, desk->role(), question->number,
                             given));
    session.say("Saved: " + question->name + ", " + said(*question, given).reveal() + ".");
    session.print({{"entry_id", to_hex(id)}, {"question", question->key}});
    return {};
}

Result<void> finish(Session& session, const IntakeOptions& options) {
    TRY_ASSIGN(const auto desk, open_desk(session, options));
    TRY_ASSIGN(const store::KeptIntake* kept, own_intake(*desk));
    const EntityId id = kept->id;
    TRY(store::finish_intake(*desk->store, desk->record, id, desk->role()));
    session.say(desk->role() == Role::client ? "Finished, and only yours. `intake share` shares it."
                                             : "Finished. The client sees it after the next sync.");
    session.print({{"entry_id", to_hex(id)}});
    return {};
}

Result<void> share(Session& session, const IntakeOptions& options) {
    TRY_ASSIGN(const auto desk, open_desk(session, options));
    TRY_ASSIGN(const store::KeptIntake* kept, own_intake(*desk));
    const EntityId id = kept->id;
    TRY(store::share_intake(*desk->store, desk->record, id));
    TRY_ASSIGN(const auto policy, client::policy_in(*desk->store, desk->record));
    session.say("Shared as `intake show` has it. " + nobody_watches(policy));
    session.print({{"entry_id", to_hex(id)}});
    return {};
}

Result<void> show(Session& session, const IntakeOptions& options) {
    TRY_ASSIGN(const auto desk, open_desk(session, options));
    const model::IntakeStanding& standing = desk->standing;
    const store::KeptIntake* shown = standing.open;
    if (shown == nullptr && !standing.finished.empty()) shown = standing.finished.front();
    nlohmann::json document = {{"due", standing.is_due},
                               {"asked", standing.asked != nullptr},
                               {"finished", standing.finished.size()},
                               {"questions", questions_json()}};
    if (standing.is_due) session.say("An intake is due.\n");
    if (shown == nullptr) {
        session.say(all_question_lines());
        document["intake"] = nullptr;
    } else {
        session.say(intake_lines(standing, *shown, desk->role()));
        document["intake"] = intake_json(standing, *shown);
    }
    session.print(document);
    return {};
}

using IntakeCommand = Result<void> (*)(Session&, const IntakeOptions&);

CLI::App* add(CLI::App& intake, const Chosen& choose, const char* name, const char* help,
              const std::shared_ptr<IntakeOptions>& options, IntakeCommand run) {
    CLI::App* command = intake.add_subcommand(name, help);
    command->add_option("--client", options->client_name, "Clinicians: whose")->type_name("NAME");
    command->callback([=] { choose([=](Session& session) { return run(session, *options); }); });
    return command;
}

}  // namespace

void add_intake_commands(CLI::App& app, const Chosen& choose) {
    CLI::App* intake = app.add_subcommand("intake", "Questions about digital habits");
    intake->require_subcommand(1);
    const auto options = std::make_shared<IntakeOptions>();
    add(*intake, choose, "ask", "Clinicians: ask a client for an intake", options, &ask);
    CLI::App* begin = add(*intake, choose, "start", "Begin one, or go on with it", options, &start);
    begin->add_flag("--together", options->together, "Clinicians: fill it in with the client");
    begin->add_flag("--interview", options->interview, "Clinicians: ask the questions yourself");
    CLI::App* say = add(*intake, choose, "answer", "Answer one question", options, &answer);
    say->add_option("question", options->key, "Its name, as `intake show` lists it")->required();
    say->add_option("value", options->value,
                    "Choices with commas, 1h30, 0 to 10, yes or no, words; empty clears");
    add(*intake, choose, "show", "The questions and what was said", options, &show);
    add(*intake, choose, "finish", "Say that it is finished", options, &finish);
    add(*intake, choose, "share", "Share yours with your clinician", options, &share);
}

}  // namespace evenkeel::cli
