// `note`: a clinician's own notes on sessions, which nobody else can read.
#include "app/cli/commands.h"
#include "app/cli/words.h"
#include "app/model/phrases.h"
#include "app/model/record_archive.h"
#include "app/model/session_notes.h"
#include "app/model/sessions.h"
#include "core/base/limits.h"
#include "platform/terminal.h"
#include "sync/client/notes_vault.h"

#include <iostream>
#include <iterator>

namespace evenkeel::cli {

namespace {

struct NoteOptions {
    std::string client_name, text, file, session, day, id;
};

Result<std::string> read_text(const NoteOptions& options) {
    if (!options.file.empty()) return read_file(options.file, limits::journal_bytes_max);
    if (options.text != "-" && !options.text.empty()) return options.text;
    if (platform::is_person_at_terminal())
        std::cerr << "Write; end with Ctrl+D on an empty line.\n";
    return std::string(std::istreambuf_iterator<char>(std::cin), {});
}

// The note that `id` begins, if it is of that client.
Result<EntityId> find_note(Session& session, const NoteOptions& options) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    TRY_ASSIGN(const VaultId record, session.record(options.client_name));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto row, find_entity(profile->store(), options.id));
    TRY_ASSIGN(const auto vault, client::find_notes_vault(profile->store(), self));
    const Error missing(ErrorCode::not_found, "There is no such note on that client.");
    if (!vault || row.record != *vault) return missing;
    TRY_ASSIGN(const auto notes, store::read_notes(profile->store(), *vault, record));
    for (const store::KeptNote& kept : notes) {
        if (kept.id == row.id) return row.id;
    }
    return missing;
}

Result<EntityId> last_session_of(client::Profile& profile, const Clock& clock, VaultId record) {
    TRY_ASSIGN(const auto sessions, model::read_sessions(profile.store(), record));
    const auto* const last = model::newest_begun(sessions, clock.now());
    if (last != nullptr) return last->id;
    return Error(ErrorCode::not_found, "No session with that client has begun yet.");
}

Result<void> write(Session& session, const NoteOptions& options) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    if (self.role == Role::client) {
        return Error(ErrorCode::refused, "Notes on sessions are for clinicians.");
    }
    TRY_ASSIGN(const VaultId record, session.record(options.client_name));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    model::NoteAbout about{.record = record, .session = std::nullopt, .day = std::nullopt};
    if (options.session == "last") {
        TRY_ASSIGN(about.session, last_session_of(*profile, session.clock(), record));
    } else if (!options.session.empty()) {
        TRY_ASSIGN(const auto row, find_entity(profile->store(), options.session));
        about.session = row.id;
    }
    if (!options.day.empty()) {
        TRY_ASSIGN(about.day, parse_date(options.day));
    }
    TRY_ASSIGN(const std::string text, read_text(options));
    TRY_ASSIGN(const auto saved, model::write_note(profile->store(), self, about, PhiText(text)));
    session.say("Kept, for you alone: no client and no colleague can read it.");
    session.print({{"entry_id", to_hex(saved.id)}, {"day", print_date(saved.day)}});
    return {};
}

Result<void> list(Session& session, const NoteOptions& options) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    TRY_ASSIGN(const VaultId record, session.record(options.client_name));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    const model::Moment now{.instant = session.clock().now(), .zone = session.clock().zone_name()};
    TRY_ASSIGN(const auto view, model::notes_view(profile->store(), self, record, now));
    nlohmann::json notes = nlohmann::json::array();
    for (const model::NoteLine& note : view.notes) {
        session.say(to_hex(note.id).substr(0, 12) + "  " +
                    (note.session.empty() ? note.day : note.session) + "\n" + note.text + "\n");
        for (const std::string& other : note.other_texts) {
            session.say("Written at the same time on another device:\n" + other + "\n");
        }
        notes.push_back({{"entry_id", to_hex(note.id)},
                         {"day", note.day},
                         {"session", note.session},
                         {"text", note.text},
                         {"other_texts", note.other_texts}});
    }
    if (view.notes.empty()) session.say("No notes here.");
    session.print({{"notes", notes}});
    return {};
}

Result<void> edit(Session& session, const NoteOptions& options) {
    TRY_ASSIGN(const EntityId id, find_note(session, options));
    TRY_ASSIGN(const client::Identity self, session.identity());
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const std::string text, read_text(options));
    TRY_ASSIGN(const VaultId vault, client::need_notes_vault(profile->store(), self));
    TRY(store::change_note(profile->store(), vault, id, PhiText(text)));
    session.say("Changed, for you alone.");
    session.print({{"entry_id", to_hex(id)}});
    return {};
}

Result<void> remove(Session& session, const NoteOptions& options) {
    TRY_ASSIGN(const EntityId id, find_note(session, options));
    TRY_ASSIGN(const client::Identity self, session.identity());
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const VaultId vault, client::need_notes_vault(profile->store(), self));
    TRY(store::delete_note(profile->store(), vault, id));
    session.say("In the trash for 30 days.");
    session.print({{"entry_id", to_hex(id)}});
    return {};
}

Result<void> archive(Session& session, const NoteOptions& options) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    TRY_ASSIGN(const VaultId record, session.record(options.client_name));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto made,
               model::make_notes_archive(*profile, self, record, options.file, session.random()));
    session.say("Written: " + model::count_of(made.entries, "note", "notes") + ", encrypted. " +
                opening_words(made.passphrase) +
                " The notes are no part of the client's record: keep them apart from it.");
    session.print({{"notes", made.entries}, {"passphrase", made.passphrase}});
    return {};
}

using Action = Result<void> (*)(Session&, const NoteOptions&);

CLI::App* add(CLI::App& note, const Chosen& choose, const char* name, const char* about,
              const std::shared_ptr<NoteOptions>& options, Action action) {
    CLI::App* command = note.add_subcommand(name, about);
    command->add_option("--client", options->client_name, "About whom")->type_name("NAME");
    command->callback([=] { choose([=](Session& session) { return action(session, *options); }); });
    return command;
}

void add_text(CLI::App* command, const std::shared_ptr<NoteOptions>& options) {
    command->add_option("text", options->text, "The note; without it, standard input");
    command->add_option("--file", options->file, "Take the text from a file");
}

}  // namespace

void add_note_commands(CLI::App& app, const Chosen& choose) {
    CLI::App* note = app.add_subcommand("note", "Clinicians: notes that only you can read");
    note->require_subcommand(1);
    const auto options = std::make_shared<NoteOptions>();
    CLI::App* write_command = add(*note, choose, "write", "Write one", options, write);
    add_text(write_command, options);
    write_command->add_option("--session", options->session,
                              "The session's id, its first digits, or last");
    write_command->add_option("--day", options->day, "The day it is about")->type_name("DATE");
    add(*note, choose, "list", "All on one client, the newest first", options, list);
    CLI::App* edit_command = add(*note, choose, "edit", "Other words for one", options, edit);
    edit_command->add_option("id", options->id, "The note's id, or its first digits")->required();
    add_text(edit_command, options);
    CLI::App* delete_command = add(*note, choose, "delete", "To the trash", options, remove);
    delete_command->add_option("id", options->id, "The note's id, or its first digits")->required();
    add(*note, choose, "archive", "All on one client as an encrypted file, for yourself", options,
        archive)
        ->add_option("file", options->file, "A file that is not there yet, .zip")
        ->required()
        ->type_name("FILE");
}

}  // namespace evenkeel::cli
