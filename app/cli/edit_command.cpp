// `edit`, `delete`, `undo`, `history`, `trash` and `restore`.
#include "app/cli/commands.h"
#include "app/cli/intake_words.h"
#include "app/cli/words.h"
#include "core/store/entries.h"

namespace evenkeel::cli {

namespace {

// An intake's answers are named by their questions, and belong to one of the two sides. All are
// changed, or none is.
Result<void> edit_answers(Session& session, store::Store& store, const store::EntityRow& row,
                          const std::vector<store::FieldEdit>& edits) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    const Role role = self.role == Role::client ? Role::client : Role::clinician;
    const auto change = [&]() -> Result<void> {
        for (const store::FieldEdit& edit : edits) {
            const IntakeQuestion* const question = find_question(intake_form(), edit.field);
            if (question == nullptr) {
                return Error(ErrorCode::invalid_input,
                             "The intake has no question of that name; `intake show` lists them.");
            }
            TRY_ASSIGN(const IntakeAnswer answer, parse_answer(*question, edit.value));
            TRY(store::answer_intake(store, row.record, row.id, role, question->number, answer));
        }
        return {};
    };
    return store.transaction(change);
}

Result<void> edit(Session& session, const std::string& id, const std::vector<std::string>& pairs) {
    std::vector<store::FieldEdit> edits;
    for (const std::string& pair : pairs) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string::npos) {
            return Error(ErrorCode::invalid_input, "Give each change as FIELD=VALUE.");
        }
        edits.push_back({.field = pair.substr(0, equals), .value = pair.substr(equals + 1)});
    }
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto row, find_entity(profile->store(), id));
    const bool is_intake = row.kind == static_cast<std::uint32_t>(EntityKind::intake);
    TRY(is_intake ? edit_answers(session, profile->store(), row, edits)
                  : store::edit_entry(profile->store(), row.record, row.id, edits));
    session.say("Changed. The earlier values are in its history; `undo` takes this back.");
    session.print({{"entry_id", to_hex(row.id)}});
    return {};
}

Result<void> remove(Session& session, const std::string& id) {
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto row, find_entity(profile->store(), id));
    store::Operation operation(profile->store(), row.record, "delete");
    TRY(operation.remove(row.id));
    TRY(operation.commit());
    session.say("Moved to the trash; it can be restored for 30 days. `undo` takes this back.");
    session.print({{"entry_id", to_hex(row.id)}});
    return {};
}

Result<void> undo(Session& session, const std::string& client_name) {
    TRY_ASSIGN(const VaultId record, session.record(client_name));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto undone, store::undo(profile->store(), record));
    session.say("Taken back: " + undone.name + ".");
    nlohmann::json ids = nlohmann::json::array();
    for (const EntityId& id : undone.entities) ids.push_back(to_hex(id));
    session.print({{"undone", undone.name}, {"entries", ids}});
    return {};
}

Result<void> history(Session& session, const std::string& id) {
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto row, find_entity(profile->store(), id));
    TRY(session.note_view(row.record, ViewedSection::history));
    TRY_ASSIGN(const auto items, profile->store().history(row.record, row.id));
    nlohmann::json changes = nlohmann::json::array();
    for (const store::HistoryItem& item : items) {
        nlohmann::json value = nullptr;
        if (!item.bytes.empty() && !item.redacted) {
            value = readable_field(row, item.field, item.bytes);
        }
        const std::string state = item.redacted ? "taken back" : item.current ? "now" : "before";
        session.say(print_rfc3339(item.when) + "  " + state + "  " +
                    (value.is_null() ? std::string("(cleared)") : value.dump()) +
                    (item.private_ ? "  private" : ""));
        changes.push_back({{"when", print_rfc3339(item.when)},
                           {"field", item.field},
                           {"value", value},
                           {"state", state},
                           {"private", item.private_}});
    }
    session.print({{"entry_id", to_hex(row.id)},
                   {"now", readable(row.kind, row.fragment)},
                   {"deleted", row.deleted},
                   {"history", changes}});
    return {};
}

Result<void> list_trash(Session& session, const std::string& client_name) {
    TRY_ASSIGN(const VaultId record, session.open_record(client_name, ViewedSection::history));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto rows, store::trash(profile->store(), record));
    nlohmann::json ids = nlohmann::json::array();
    for (const store::EntityRow& row : rows) {
        session.say(to_hex(row.id).substr(0, 12) + "  " + readable(row.kind, row.fragment).dump());
        ids.push_back({{"entry_id", to_hex(row.id)}, {"value", readable(row.kind, row.fragment)}});
    }
    if (rows.empty()) session.say("The trash is empty.");
    session.print({{"trash", ids}});
    return {};
}

Result<void> restore(Session& session, const std::string& id) {
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto row, find_entity(profile->store(), id));
    TRY(store::restore(profile->store(), row.record, row.id));
    session.say("Restored.");
    session.print({{"entry_id", to_hex(row.id)}});
    return {};
}

using IdCommand = Result<void> (*)(Session&, const std::string&);

CLI::App* add_id_command(CLI::App& app, const Chosen& choose, const char* name, const char* help,
                         IdCommand run) {
    CLI::App* command = app.add_subcommand(name, help);
    auto id = std::make_shared<std::string>();
    command->add_option("id", *id, "The entry's id, or its first digits")->required();
    command->callback([=] { choose([=](Session& session) { return run(session, *id); }); });
    return command;
}

void add_client_command(CLI::App& app, const Chosen& choose, const char* name, const char* help,
                        IdCommand run) {
    CLI::App* command = app.add_subcommand(name, help);
    auto client_name = std::make_shared<std::string>();
    command->add_option("--client", *client_name, "Clinicians: whose record")->type_name("NAME");
    command->callback(
        [=] { choose([=](Session& session) { return run(session, *client_name); }); });
}

}  // namespace

void add_edit_commands(CLI::App& app, const Chosen& choose) {
    CLI::App* command = app.add_subcommand("edit", "Change fields of an entry: FIELD=VALUE ...");
    auto id = std::make_shared<std::string>();
    auto pairs = std::make_shared<std::vector<std::string>>();
    command->add_option("id", *id, "The entry's id, or its first digits")->required();
    command->add_option("changes", *pairs, "mood=6 note=\"...\" minutes=1h30; empty clears")
        ->required()
        ->type_name("FIELD=VALUE");
    command->callback(
        [=] { choose([=](Session& session) { return edit(session, *id, *pairs); }); });

    add_id_command(app, choose, "delete", "Move an entry to the trash (30 days)", &remove);
    add_client_command(app, choose, "undo", "Take back the last thing done on this device", &undo);
    add_id_command(app, choose, "history", "All values an entry ever had here", &history);
    add_client_command(app, choose, "trash", "What can still be restored", &list_trash);
    add_id_command(app, choose, "restore", "Bring an entry back from the trash", &restore);
}

}  // namespace evenkeel::cli
