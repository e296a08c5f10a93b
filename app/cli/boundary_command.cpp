// `boundary`: proposing, answering, listing, and the daily answer.
#include "app/cli/boundary_options.h"
#include "app/cli/commands.h"
#include "app/cli/sharing.h"
#include "app/cli/words.h"
#include "core/store/entries.h"
#include "sync/client/agreements.h"

namespace evenkeel::cli {

namespace {

struct Target {
    client::Profile* profile = nullptr;
    VaultId record;
    client::BoundaryBook book;
};

Result<Target> open_target(Session& session, const std::string& client_name) {
    Target target;
    TRY_ASSIGN(target.record, session.open_record(client_name, ViewedSection::boundaries));
    TRY_ASSIGN(target.profile, session.profile());
    TRY_ASSIGN(target.book, client::boundaries(*target.profile, target.record));
    return target;
}

// Shows the boundary as it stands after a change; JSON has the same keys as `list`.
Result<void> tell(Session& session, Target& target, EntityId boundary, const std::string& done) {
    TRY_ASSIGN(target.book, client::boundaries(*target.profile, target.record));
    nlohmann::json list = nlohmann::json::array();
    for (const BoundaryStanding& standing : target.book.standings) {
        if (standing.boundary != boundary) continue;
        session.say(done + "\n" + boundary_lines(target.book, standing));
        list.push_back(boundary_json(target.book, standing));
    }
    session.print({{"boundaries", list}});
    return {};
}

Result<void> propose(Session& session, const BoundaryOptions& options,
                     const std::string& client_name, const std::string& answered) {
    TRY_ASSIGN(Target target, open_target(session, client_name));
    TRY_ASSIGN(const Day now_day, store::today(target.profile->store()));
    TRY_ASSIGN(const client::BoundaryDraft draft, read_draft(options, now_day));
    if (answered.empty()) {
        TRY_ASSIGN(const EntityId id, client::propose(*target.profile, target.record, draft));
        return tell(session, target, id,
                    "Proposed and signed by you. The other side answers next.");
    }
    TRY_ASSIGN(const EntityId id, find_boundary(target.book, answered));
    TRY(client::counter(*target.profile, target.record, id, draft));
    return tell(session, target, id, "Your version is proposed and signed by you.");
}

struct DecideOptions {
    std::string id, note, client_name, version;
};

Result<void> decide(Session& session, const DecideOptions& options, Decision decision) {
    TRY_ASSIGN(Target target, open_target(session, options.client_name));
    TRY_ASSIGN(const EntityId id, find_boundary(target.book, options.id));
    std::optional<Hash32> version;
    for (const VersionRecord& record : target.book.versions) {
        const bool named = !options.version.empty() && record.document.boundary == id &&
                           to_hex(record.hash).starts_with(options.version);
        if (named) version = record.hash;
    }
    if (!options.version.empty() && !version) {
        return Error(ErrorCode::not_found, "That boundary has no version of that hash.");
    }
    std::optional<PhiText> note;
    if (!options.note.empty()) note = PhiText(options.note);
    TRY(client::decide(*target.profile, target.record, id, decision, note, version));
    const char* done = decision == Decision::accept ? "Signed by you." : "Done.";
    return tell(session, target, id, done);
}

Result<void> list(Session& session, const std::string& client_name) {
    TRY_ASSIGN(const Target target, open_target(session, client_name));
    nlohmann::json document = nlohmann::json::array();
    for (const BoundaryStanding& standing : target.book.standings) {
        session.say(boundary_lines(target.book, standing) + "\n");
        document.push_back(boundary_json(target.book, standing));
    }
    if (target.book.standings.empty()) session.say("No boundaries yet.");
    session.print({{"boundaries", document}});
    return {};
}

struct CheckOptions {
    std::string id, answer, day, note;
    bool all_private = false;
    bool private_note = false;
};

Result<void> check(Session& session, const CheckOptions& options) {
    TRY_ASSIGN(const Target target, open_target(session, ""));
    TRY_ASSIGN(const EntityId id, find_boundary(target.book, options.id));
    BoundaryAnswer answer;
    answer.boundary = id;
    answer.answer = Phi<Answer>(options.answer == "kept"     ? Answer::kept
                                : options.answer == "partly" ? Answer::partly
                                : options.answer == "broken" ? Answer::broken
                                                             : Answer::not_applicable);
    if (!options.note.empty()) answer.note = PhiText(options.note);
    store::EntryTime time;
    if (!options.day.empty()) {
        TRY_ASSIGN(time.day, parse_date(options.day));
    }
    TRY_ASSIGN(const store::Placement placement,
               placement_of(*target.profile, target.record, SharedData::boundary_answers,
                            options.all_private));
    const store::Privacy privacy{
        .entry = placement, .note = options.private_note ? store::Placement::private_ : placement};
    TRY_ASSIGN(const auto saved, store::answer_boundary(target.profile->store(), target.record,
                                                        time, std::move(answer), privacy));
    session.say("Saved on this device for " + print_date(saved.day) + ".");
    session.print(
        {{"entry_id", to_hex(saved.id)}, {"day", print_date(saved.day)}, {"late", saved.late}});
    return {};
}

void add_proposals(CLI::App& boundary, const Chosen& choose) {
    for (const bool is_counter : {false, true}) {
        CLI::App* command = boundary.add_subcommand(
            is_counter ? "counter" : "propose",
            is_counter ? "Answer a proposal with your own version" : "Propose a new boundary");
        auto options = std::make_shared<BoundaryOptions>();
        auto client_name = std::make_shared<std::string>();
        auto answered = std::make_shared<std::string>();
        if (is_counter) {
            command->add_option("id", *answered, "The boundary it answers")->required();
        }
        add_boundary_options(*command, *options);
        command->add_option("--client", *client_name, "Clinicians: with whom")->type_name("NAME");
        command->callback([=] {
            choose([=](Session& session) {
                return propose(session, *options, *client_name, *answered);
            });
        });
    }
}

void add_decision(CLI::App& boundary, const Chosen& choose, const char* name, const char* help,
                  Decision decision) {
    CLI::App* command = boundary.add_subcommand(name, help);
    auto options = std::make_shared<DecideOptions>();
    command->add_option("id", options->id, "The boundary's id, or its first digits")->required();
    command->add_option("--note", options->note, "A few words to the other side")
        ->type_name("TEXT");
    command->add_option("--version", options->version, "Which version, where several are accepted")
        ->type_name("HASH");
    command->add_option("--client", options->client_name, "Clinicians: with whom")
        ->type_name("NAME");
    command->callback(
        [=] { choose([=](Session& session) { return decide(session, *options, decision); }); });
}

void add_check(CLI::App& boundary, const Chosen& choose) {
    CLI::App* command = boundary.add_subcommand("check", "Your answer for a day");
    auto options = std::make_shared<CheckOptions>();
    command->add_option("id", options->id, "The boundary's id, or its first digits")->required();
    command->add_option("answer", options->answer, "How it went")
        ->required()
        ->check(CLI::IsMember({"kept", "partly", "broken", "na"}));
    command->add_option("--day", options->day, "The day it is about, if not today")
        ->type_name("DATE");
    command->add_option("--note", options->note, "A few words")->type_name("TEXT");
    command->add_flag("--private", options->all_private, "Keep the answer to yourself");
    command->add_flag("--private-note", options->private_note, "Share the answer, not the note");
    command->callback([=] { choose([=](Session& session) { return check(session, *options); }); });
}

}  // namespace

void add_boundary_commands(CLI::App& app, const Chosen& choose) {
    CLI::App* boundary = app.add_subcommand("boundary", "Boundaries two people agree on");
    boundary->require_subcommand(1);
    add_proposals(*boundary, choose);
    add_decision(*boundary, choose, "accept", "Sign the version that waits", Decision::accept);
    add_decision(*boundary, choose, "decline", "Say no to the version that waits",
                 Decision::decline);
    add_decision(*boundary, choose, "withdraw", "End it, from either side, at any time",
                 Decision::withdraw);
    add_decision(*boundary, choose, "pause", "Pause it, without giving a reason", Decision::pause);
    add_decision(*boundary, choose, "resume", "End the pause", Decision::resume);
    CLI::App* list_command =
        boundary->add_subcommand("list", "All boundaries and where they stand");
    auto client_name = std::make_shared<std::string>();
    list_command->add_option("--client", *client_name, "Clinicians: whose")->type_name("NAME");
    list_command->callback(
        [=] { choose([=](Session& session) { return list(session, *client_name); }); });
    add_check(*boundary, choose);
    add_review_commands(*boundary, choose);
}

}  // namespace evenkeel::cli
