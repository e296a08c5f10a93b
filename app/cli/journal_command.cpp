// `journal` and `feedback`: pages, sharing them, and human replies.
#include "app/cli/commands.h"
#include "app/cli/words.h"
#include "app/model/replies.h"
#include "core/base/limits.h"
#include "core/codec/entity.h"
#include "core/domain/practice_words.h"
#include "core/store/entries.h"
#include "platform/terminal.h"
#include "sync/client/practice_policy.h"

#include <iostream>
#include <iterator>

namespace evenkeel::cli {

namespace {

struct WriteOptions {
    std::string text, file, title, day, prompt;
    bool shared = false;
    bool bring = false;
};

Result<std::string> read_text(const WriteOptions& options) {
    if (!options.file.empty()) return read_file(options.file, limits::journal_bytes_max);
    if (options.text != "-" && !options.text.empty()) return options.text;
    if (platform::is_person_at_terminal())
        std::cerr << "Write; end with Ctrl+D on an empty line.\n";
    return std::string(std::istreambuf_iterator<char>(std::cin), {});
}

// The page answers that question, and bears it as its title if it has none.
Result<void> answer_prompt(client::Profile& profile, const std::string& id, JournalPage& page) {
    TRY_ASSIGN(const auto row, find_entity(profile.store(), id));
    if (row.kind != static_cast<std::uint32_t>(EntityKind::prompt_assignment)) {
        return Error(ErrorCode::not_found, "There is no question of that id; see prompt list.");
    }
    TRY_ASSIGN(const auto prompt, codec::decode_prompt_assignment(row.fragment));
    page.prompt = row.id;
    if (!page.title) page.title = prompt.question;
    return {};
}

Result<void> write(Session& session, const WriteOptions& options) {
    // The profile first: nobody should write a page only to learn that it cannot be saved.
    TRY_ASSIGN(const VaultId record, session.record(""));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    JournalPage page;
    TRY_ASSIGN(const std::string text, read_text(options));
    if (text.empty()) return Error(ErrorCode::invalid_input, "The page is empty.");
    page.text = PhiText(text);
    if (!options.title.empty()) page.title = PhiText(options.title);
    if (options.bring) page.bring_to_session = true;
    if (!options.prompt.empty()) TRY(answer_prompt(*profile, options.prompt, page));
    store::EntryTime time;
    if (!options.day.empty()) {
        TRY_ASSIGN(time.day, parse_date(options.day));
    }
    const auto placement = options.shared ? store::Placement::shared : store::Placement::private_;
    TRY_ASSIGN(const auto saved, store::write_journal(profile->store(), record, time,
                                                      std::move(page), {.entry = placement}));
    TRY_ASSIGN(const auto policy, client::policy_in(profile->store(), record));
    session.say(options.shared
                    ? "Saved, to be shared with your clinician. " + nobody_watches(policy)
                    : "Saved, for you alone.");
    session.print({{"entry_id", to_hex(saved.id)},
                   {"day", print_date(saved.day)},
                   {"late", saved.late},
                   {"shared", options.shared}});
    return {};
}

// All heads of a text that two devices changed at once: shown until a person settles it.
std::string conflict_note(const store::EntityRow& row) {
    return row.conflict
               ? "  Two versions were written at once; see `history`, settle with `edit`.\n"
               : "";
}

Result<void> list(Session& session, const std::string& client_name) {
    TRY_ASSIGN(const VaultId record, session.open_record(client_name, ViewedSection::journal));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto rows, profile->store().list({.record = record,
                                                       .kind = EntityKind::journal_page,
                                                       .day_from = std::nullopt,
                                                       .day_to = std::nullopt,
                                                       .subject = std::nullopt,
                                                       .newest_first = true}));
    nlohmann::json pages = nlohmann::json::array();
    for (const store::EntityRow& row : rows) {
        TRY_ASSIGN(const auto page, codec::decode_journal_page(row.fragment));
        const std::string title = page.title ? page.title->reveal() : "";
        const std::string text = page.text ? page.text->reveal() : "";
        session.say(to_hex(row.id).substr(0, 12) + "  " + print_date(page.when.day) + "  " +
                    (row.has_shared ? "shared" : "private") + "  " + title + "\n" +
                    conflict_note(row) + text + "\n");
        pages.push_back({{"entry_id", to_hex(row.id)},
                         {"day", print_date(page.when.day)},
                         {"title", title},
                         {"text", text},
                         {"shared", row.has_shared},
                         {"edited", row.edited},
                         {"conflict", row.conflict},
                         {"bring_to_session", page.bring_to_session.value_or(false)}});
    }
    if (rows.empty()) session.say("No pages here.");
    session.print({{"entries", pages}});
    return {};
}

// One page with what was replied. To open it is to have seen it, and to have read the replies.
Result<void> show(Session& session, const std::string& id) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto row, find_entity(profile->store(), id));
    if (row.kind != static_cast<std::uint32_t>(EntityKind::journal_page) || row.deleted) {
        return Error(ErrorCode::not_found, "There is no page of that id.");
    }
    TRY(session.note_view(row.record, ViewedSection::journal));
    TRY_ASSIGN(const auto page, codec::decode_journal_page(row.fragment));
    TRY_ASSIGN(const auto feedback, model::read_feedback(profile->store(), row.record));
    if (self.role == Role::client) {
        TRY(model::mark_read(profile->store(), feedback, row.id));
    } else {
        TRY(store::mark_seen(profile->store(), row.record, row.id, self.user));
    }
    const std::string title = page.title ? page.title->reveal() + "\n" : "";
    const std::string text = page.text ? page.text->reveal() : "";
    session.say(print_date(page.when.day) + "\n" + title + conflict_note(row) + "\n" + text);
    nlohmann::json replies = nlohmann::json::array();
    const auto found = feedback.find(row.id);
    if (found != feedback.end()) {
        for (const model::FeedbackLine& line : found->second) {
            if (!line.is_reply()) continue;
            session.say("\nReply, " + print_date(line.feedback.when.day) + ":\n" +
                        line.feedback.text->reveal());
            replies.push_back(line.feedback.text->reveal());
        }
    }
    session.print({{"entry_id", to_hex(row.id)}, {"text", text}, {"replies", replies}});
    return {};
}

Result<void> move_page(Session& session, const std::string& id, store::Placement target) {
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto row, find_entity(profile->store(), id));
    if (row.deleted) return Error(ErrorCode::not_found, "That page is in the trash.");
    const bool sharing = target == store::Placement::shared;
    if (sharing) {
        TRY(store::share_entry(profile->store(), row.record, row.id));
    } else {
        store::Operation operation(profile->store(), row.record, "unsharing");
        TRY(operation.unshare(row.id));
        TRY(operation.commit());
    }
    session.say(sharing ? "Shared as it reads now; earlier wording stays with you."
                        : "Yours alone again. The server and your clinician's devices drop their "
                          "copies at the next sync. What was already read cannot be unread.");
    session.print({{"entry_id", to_hex(row.id)}, {"shared", sharing}});
    return {};
}

Result<void> reply(Session& session, const std::string& id, const std::string& text) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto row, find_entity(profile->store(), id));
    TRY_ASSIGN(const auto saved, store::write_feedback(profile->store(), row.record, row.id,
                                                       PhiText(text), self.user));
    session.say("Saved; it goes out at the next sync.");
    session.print({{"entry_id", to_hex(saved.id)}});
    return {};
}

Result<void> need_no_reply(Session& session, const std::string& id) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto row, find_entity(profile->store(), id));
    TRY_ASSIGN(const auto saved,
               store::mark_no_reply(profile->store(), row.record, row.id, self.user));
    session.say("It waits for no reply any more; its writer sees that you read it.");
    session.print({{"entry_id", to_hex(saved.id)}});
    return {};
}

Result<void> list_replies(Session& session, const std::string& client_name) {
    TRY_ASSIGN(const VaultId record, session.open_record(client_name, ViewedSection::journal));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto rows, profile->store().list({.record = record,
                                                       .kind = EntityKind::feedback,
                                                       .day_from = std::nullopt,
                                                       .day_to = std::nullopt,
                                                       .subject = std::nullopt,
                                                       .newest_first = true}));
    nlohmann::json replies = nlohmann::json::array();
    for (const store::EntityRow& row : rows) {
        TRY_ASSIGN(const auto feedback, codec::decode_feedback(row.fragment));
        if (!feedback.text) continue;  // that a page was seen, which is no reply
        const std::string text = feedback.text->reveal();
        session.say("About " + to_hex(feedback.about).substr(0, 12) + ", " +
                    print_date(feedback.when.day) + ":\n" + text + "\n");
        replies.push_back({{"entry_id", to_hex(row.id)},
                           {"about", to_hex(feedback.about)},
                           {"day", print_date(feedback.when.day)},
                           {"text", text}});
    }
    if (replies.empty()) session.say("No replies yet.");
    session.print({{"feedback", replies}});
    return {};
}

void add_journal(CLI::App& app, const Chosen& choose) {
    CLI::App* journal =
        app.add_subcommand("journal", "Journal pages; private unless you share them");
    journal->require_subcommand(1);

    CLI::App* write_command = journal->add_subcommand("write", "Write a page");
    auto options = std::make_shared<WriteOptions>();
    write_command->add_option("text", options->text, "The page; without it, standard input");
    write_command->add_option("--file", options->file, "Take the text from a file");
    write_command->add_option("--title", options->title, "A title")->type_name("TEXT");
    write_command->add_option("--day", options->day, "The day it is about")->type_name("DATE");
    write_command
        ->add_option("--prompt", options->prompt, "The question it answers, as prompt list has it")
        ->type_name("ID");
    write_command->add_flag("--share", options->shared, "Share it with your clinician");
    write_command->add_flag("--bring", options->bring, "Bring it to the next session");
    write_command->callback(
        [=] { choose([=](Session& session) { return write(session, *options); }); });

    CLI::App* list_command = journal->add_subcommand("list", "All pages, newest first");
    auto client_name = std::make_shared<std::string>();
    list_command->add_option("--client", *client_name, "Clinicians: whose")->type_name("NAME");
    list_command->callback(
        [=] { choose([=](Session& session) { return list(session, *client_name); }); });

    CLI::App* show_command = journal->add_subcommand(
        "show", "One page with its replies; a clinician who opens it has seen it");
    auto shown = std::make_shared<std::string>();
    show_command->add_option("id", *shown, "The page's id, or its first digits")->required();
    show_command->callback(
        [=] { choose([=](Session& session) { return show(session, *shown); }); });

    for (const auto target : {store::Placement::shared, store::Placement::private_}) {
        const bool sharing = target == store::Placement::shared;
        CLI::App* command = journal->add_subcommand(
            sharing ? "share" : "unshare",
            sharing ? "Share a page with your clinician" : "Take a shared page back");
        auto id = std::make_shared<std::string>();
        command->add_option("id", *id, "The page's id, or its first digits")->required();
        command->callback(
            [=] { choose([=](Session& session) { return move_page(session, *id, target); }); });
    }
}

}  // namespace

void add_journal_commands(CLI::App& app, const Chosen& choose) {
    add_journal(app, choose);
    CLI::App* feedback = app.add_subcommand("feedback", "Human replies to entries");
    feedback->require_subcommand(1);
    CLI::App* write_command = feedback->add_subcommand("write", "Answer an entry");
    auto id = std::make_shared<std::string>();
    auto text = std::make_shared<std::string>();
    write_command->add_option("id", *id, "The entry's id, or its first digits")->required();
    write_command->add_option("text", *text, "Your reply")->required();
    write_command->callback(
        [=] { choose([=](Session& session) { return reply(session, *id, *text); }); });
    CLI::App* none_command =
        feedback->add_subcommand("none", "Say that you read a page and plan no written reply");
    auto read_id = std::make_shared<std::string>();
    none_command->add_option("id", *read_id, "The page's id, or its first digits")->required();
    none_command->callback(
        [=] { choose([=](Session& session) { return need_no_reply(session, *read_id); }); });

    CLI::App* list_command = feedback->add_subcommand("list", "Replies, newest first");
    auto client_name = std::make_shared<std::string>();
    list_command->add_option("--client", *client_name, "Clinicians: whose")->type_name("NAME");
    list_command->callback(
        [=] { choose([=](Session& session) { return list_replies(session, *client_name); }); });
}

}  // namespace evenkeel::cli
